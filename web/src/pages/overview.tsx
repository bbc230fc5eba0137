import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect } from 'react';
import { formatCount, formatShare, formatYears } from '../../../src/common/wording/numbers.ts';
import { fromState, toState } from '../../../src/common/wording/state-phrases.ts';
import { addresses, useOverview, useVintage, useVintageId, useVintages } from '../api/queries.ts';
import type { Overview, Vintage } from '../api/types.ts';
import { Answered, Loading } from '../layout/states.tsx';
import { everyForm, TableSource } from '../layout/table-source.tsx';
import { TermWord } from '../layout/term.tsx';
import { useTitle } from '../layout/titled.ts';
import { VintageLine } from '../layout/vintage-line.tsx';
import { useLanguage } from '../words/language.tsx';
import { flowsBySize } from './overview/flows-by-size.ts';
import { FlowsTable } from './overview/flows-table.tsx';
import { YearSlider } from './overview/year-slider.tsx';

const FlowMap = lazy(() => import('../charts/flow-map.tsx').then(({ FlowMap }) => ({ default: FlowMap })));
const Trend = lazy(() => import('../charts/trend.tsx').then(({ Trend }) => ({ default: Trend })));

const LOOK_AGAIN_MS = 4000;

export function OverviewPage() {
  const id = useVintageId();
  const vintage = useVintage(id);
  return (
    <Answered query={vintage} missing={id === 'latest' ? <NothingYet again={vintage.refetch} /> : <NoSuchVintage />}>
      {found => <Shown vintage={found} />}
    </Answered>
  );
}

function NoSuchVintage() {
  const { words } = useLanguage();
  useTitle(words.overview.noVintage);
  return (
    <>
      <h1>{words.overview.noVintage}</h1>
      <p className="answer">{words.overview.noVintageText}</p>
      <p className="sans">
        <Link to="/" search={{ vintage: undefined }}>
          {words.overview.newest}
        </Link>
      </p>
    </>
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
      <p className="sans">
        <Link to="/compare">{words.overview.meanwhile}</Link>
      </p>
    </>
  );
}

function Shown({ vintage }: { vintage: Vintage }) {
  const { words } = useLanguage();
  const { year = null } = useSearch({ strict: false });
  const navigate = useNavigate();
  const choose = useCallback(
    (next: number | null) =>
      navigate({
        to: '.',
        search: ({ year: _year, ...rest }) => (next === null ? rest : { ...rest, year: next }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const all = useOverview(vintage.id, null);
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
              <AnswerSentence overview={answer} vintage={vintage} />
            </p>
            <YearSlider years={answer.years} year={year} choose={choose} />
            <div className="beside">
              <div>
                <Suspense fallback={<Loading tall />}>
                  <MapOf overview={answer} all={all.data ?? answer} vintage={vintage} year={year} />
                </Suspense>
                <Kinds />
              </div>
              <div>
                <FlowsTable overview={answer} offices={vintage.offices} />
                <TableSource addresses={everyForm(addresses.flows(vintage.id), year === null ? '' : `year=${year}`)} />
              </div>
            </div>
            <section>
              <h2>{words.overview.trend}</h2>
              <Suspense fallback={<Loading tall />}>
                <Trend
                  years={answer.between_offices.by_year}
                  source={addresses.overview(vintage.id, null)}
                  vintage={vintage.id}
                />
              </Suspense>
            </section>
          </>
        )}
      </Answered>
    </>
  );
}

function AnswerSentence({ overview, vintage }: { overview: Overview; vintage: Vintage }) {
  const { words, lang } = useLanguage();
  const [largest] = flowsBySize(overview.flows);
  const { united, arrivals_reported, departures_reported } = overview.between_offices.totals;
  if (largest === undefined || largest.united === null || largest.united === 0) return words.overview.none;
  return words.overview.answer({
    united,
    years:
      overview.year === null ? formatYears(vintage.first_year ?? 0, vintage.last_year ?? 0) : String(overview.year),
    corridor: `${fromState(largest.origin, lang)} ${toState(largest.destination, lang)}`,
    most: formatCount(largest.united),
    share: formatShare(largest.united / united, lang, 0),
    arrivals: formatCount(arrivals_reported),
    departures: formatCount(departures_reported),
  });
}

/** Which numbers are which, with what each means behind its name. */
function Kinds() {
  const { words } = useLanguage();
  return (
    <p className="note">
      {words.kinds} <TermWord term="reported" />, <TermWord term="linked" />, <TermWord term="modelled" />.
    </p>
  );
}

/** All years share one scale, so that an arrow that thins is a flow that falls. */
function MapOf({
  overview,
  all,
  vintage,
  year,
}: {
  overview: Overview;
  all: Overview;
  vintage: Vintage;
  year: number | null;
}) {
  const { words } = useLanguage();
  const navigate = useNavigate();
  const open = useCallback(
    (origin: string, destination: string) =>
      navigate({ to: '/corridors/$origin/$destination', params: { origin, destination } }),
    [navigate],
  );
  return (
    <FlowMap
      flows={overview.flows}
      offices={vintage.offices}
      {...(year !== null && { largest: largestOfAYear(all) })}
      source={addresses.overview(vintage.id, year)}
      caption={`${words.overview.mapNote} ${words.source(vintage.id)}.`}
      open={open}
    />
  );
}

/** What the largest corridor has in the year with the most moves, if its share of all moves is that of all years. */
function largestOfAYear({ flows, totals, by_year }: Overview): number {
  const share = Math.max(...flows.map(({ united }) => united ?? 0)) / Math.max(totals.united, 1);
  return Math.max(1, share * Math.max(...by_year.map(({ united }) => united)));
}
