import { lazy, Suspense } from 'react';
import { hiddenWords, rangeWords } from '../../../../src/common/wording/hidden-words.ts';
import { formatCount } from '../../../../src/common/wording/numbers.ts';
import { useObject } from '../../api/queries.ts';
import type { WorkforceBalance } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { Answered, Loading } from '../../layout/states.tsx';
import { TableSource } from '../../layout/table-source.tsx';
import { useTitle } from '../../layout/titled.ts';
import { useLanguage } from '../../words/language.tsx';
import { DropTexts } from '../tables/drop-texts.tsx';
import { firstText, useSentTexts } from '../tables/sent-texts.ts';
import { WhoseLine } from '../tables/whose-line.tsx';
import { Ways } from './ways.tsx';

const WorkforcePicture = lazy(() =>
  import('../../charts/workforce.tsx').then(({ WorkforcePicture: made }) => ({ default: made })),
);

const SHIPPED = '/api/hidden/workforce';

/** What a balance of the workforce leaves over: the note's, or one's own. */
export function WorkforcePage() {
  const { lang } = useLanguage();
  const words = hiddenWords(lang);
  const { workforce } = words;
  const shipped = useObject<WorkforceBalance>(SHIPPED);
  const own = useSentTexts<WorkforceBalance>(SHIPPED, texts => ({ table: firstText(texts) }));
  useTitle(workforce.title);
  return (
    <>
      <Ways />
      <WhoseLine published={workforce.published} words={workforce.own} back={own.data && own.reset} />
      <h1>{workforce.question}</h1>
      {own.data === undefined ? (
        <Answered query={shipped}>{found => <Balance found={found} source={SHIPPED} />}</Answered>
      ) : (
        <Balance found={own.data} source={undefined} />
      )}
      <section id="made">
        <h2>{words.made}</h2>
        <p>{workforce.madeAnswer}</p>
        {own.data === undefined && <TableSource addresses={[{ name: 'JSON', href: SHIPPED }]} />}
      </section>
      <DropTexts words={workforce.own} send={own.send} pending={own.pending} error={own.error} />
    </>
  );
}

function Balance({ found, source }: { found: WorkforceBalance; source: string | undefined }) {
  const { lang } = useLanguage();
  const words = hiddenWords(lang);
  const [range, balance, official] = [found.unregistered, found.balance, found.official].map(each => rangeWords(each));
  return (
    <>
      <p className="answer">
        {words.workforce.answer({ range: range ?? '', balance: balance ?? '', official: official ?? '' })}{' '}
        <small className="kind">{words.kinds.modelled}</small>
      </p>
      <Suspense fallback={<Loading tall />}>
        <WorkforcePicture found={found} source={source} />
      </Suspense>
      <LinesTable found={found} />
    </>
  );
}

const SIGNS = { resource: '+', use: '\u2212', official: '\u2212' } as const;

function LinesTable({ found: { lines, unregistered } }: { found: WorkforceBalance }) {
  const { lang } = useLanguage();
  const words = hiddenWords(lang);
  return (
    <Scrolled label={words.workforce.title}>
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
            {[words.kind, words.source].map(head => (
              <th key={head} scope="col" className="text">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ item, name, side, persons, kind, source }) => (
            <tr key={item + side}>
              <th scope="row" className="text wrap">
                {SIGNS[side]} {name[lang]}
              </th>
              <Figures range={persons} />
              <td className="text">{words.kinds[kind]}</td>
              <td className="text wrap">{source}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="text wrap">
              = {words.workforce.steps.unregistered}
            </th>
            <Figures range={unregistered} />
            <td className="text">{words.kinds.modelled}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </Scrolled>
  );
}

function Figures({ range: { low, value, high } }: { range: { low: number; value: number; high: number } }) {
  return [value, low, high].map((figure, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the three columns never change places.
    <td key={at}>{formatCount(figure)}</td>
  ));
}
