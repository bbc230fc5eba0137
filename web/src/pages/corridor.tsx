import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { SPACE_STATES } from '../../../src/common/space.ts';
import { stateName } from '../../../src/common/states.ts';
import { CAUSE_WORDS } from '../../../src/common/wording/cause-words.ts';
import { formatCount, formatSigned, formatYears } from '../../../src/common/wording/numbers.ts';
import { officeGenitive, officeName } from '../../../src/common/wording/offices.ts';
import { fromState, ofStateWithState, toState } from '../../../src/common/wording/state-phrases.ts';
import { VERDICT_WORDS } from '../../../src/common/wording/verdict-words.ts';
import { addresses, useCorridor, useOverview, useSession, useTimelines, useVintage } from '../api/queries.ts';
import type { Corridor, GapFigures, Side, TimelineSlip, Vintage } from '../api/types.ts';
import { holds } from '../layout/frame.tsx';
import { Scrolled } from '../layout/scrolled.tsx';
import { Answered } from '../layout/states.tsx';
import { TermWord } from '../layout/term.tsx';
import { useTitle } from '../layout/titled.ts';
import { VintageLine } from '../layout/vintage-line.tsx';
import { useLanguage } from '../words/language.tsx';

const Lines = lazy(() => import('../charts/corridor-charts.tsx').then(({ Lines }) => ({ default: Lines })));
const Waterfall = lazy(() => import('../charts/corridor-charts.tsx').then(({ Waterfall }) => ({ default: Waterfall })));

/** Without a corridor in the address: Belarus and Russia where they are on file, else the largest. */
export function FirstCorridorPage() {
  const overview = useOverview('latest', null);
  return (
    <Answered query={overview} missing={<Navigate to="/" />}>
      {({ flows }) => {
        const first =
          flows.find(({ origin, destination }) => origin === 'RU' && destination === 'BY') ??
          flows.toSorted((a, b) => b.united - a.united)[0];
        return first === undefined ? (
          <Navigate to="/" />
        ) : (
          <Navigate
            to="/corridors/$origin/$destination"
            params={{ origin: first.origin, destination: first.destination }}
            replace
          />
        );
      }}
    </Answered>
  );
}

export function CorridorPage() {
  const { origin = '', destination = '' } = useParams({ strict: false });
  const vintage = useVintage('latest');
  const corridor = useCorridor('latest', origin, destination);
  return (
    <Answered query={vintage} missing={<Navigate to="/" />}>
      {found => <Answered query={corridor}>{answer => <Shown vintage={found} corridor={answer} />}</Answered>}
    </Answered>
  );
}

function Shown({ vintage, corridor }: { vintage: Vintage; corridor: Corridor }) {
  const { words, lang } = useLanguage();
  const { origin, destination, balance } = corridor;
  const title = words.corridor.title(fromState(origin, lang), toState(destination, lang));
  useTitle(title);
  const sum = (figure: 'united' | 'arrivals_reported' | 'departures_reported') =>
    corridor.years.reduce((total, each) => total + each[figure], 0);
  const years = formatYears(corridor.years[0]?.year ?? 0, corridor.years.at(-1)?.year ?? 0);
  const source = addresses.corridor(vintage.id, origin, destination);
  return (
    <>
      <VintageLine vintage={vintage} />
      <h1>{title}</h1>
      <p className="answer">
        {words.corridor.answer({
          united: formatCount(sum('united')),
          years,
          into: formatCount(sum('arrivals_reported')),
          intoOffice: officeName(destination, lang),
          out: formatCount(sum('departures_reported')),
          outOffice: officeName(origin, lang),
        })}
      </p>
      <p>
        {words.corridor.balance({
          united: formatSigned(balance.united),
          byArrivals: formatSigned(balance.by_arrivals),
          first: formatSigned(balance.by_destination_office),
          second: formatSigned(balance.by_origin_office),
          firstOffice: officeGenitive(destination, lang),
          secondOffice: officeGenitive(origin, lang),
          of: ofStateWithState(destination, origin, lang),
        })}
      </p>
      <Choice origin={origin} destination={destination} />
      <section>
        <h2>{words.corridor.lines}</h2>
        <Suspense fallback={<p className="loading sans">{words.loading}</p>}>
          <div className="two">
            <Lines
              origin={origin}
              destination={destination}
              years={corridor.years}
              source={source}
              vintage={vintage.id}
              against={corridor.opposite}
            />
            <Lines
              origin={destination}
              destination={origin}
              years={corridor.opposite}
              source={addresses.corridor(vintage.id, destination, origin)}
              vintage={vintage.id}
              against={corridor.years}
            />
          </div>
        </Suspense>
        <TrueFlow corridor={corridor} />
      </section>
      <Why corridor={corridor} vintage={vintage} source={source} />
    </>
  );
}

