import { lazy, Suspense } from 'react';
import { stateName } from '../../../src/common/states.ts';
import { balanceAnswerWords, gapAnswerWords, hiddenWords } from '../../../src/common/wording/hidden-words.ts';
import { formatCount, formatYears } from '../../../src/common/wording/numbers.ts';
import { fromState } from '../../../src/common/wording/state-phrases.ts';
import { useObject } from '../api/queries.ts';
import type { BalanceSheet, UnregisteredGap } from '../api/types.ts';
import { Scrolled } from '../layout/scrolled.tsx';
import { Answered, Loading } from '../layout/states.tsx';
import { TableSource } from '../layout/table-source.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import { DropTexts } from './tables/drop-texts.tsx';
import { othersOf, useSentTexts, yamlOf } from './tables/sent-texts.ts';
import { WhoseLine } from './tables/whose-line.tsx';
import { Ways } from './unregistered/ways.tsx';

const GapPictures = lazy(() => import('../charts/gaps.tsx').then(({ GapPicture }) => ({ default: GapPicture })));
const RangesPicture = lazy(() => import('../charts/gaps.tsx').then(({ RangesPicture: made }) => ({ default: made })));

const SHIPPED = '/api/hidden/balance';

/** What stays unregistered: one state's balance sheet, its gaps as ranges, and whether they agree. */
export function UnregisteredPage() {
  const { lang } = useLanguage();
  const words = hiddenWords(lang);
  const shipped = useObject<BalanceSheet>(SHIPPED);
  const own = useSentTexts<BalanceSheet>(SHIPPED, texts => ({
    sheet: yamlOf(texts),
    files: Object.fromEntries(othersOf(texts).map(({ name, text }) => [name, text])),
  }));
  useTitle(words.title);
  return (
    <>
      <Ways />
      <WhoseLine published={words.published} words={words.own} back={own.data && own.reset} />
      {own.data === undefined ? (
        <>
          {shipped.data === undefined && <h1>{words.title}</h1>}
          <Answered query={shipped}>{sheet => <Sheet sheet={sheet} source={SHIPPED} />}</Answered>
        </>
      ) : (
        <Sheet sheet={own.data} source={undefined} />
      )}
      <DropTexts words={words.own} send={own.send} pending={own.pending} error={own.error} />
    </>
  );
}

function Sheet({ sheet, source }: { sheet: BalanceSheet; source: string | undefined }) {
  const { lang } = useLanguage();
  const words = hiddenWords(lang);
  const question = words.question({ state: stateName(sheet.state, lang), from: fromState(sheet.state, lang) });
  return (
    <>
      <h1>{question}</h1>
      <p className="answer">{balanceAnswerWords(sheet, lang)}</p>
      <Suspense fallback={<Loading tall />}>
        <RangesPicture sheet={sheet} title={question} source={source} />
      </Suspense>
      <GapsTable sheet={sheet} label={question} />
      {sheet.gaps.map(gap => (
        <section key={gap.id} id={gap.id}>
          <h2>{gap.name[lang]}</h2>
          <p>{gapAnswerWords({ ...gap, firstYear: gap.first_year }, lang)}</p>
          <Suspense fallback={<Loading tall />}>
            <GapPictures gap={gap} source={source} />
          </Suspense>
          <StepsTable gap={gap} />
        </section>
      ))}
      <section id="made">
        <h2>{words.made}</h2>
        <p>{words.madeAnswer}</p>
        {sheet.assumes.length > 0 && (
          <>
            <h3>{words.assumed}</h3>
            <ul>
              {sheet.assumes.map(each => (
                <li key={each.en}>{each[lang]}</li>
              ))}
            </ul>
          </>
        )}
        {source !== undefined && <TableSource addresses={[{ name: 'JSON', href: source }]} />}
      </section>
    </>
  );
}

function GapsTable({ sheet: { gaps }, label }: { sheet: BalanceSheet; label: string }) {
  const { lang } = useLanguage();
  const words = hiddenWords(lang);
  return (
    <Scrolled label={label}>
      <table>
        <thead>
          <tr>
            {[words.gap, words.period, words.method].map(head => (
              <th key={head} scope="col" className="text">
                {head}
              </th>
            ))}
            <th scope="col">
              {words.persons} <small className="kind">{words.kinds.modelled}</small>
            </th>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.to}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map(({ id, name, first_year: first, year, method, unregistered: { low, value, high } }) => (
            <tr key={id}>
              <th scope="row" className="text">
                <a href={`#${id}`}>{name[lang]}</a>
              </th>
              <td className="text">{formatYears(first, year)}</td>
              <td className="text wrap">{words.methods[method]}</td>
              <td>{formatCount(value)}</td>
              <td>{formatCount(low)}</td>
              <td>{formatCount(high)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

const SIGNS = { add: '+', take: '\u2212', level: '=' } as const;

function StepsTable({ gap }: { gap: UnregisteredGap }) {
  const { lang } = useLanguage();
  const words = hiddenWords(lang);
  return (
    <Scrolled label={gap.name[lang]}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="text">
              {words.line}
            </th>
            {[words.persons, words.from, words.to].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col" className="text">
              {words.kind}
            </th>
            <th scope="col" className="text">
              {words.source}
            </th>
          </tr>
        </thead>
        <tbody>
          {gap.steps.map(({ name, role, persons: { low, value, high }, kind, source }) => (
            <tr key={name.en + role}>
              <th scope="row" className="text wrap">
                {SIGNS[role]} {name[lang]}
              </th>
              <td>{formatCount(value)}</td>
              <td>{formatCount(low)}</td>
              <td>{formatCount(high)}</td>
              <td className="text">{words.kinds[kind]}</td>
              <td className="text wrap">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
