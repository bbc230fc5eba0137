import { Navigate, useParams } from '@tanstack/react-router';
import { formatCount, formatYears } from '../../../src/common/wording/numbers.ts';
import { officeName } from '../../../src/common/wording/offices.ts';
import { fromState, toState } from '../../../src/common/wording/state-phrases.ts';
import { addresses, useCorridor, useOverview, useVintage, useVintageId } from '../api/queries.ts';
import type { Corridor, Vintage } from '../api/types.ts';
import { Answered } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { VintageLine } from '../layout/vintage-line.tsx';
import { useLanguage } from '../words/language.tsx';
import { BalanceTable } from './corridor/balance-table.tsx';
import { BothLines } from './corridor/both-lines.tsx';
import { ChooseCorridor } from './corridor/choose-corridor.tsx';
import { highestOf } from './corridor/modelled.ts';
import { TrueFlow } from './corridor/true-flow.tsx';
import { Why } from './corridor/why.tsx';
import { YearsTable } from './corridor/years-table.tsx';
import { NotFound } from './not-found.tsx';

/** Without a corridor in the address: Belarus and Russia where they are on file, else the largest. */
export function FirstCorridorPage() {
  const overview = useOverview(useVintageId(), null);
  return (
    <Answered query={overview} missing={<Navigate to="/" />}>
      {({ flows }) => {
        const first =
          flows.find(({ origin, destination }) => origin === 'RU' && destination === 'BY') ??
          flows.toSorted((a, b) => (b.united ?? 0) - (a.united ?? 0))[0];
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
  const chosen = useVintageId();
  const vintage = useVintage(chosen);
  const isNamed = [origin, destination].every(state => /^[A-Z]{2}$/.test(state)) && origin !== destination;
  const corridor = useCorridor(chosen, origin, destination, isNamed);
  if (!isNamed) return <NotFound />;
  return (
    <Answered query={vintage} missing={<Navigate to="/" />}>
      {found => (
        <Answered query={corridor}>
          {answer => <Shown key={answer.origin + answer.destination} vintage={found} corridor={answer} />}
        </Answered>
      )}
    </Answered>
  );
}

function Shown({ vintage, corridor }: { vintage: Vintage; corridor: Corridor }) {
  const { words, lang } = useLanguage();
  const { origin, destination } = corridor;
  const title = words.corridor.title(fromState(origin, lang), toState(destination, lang));
  useTitle(title);
  const isReported = highestOf([...corridor.years, ...corridor.opposite], undefined) > 0;
  const isWhole = [origin, destination].every(state => vintage.offices.includes(state));
  const source = addresses.corridor(vintage.id, origin, destination);
  return (
    <>
      <VintageLine vintage={vintage} />
      <h1>{title}</h1>
      <p className="answer">
        <AnswerSentence corridor={corridor} vintage={vintage} />
      </p>
      <ChooseCorridor origin={origin} destination={destination} />
      {isReported && (
        <section>
          <h2>{words.corridor.lines}</h2>
          <BothLines corridor={corridor} vintage={vintage} />
          <TrueFlow corridor={corridor} />
          <YearsTable corridor={corridor} vintage={vintage} />
        </section>
      )}
      {isReported && isWhole && (
        <>
          <section>
            <h2>{words.corridor.balanceTitle}</h2>
            <BalanceTable corridor={corridor} source={source} />
          </section>
          <Why corridor={corridor} vintage={vintage} source={source} />
        </>
      )}
    </>
  );
}

/** What is united where both offices are loaded, and what each office said; an office without slips said nothing. */
function AnswerSentence({ corridor, vintage }: { corridor: Corridor; vintage: Vintage }) {
  const { words, lang } = useLanguage();
  const { origin, destination, years } = corridor;
  const sum = (figure: 'united' | 'arrivals_reported' | 'departures_reported') =>
    years.reduce((total, each) => total + (each[figure] ?? 0), 0);
  if (highestOf(years, undefined) === 0) return words.corridor.nothingReported;
  const span = formatYears(years[0]?.year ?? 0, years.at(-1)?.year ?? 0);
  const [hasOrigin, hasDestination] = [origin, destination].map(state => vintage.offices.includes(state));
  const into = formatCount(sum('arrivals_reported'));
  const out = formatCount(sum('departures_reported'));
  if (hasOrigin && hasDestination)
    return words.corridor.answer({
      ...{ united: sum('united'), years: span, into, out },
      intoOffice: officeName(destination, lang),
      outOffice: officeName(origin, lang),
    });
  return words.corridor.oneOffice({
    years: span,
    office: officeName(hasDestination ? destination : origin, lang),
    reported: hasDestination ? words.corridor.arrivalsCount(into) : words.corridor.departuresCount(out),
    missing: officeName(hasDestination ? origin : destination, lang),
  });
}