function Choice({ origin, destination }: { origin: string; destination: string }) {
  const { words, lang } = useLanguage();
  const navigate = useNavigate();
  const open = (from: string, to: string) => {
    if (from !== to) navigate({ to: '/corridors/$origin/$destination', params: { origin: from, destination: to } });
  };
  const states = [...new Set([...SPACE_STATES, origin, destination])].toSorted((a, b) =>
    stateName(a, lang).localeCompare(stateName(b, lang), lang),
  );
  const select = (label: string, value: string, choose: (state: string) => void) => (
    <label>
      {label}
      <br />
      <select value={value} onChange={event => choose(event.target.value)}>
        {states.map(state => (
          <option key={state} value={state}>
            {stateName(state, lang)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form aria-label={words.corridor.choose}>
      <div className="row">
        {select(words.from, origin, state => open(state, destination))}
        <button
          type="button"
          className="act light"
          aria-label={`${stateName(destination, lang)} → ${stateName(origin, lang)}`}
          onClick={() => open(destination, origin)}
        >
          ⇄
        </button>
        {select(words.to, destination, state => open(origin, state))}
      </div>
    </form>
  );
}

function TrueFlow({ corridor }: { corridor: Corridor }) {
  const { words } = useLanguage();
  const row = corridor.coverage.find(({ true_flow }) => true_flow !== null);
  if (row === undefined || row.true_flow === null) return null;
  return (
    <p className="modelled">
      {words.corridor.trueFlow(
        formatCount(row.true_low95 ?? row.true_flow),
        formatCount(row.true_flow),
        formatCount(row.true_high95 ?? row.true_flow),
      )}{' '}
      <TermWord term="modelled" />
    </p>
  );
}

interface ChosenCause {
  side: Side;
  cause: string;
  year: number | null;
}

function Why({ corridor, vintage, source }: { corridor: Corridor; vintage: Vintage; source: string }) {
  const { words } = useLanguage();
  const [chosen, choose] = useState<ChosenCause>();
  return (
    <section>
      <h2>{words.corridor.why}</h2>
      <Suspense fallback={<p className="loading sans">{words.loading}</p>}>
        <Waterfall corridor={corridor} source={source} vintage={vintage.id} />
      </Suspense>
      <p className="note quiet">{words.corridor.whyNote}</p>
      <Causes corridor={corridor} choose={choose} />
      {chosen && <Histories vintage={vintage} corridor={corridor} chosen={chosen} />}
    </section>
  );
}

/** Causes of each side, all years together and year by year. */
function Causes({ corridor, choose }: { corridor: Corridor; choose: (chosen: ChosenCause) => void }) {
  const { words, lang } = useLanguage();
  const years = corridor.years.map(({ year }) => year);
  const rows = groupCauses(corridor.causes);
  if (rows.length === 0) return null;
  return (
    <Scrolled label={words.corridor.causes}>
      <table>
        <thead>
          <tr>
            <th className="text">{words.corridor.cause}</th>
            <th className="text" />
            <th>{words.allYears}</th>
            {years.map(year => (
              <th key={year}>{year}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ side, cause, total, byYear }) => (
            <tr key={side + cause}>
              <td className="text">
                <button type="button" className="cause" onClick={() => choose({ side, cause, year: null })}>
                  {causeName(cause, lang)}
                </button>
              </td>
              <td className="text quiet">{side === 'arrivals' ? words.arrivals : words.departures}</td>
              <td>{formatSigned(total)}</td>
              {years.map(year => (
                <td key={year}>{byYear.has(year) ? formatSigned(byYear.get(year) ?? 0) : ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function groupCauses(causes: readonly GapFigures[]) {
  const groups = new Map<string, { side: Side; cause: string; total: number; byYear: Map<number, number> }>();
  for (const { side, cause, year, count } of causes) {
    const key = `${side} ${cause}`;
    const group = groups.get(key) ?? { side, cause, total: 0, byYear: new Map<number, number>() };
    group.total += count;
    group.byYear.set(year, (group.byYear.get(year) ?? 0) + count);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((a, b) => a.side.localeCompare(b.side) || Math.abs(b.total) - Math.abs(a.total));
}

export function causeName(cause: string, lang: 'ru' | 'en'): string {
  return (CAUSE_WORDS as Record<string, { name: Record<'ru' | 'en', string> }>)[cause]?.name[lang] ?? cause;
}

/** Slips' histories behind a cause, without names, for statisticians. */
function Histories({ vintage, corridor, chosen }: { vintage: Vintage; corridor: Corridor; chosen: ChosenCause }) {
  const { words, lang } = useLanguage();
  const { data: session } = useSession();
  const may = holds(session, ['statistician']);
  const query = new URLSearchParams({
    origin: corridor.origin,
    destination: corridor.destination,
    side: chosen.side,
    cause: chosen.cause,
    limit: '5',
  });
  const timelines = useTimelines(vintage.id, query.toString(), may);
  return (
    <div aria-live="polite">
      <h3>{words.corridor.histories(causeName(chosen.cause, lang))}</h3>
      <p className="note">
        {(CAUSE_WORDS as Record<string, { meaning: Record<'ru' | 'en', string> }>)[chosen.cause]?.meaning[lang]}
      </p>
      {may ? (
        <Answered query={timelines}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="empty sans">{words.corridor.noHistories}</p>
            ) : (
              items.map(({ person, slips }) => (
                <div key={person}>
                  <strong className="sans">{words.corridor.person(formatCount(person))}</strong>
                  <ol className="timeline">
                    {slips.map((slip, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: slips of other offices have no other name.
                      <li key={at} className={slip.highlighted ? 'marked' : ''}>
                        <SlipLine slip={slip} />
                      </li>
                    ))}
                  </ol>
                </div>
              ))
            )
          }
        </Answered>
      ) : (
        <p className="empty sans">{words.who('statistician')}</p>
      )}
    </div>
  );
}

function SlipLine({ slip }: { slip: TimelineSlip }) {
  const { words, lang } = useLanguage();
  const day = (iso: string) =>
    new Date(`${iso}T00:00:00Z`).toLocaleDateString(lang, {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
  const what =
    slip.kind === 'arrival'
      ? words.corridor.arrival(fromState(slip.origin, lang))
      : words.corridor.departure(toState(slip.destination, lang));
  return (
    <>
      <time>{day(slip.event_on ?? slip.registered_on)}</time> {officeName(slip.office, lang)}: {what};{' '}
      {words.corridor.registered(day(slip.registered_on))} — {VERDICT_WORDS[slip.verdict]?.name[lang] ?? slip.verdict}
      {slip.own_slip_id && <span className="quiet"> · {slip.own_slip_id}</span>}
    </>
  );
}
