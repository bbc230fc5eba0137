import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { formatSigned, formatYears } from '../../../src/common/wording/numbers.ts';
import { officeName } from '../../../src/common/wording/offices.ts';
import { betweenStates, ofStateWithState } from '../../../src/common/wording/state-phrases.ts';
import { type MirrorComparison, mirrorAddress, OWN, useComparison } from '../api/mirror.ts';
import { useOwnTables } from '../api/own-tables.ts';
import { Answered, Loading } from '../layout/states.tsx';
import { TableSource } from '../layout/table-source.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import { Asymmetry } from './compare/asymmetry.tsx';
import { corridorYears, type Pair, pairsBySize } from './compare/pairs.ts';
import { CorridorTable, PairTable } from './compare/tables.tsx';
import { DropTables } from './tables/drop-tables.tsx';
import { Faults } from './tables/faults.tsx';
import { Footnotes } from './tables/footnotes.tsx';
import { PublishedLine } from './tables/published-line.tsx';

const ReportedLines = lazy(() =>
  import('../charts/reported-lines.tsx').then(({ ReportedLines }) => ({ default: ReportedLines })),
);

const FIRST_TABLE = 'note-belarus-russia';

/** Two offices' published figures of the same moves, side by side. */
export function ComparePage() {
  const { words } = useLanguage();
  const { table: asked = FIRST_TABLE, pair: chosen } = useSearch({ strict: false });
  const own = useOwnTables();
  // Files are not in the address: whoever comes back by a link begins with a table that is there.
  const table = asked === OWN && own === undefined ? FIRST_TABLE : asked;
  const comparison = useComparison(table);
  return (
    <>
      <PublishedLine table={table} source={comparison.data?.source ?? null} />
      {comparison.data === undefined && <h1>{words.compare.anyTitle}</h1>}
      <Answered query={comparison}>{answer => <Compared {...{ table, chosen }} comparison={answer} />}</Answered>
      <section id="own">
        <h2>{words.tables.yours}</h2>
        <p>{words.tables.yoursNote}</p>
        <DropTables />
      </section>
    </>
  );
}

function Compared({
  table,
  chosen,
  comparison,
}: {
  table: string;
  chosen: string | undefined;
  comparison: MirrorComparison;
}) {
  const { words, lang } = useLanguage();
  const pairs = pairsBySize(comparison);
  const pair = pairs.find(({ a, b }) => `${a}-${b}` === chosen) ?? pairs[0];
  const title = pair === undefined ? words.compare.anyTitle : words.compare.title(betweenStates(pair.a, pair.b, lang));
  useTitle(title);
  const source = table === OWN ? undefined : mirrorAddress(table);
  return (
    <>
      <h1>{title}</h1>
      {pair !== undefined && <OnePair {...{ pair, pairs, comparison, source }} />}
      {table === OWN && <Faults comparison={comparison} />}
      <Asymmetry {...{ comparison, source }} />
      <section>
        <h2>{words.tables.made}</h2>
        <p>{words.compare.made}</p>
        {comparison.tables.map(({ name, sha256, run, simulated }) => (
          <p key={sha256} className="note quiet hash">
            {name}: SHA-256 {sha256}
            {run !== null && `; ${words.tables.run} ${run}`}
            {simulated && `; ${words.tables.simulatedRun}`}
          </p>
        ))}
        {source !== undefined && (
          <TableSource
            addresses={[
              { name: 'JSON', href: source },
              { name: 'CSV', href: `${source}?format=csv` },
            ]}
          />
        )}
      </section>
    </>
  );
}

function OnePair({
  pair,
  pairs,
  comparison,
  source,
}: {
  pair: Pair;
  pairs: readonly Pair[];
  comparison: MirrorComparison;
  source: string | undefined;
}) {
  const { words } = useLanguage();
  const { a, b } = pair;
  const directions = [
    { origin: b, destination: a },
    { origin: a, destination: b },
  ].map(each => ({ ...each, cells: corridorYears(comparison, each.origin, each.destination) }));
  const highest = Math.max(
    ...directions.flatMap(({ cells }) => cells.flatMap(({ departures, arrivals }) => [departures ?? 0, arrivals ?? 0])),
  );
  const breaks = comparison.breaks.filter(({ state }) => state === a || state === b).map(({ year }) => year);
  return (
    <>
      <p className="answer">
        <PairAnswer pair={pair} />
      </p>
      {pairs.length > 1 && <ChoosePair pair={pair} pairs={pairs} />}
      <Suspense fallback={<Loading tall />}>
        <div className="two">
          {directions.map(({ origin, destination, cells }) => (
            <ReportedLines
              key={origin + destination}
              {...{ origin, destination, highest, breaks, source }}
              years={cells.map(({ first_year: firstYear, ...cell }) => ({ ...cell, firstYear }))}
              caption={`${words.compare.linesNote} ${breaks.length > 0 && cells.length > 1 ? words.compare.breaksNote : ''}`}
            />
          ))}
        </div>
      </Suspense>
      <PairTable pair={pair} />
      <Footnotes comparison={comparison} states={[a, b]} />
      <div className="two">
        {directions.map(({ origin, destination, cells }) => (
          <CorridorTable key={origin + destination} {...{ origin, destination, cells, breaks }} />
        ))}
      </div>
    </>
  );
}

function PairAnswer({ pair: { a, b, latest } }: { pair: Pair }) {
  const { words, lang } = useLanguage();
  const { balance_a: byA, balance_b: byB, difference, parts, balance_by_arrivals: byArrivals } = latest;
  const years = formatYears(latest.first_year, latest.year);
  if (byA === null || byB === null || difference === null || byArrivals === null)
    return words.compare.unanswered(years);
  return words.compare.answer({
    years,
    balance: ofStateWithState(a, b, lang),
    first: officeName(a, lang),
    second: officeName(b, lang),
    byFirst: formatSigned(byA),
    bySecond: formatSigned(byB),
    difference: `${formatSigned(difference)} = ${formatSigned(parts[0] ?? 0)} ${signedTerm(parts[1] ?? 0)}`,
    byArrivals: formatSigned(byArrivals),
  });
}

/** The second term of a sum: its sign stands apart. */
function signedTerm(value: number): string {
  const text = formatSigned(value);
  return /^[+−]/.test(text) ? `${text.charAt(0)} ${text.slice(1)}` : `+ ${text}`;
}

function ChoosePair({ pair, pairs }: { pair: Pair; pairs: readonly Pair[] }) {
  const { words, lang } = useLanguage();
  const navigate = useNavigate();
  const nameOf = ({ a, b }: Pair) => betweenStates(a, b, lang);
  const keyOf = ({ a, b }: Pair) => `${a}-${b}`;
  return (
    <form aria-label={words.compare.choose}>
      <label>
        {words.compare.choose}
        <select
          value={keyOf(pair)}
          onChange={event =>
            navigate({
              to: '.',
              search: before => ({ ...before, pair: event.target.value }),
              replace: true,
              resetScroll: false,
            })
          }
        >
          {pairs.map(each => (
            <option key={keyOf(each)} value={keyOf(each)}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}
