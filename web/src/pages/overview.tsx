import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { stateName } from '../../../src/common/states.ts';
import { formatCount } from '../../../src/common/wording/numbers.ts';
import { fromState, toState } from '../../../src/common/wording/state-phrases.ts';
import { addresses, useOverview, useVintage, useVintages } from '../api/queries.ts';
import type { CorridorFigures, Figures, Overview, Vintage } from '../api/types.ts';
import { Scrolled } from '../layout/scrolled.tsx';
import { Answered } from '../layout/states.tsx';
import { TermWord } from '../layout/term.tsx';
import { useTitle } from '../layout/titled.ts';
import { VintageLine } from '../layout/vintage-line.tsx';
import { useLanguage } from '../words/language.tsx';

const FlowMap = lazy(() => import('../charts/flow-map.tsx').then(({ FlowMap }) => ({ default: FlowMap })));
const Trend = lazy(() => import('../charts/trend.tsx').then(({ Trend }) => ({ default: Trend })));

const YEAR_MS = 1400;
const LOOK_AGAIN_MS = 4000;

export function OverviewPage() {
  const vintage = useVintage('latest');
  return (
    <Answered query={vintage} missing={<NothingYet again={() => vintage.refetch()} />}>
      {found => <Shown vintage={found} />}
    </Answered>
  );
}

/** Before the first accounts are out: what to do, and the page looks again by itself. */
function NothingYet({ again }: { again: () => void }) {
  const { words } = useLanguage();
  useTitle(words.overview.emptyTitle);
  const vintages = useVintages(LOOK_AGAIN_MS);
  const there = (vintages.data?.items.length ?? 0) > 0;
  useEffect(() => {
    if (there) again();
  }, [there, again]);
  return (
    <>
      <h1>{words.overview.emptyTitle}</h1>
      <p className="answer">{words.overview.empty}</p>
      <p className="quiet" role="status">
        {words.overview.preparing}
      </p>
    </>
  );
}

function Shown({ vintage }: { vintage: Vintage }) {
  const { words } = useLanguage();
  const [year, setYear] = useState<number | null>(null);
  const overview = useOverview(vintage.id, year);
  const title = words.overview.title(year === null ? null : String(year));
  useTitle(title);
  return (
    <>
      <VintageLine vintage={vintage} />
      <h1>{title}</h1>
      <Answered query={overview}>
        {answer => (
          <>
            <p className="answer">
              <AnswerSentence overview={answer} />
            </p>
            <Years years={answer.years} year={year} choose={setYear} />
            <div className="beside">
              <Suspense fallback={<p className="loading sans">{words.loading}</p>}>
                <MapOf overview={answer} vintage={vintage} year={year} />
              </Suspense>
              <Table overview={answer} />
            </div>
            <section>
              <h2>{words.overview.trend}</h2>
              <Suspense fallback={<p className="loading sans">{words.loading}</p>}>
                <Trend years={answer.by_year} source={addresses.overview(vintage.id, null)} vintage={vintage.id} />
              </Suspense>
            </section>
          </>
        )}
      </Answered>
    </>
  );
}

function AnswerSentence({ overview }: { overview: Overview }) {
  const { words, lang } = useLanguage();
  const [largest] = bySize(overview.flows);
  if (largest === undefined || largest.united === 0) return words.overview.none;
  return words.overview.answer({
    united: formatCount(overview.totals.united),
    corridor: `${fromState(largest.origin, lang)} ${toState(largest.destination, lang)}`,
    most: formatCount(largest.united),
  });
}

/** One year after another, by hand or by itself; nothing moves by itself for those who do not want it. */
function Years({
  years,
  year,
  choose,
}: {
  years: readonly number[];
  year: number | null;
  choose: (year: number | null) => void;
}) {
  const { words } = useLanguage();
  const [plays, setPlays] = useState(false);
  useEffect(() => {
    if (!plays) return;
    const timer = setTimeout(() => {
      const next = years[year === null ? 0 : years.indexOf(year) + 1];
      if (next === undefined) setPlays(false);
      else choose(next);
    }, YEAR_MS);
    return () => clearTimeout(timer);
  }, [plays, year, years, choose]);
  if (years.length < 2) return null;
  const position = year === null ? -1 : years.indexOf(year);
  return (
    <div className="year sans">
      <button type="button" className="act light" onClick={() => setPlays(!plays)} aria-pressed={plays}>
        {plays ? words.pause : words.play}
      </button>
      <input
        type="range"
        min={-1}
        max={years.length - 1}
        value={position}
        aria-label={words.year}
        aria-valuetext={year === null ? words.allYears : String(year)}
        onChange={event => choose(years[Number(event.target.value)] ?? null)}
      />
      <output>{year ?? words.allYears}</output>
    </div>
  );
}

function MapOf({ overview, vintage, year }: { overview: Overview; vintage: Vintage; year: number | null }) {
  const { words } = useLanguage();
  const navigate = useNavigate();
  return (
    <FlowMap
      flows={overview.flows}
      offices={vintage.offices}
      source={addresses.overview(vintage.id, year)}
      caption={`${words.overview.mapNote} ${words.source(vintage.id)}.`}
      open={(origin, destination) =>
        navigate({ to: '/corridors/$origin/$destination', params: { origin, destination } })
      }
    />
  );
}

function Table({ overview }: { overview: Overview }) {
  const { words, lang } = useLanguage();
  return (
    <Scrolled label={words.overview.table}>
      <table>
        <thead>
          <tr>
            <th className="text">{words.pages.corridor}</th>
            <th>
              {words.united}
              <span className="kind">
                <TermWord term="linked" />
              </span>
            </th>
            <th>
              {words.arrivals}
              <span className="kind">
                <TermWord term="reported" />
              </span>
            </th>
            <th>
              {words.departures}
              <span className="kind">{words.reported}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {bySize(overview.flows).map(flow => (
            <tr key={`${flow.origin}${flow.destination}`}>
              <td className="text">
                <Link
                  to="/corridors/$origin/$destination"
                  params={{ origin: flow.origin, destination: flow.destination }}
                >
                  {stateName(flow.origin, lang)} → {stateName(flow.destination, lang)}
                </Link>
              </td>
              <Cells figures={flow} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className="text">{words.total}</td>
            <Cells figures={overview.totals} />
          </tr>
        </tfoot>
      </table>
    </Scrolled>
  );
}

function Cells({ figures }: { figures: Figures }) {
  return (
    <>
      <td>{formatCount(figures.united)}</td>
      <td>{formatCount(figures.arrivals_reported)}</td>
      <td>{formatCount(figures.departures_reported)}</td>
    </>
  );
}

function bySize(flows: readonly CorridorFigures[]): CorridorFigures[] {
  return flows.toSorted(
    (a, b) =>
      b.united - a.united || b.arrivals_reported + b.departures_reported - a.arrivals_reported - a.departures_reported,
  );
}
