import { lazy, Suspense } from 'react';
import { formatSigned } from '../../../src/common/wording/numbers.ts';
import { studyWords } from '../../../src/common/wording/study-words.ts';
import { chanceText, targetAnswer, targetQuestion } from '../../../src/common/wording/target-words.ts';
import { useObject } from '../api/queries.ts';
import type { TargetTrack } from '../api/types.ts';
import { Scrolled } from '../layout/scrolled.tsx';
import { Answered, Loading } from '../layout/states.tsx';
import { TableSource } from '../layout/table-source.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import { DropTexts } from './tables/drop-texts.tsx';
import { othersOf, type SentTable, type SentText, useSentTexts, yamlOf } from './tables/sent-texts.ts';
import { WhoseLine } from './tables/whose-line.tsx';

const TargetLines = lazy(() =>
  import('../charts/target-lines.tsx').then(({ TargetLines: made }) => ({ default: made })),
);

const SHIPPED = '/api/targets';
type Series = TargetTrack['series'][number];

/** A programme's plan against what happened, by each way of counting. */
export function TargetsPage() {
  const { lang } = useLanguage();
  const { targets } = studyWords(lang);
  const shipped = useObject<TargetTrack>(SHIPPED);
  const own = useSentTexts<TargetTrack>(SHIPPED, bodyOf);
  useTitle(targets.title);
  return (
    <>
      <WhoseLine published={targets.published} words={targets.own} back={own.data && own.reset} />
      {own.data === undefined ? (
        <>
          {shipped.data === undefined && <h1>{targets.title}</h1>}
          <Answered query={shipped}>{track => <Track track={track} source={SHIPPED} />}</Answered>
        </>
      ) : (
        <Track track={own.data} source={undefined} />
      )}
      <DropTexts
        words={targets.own}
        send={own.send}
        pending={own.pending}
        error={own.error}
        accept=".yaml,.yml,.csv,.txt,.xlsx,.gz"
      />
    </>
  );
}

/** A CSV that has flows is a table; one without is the figures year by year. */
function bodyOf(texts: readonly SentText[], spreadsheets: readonly SentTable[]) {
  const others = othersOf(texts);
  const isTable = ({ text }: SentText) => /origin/i.test(text.split('\n', 1)[0] ?? '');
  const actuals = others.find(each => !isTable(each))?.text;
  const tables = [...others.filter(isTable), ...spreadsheets];
  return { plan: yamlOf(texts), tables, ...(actuals !== undefined && { actuals }) };
}

function Track({ track, source }: { track: TargetTrack; source: string | undefined }) {
  const { lang } = useLanguage();
  const { targets } = studyWords(lang);
  const { plan, series } = track;
  const told = series.map(({ needed_pace: neededPace, ...each }) => ({ ...each, neededPace }));
  return (
    <>
      <h1>{targetQuestion({ ...plan, firstYear: plan.first_year, lastYear: plan.last_year }, series, lang)}</h1>
      <p className="answer">{targetAnswer(told, plan.balance, lang)}</p>
      <Suspense fallback={<Loading tall />}>
        <TargetLines track={track} source={source} />
      </Suspense>
      <StandingTable track={track} />
      {series.map(each => (
        <YearsTable key={each.by} series={each} />
      ))}
      <section id="made">
        <h2>{targets.made}</h2>
        <p>{targets.madeAnswer}</p>
        {plan.notes.map(note => (
          <p key={note.en}>{note[lang]}</p>
        ))}
        {plan.source !== '' && <p className="quiet sans">{plan.source}</p>}
        {source !== undefined && <TableSource addresses={[{ name: 'JSON', href: source }]} />}
      </section>
    </>
  );
}

function StandingTable({ track: { plan, series } }: { track: TargetTrack }) {
  const { lang } = useLanguage();
  const { targets, kind, kinds } = studyWords(lang);
  const numbers = [targets.total, targets.gap, targets.pace, targets.needed, targets.outlook, targets.probability];
  return (
    <Scrolled label={targets.title}>
      <table>
        <thead>
          <tr>
            {[targets.by, kind].map(head => (
              <th key={head} scope="col" className="text">
                {head}
              </th>
            ))}
            {numbers.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map(each => (
            <tr key={each.by}>
              <th scope="row" className="text">
                {targets.series[each.by]}
              </th>
              <td className="text">{kinds[each.kind]}</td>
              <td>
                <Bounds range={each.total} />
              </td>
              <td>{formatSigned(each.years.at(-1)?.gap ?? -plan.balance)}</td>
              <td>{each.pace === null ? '…' : formatSigned(each.pace)}</td>
              <td>{each.needed_pace === null ? '…' : formatSigned(each.needed_pace)}</td>
              <td>{each.outlook === null ? '…' : <Bounds range={each.outlook} />}</td>
              <td>{each.probability === null ? '…' : chanceText(each.probability, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function YearsTable({ series: { by, years, sources } }: { series: Series }) {
  const { lang } = useLanguage();
  const { targets, year: yearWord, kind: kindWord, kinds } = studyWords(lang);
  const title = `${targets.yearly}: ${targets.series[by]}`;
  return (
    <section id={by}>
      <h2>{title}</h2>
      <Scrolled label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="text">
                {yearWord}
              </th>
              {[targets.balance, targets.cumulative, targets.planned, targets.gap].map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col" className="text">
                {kindWord}
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, balance, cumulative, planned, gap, kind }) => (
              <tr key={year}>
                <th scope="row" className="text">
                  {year}
                </th>
                <td>
                  <Bounds range={balance} />
                </td>
                <td>
                  <Bounds range={cumulative} />
                </td>
                <td>{formatSigned(planned)}</td>
                <td>{formatSigned(gap)}</td>
                <td className="text">{kinds[kind]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {sources.length > 0 && <p className="quiet sans">{sources.join('; ')}</p>}
    </section>
  );
}

function Bounds({ range: { low, value, high } }: { range: { low: number; value: number; high: number } }) {
  if (low === high) return formatSigned(value);
  return (
    <>
      {formatSigned(value)}{' '}
      <small className="quiet">
        {formatSigned(low)}…{formatSigned(high)}
      </small>
    </>
  );
}
