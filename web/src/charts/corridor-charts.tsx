import { useMemo } from 'react';
import type { Cause } from '../../../src/common/causes.ts';
import { corridorTitle } from '../../../src/common/charts/corridor-title.ts';
import { corridorsOf, emptyCorridor } from '../../../src/common/charts/corridors.ts';
import { drawLines } from '../../../src/common/charts/lines-chart.ts';
import { drawWaterfall, waterfallAreas, waterfallDomain } from '../../../src/common/charts/waterfall-chart.ts';
import { CAUSE_WORDS } from '../../../src/common/wording/cause-words.ts';
import { formatSigned } from '../../../src/common/wording/numbers.ts';
import type { Corridor, Side, YearFigures } from '../api/types.ts';
import { Chart } from '../layout/chart.tsx';
import { highestOf, type Modelled } from '../pages/corridor/modelled.ts';
import { useLanguage } from '../words/language.tsx';
import { drawnFigures } from './drawn-figures.ts';

interface LinesProps {
  origin: string;
  destination: string;
  years: readonly YearFigures[];
  /** The largest value of the charts that share one scale. */
  highest: number;
  /** Whose lines are known: an office without slips reported nothing, which is not nought. */
  only: readonly ('arrivals' | 'departures' | 'united')[];
  modelled: Modelled | undefined;
  source: string;
  vintage: number;
}

/** One corridor as figures 1 to 4 of the CARIM-East note: both offices' lines, the united one, and the true flow as modelled. */
export function Lines({ origin, destination, years, highest, only, modelled, source, vintage }: LinesProps) {
  const { words, lang } = useLanguage();
  const svg = useMemo(() => {
    const [corridor = emptyCorridor(origin, destination)] = corridorsOf({
      flows: years.map(each => ({ origin, destination, ...drawnFigures(each) })),
      gaps: [],
    });
    return corridor.years.length === 0 || highestOf(years, undefined) === 0
      ? ''
      : drawLines(corridor, { highest, lang, only, modelled });
  }, [origin, destination, years, highest, only, modelled, lang]);
  const header = ['year', 'united', 'arrivals_reported', 'departures_reported'];
  const rows = [
    modelled === undefined ? header : [...header, 'true_flow', 'true_low95', 'true_high95'],
    ...years.map(({ year, united, arrivals_reported, departures_reported }) => [
      ...[year, united, arrivals_reported, departures_reported],
      ...(modelled === undefined
        ? []
        : [modelled.middle, modelled.low, modelled.high].map(times =>
            united === null ? null : Math.round(united * times),
          )),
    ]),
  ];
  const title = corridorTitle({ origin, destination }, lang);
  if (svg === '')
    return (
      <figure>
        <p className="title">{title}</p>
        <p className="empty">{words.corridor.nothingReported}</p>
      </figure>
    );
  return (
    <Chart
      svg={svg}
      title={title}
      name={`saldo-${origin}-${destination}`}
      rows={rows}
      caption={`${words.corridor.linesNote} ${modelled === undefined ? '' : words.corridor.bandNote} ${words.source(vintage)}.`}
      source={source}
    />
  );
}

export interface ChosenCause {
  side: Side;
  cause: Cause;
}

/** The gap between the two offices' figures, cause by cause, in one year or all together; each cause can be chosen. */
export function Waterfall({
  corridor,
  year,
  chosen,
  choose,
  source,
  vintage,
}: {
  corridor: Corridor;
  year: number | null;
  chosen: ChosenCause | undefined;
  choose: (chosen: ChosenCause) => void;
  source: string;
  vintage: number;
}) {
  const { words, lang } = useLanguage();
  const { origin, destination } = corridor;
  const [years, causes] = useMemo(() => {
    const ofYear = <Row extends { year: number }>(rows: readonly Row[]) =>
      rows.filter(row => year === null || row.year === year);
    return [ofYear(corridor.years), ofYear(corridor.causes)];
  }, [corridor, year]);
  const drawn = useMemo(() => {
    const [found] = corridorsOf({
      flows: years.map(each => ({ origin, destination, ...drawnFigures(each) })),
      gaps: causes.map(each => ({ origin, destination, ...each })),
    });
    return found;
  }, [origin, destination, years, causes]);
  const svg = useMemo(() => (drawn === undefined ? '' : drawWaterfall(drawn, lang)), [drawn, lang]);
  if (drawn === undefined) return <p className="empty sans">{words.corridor.nothingReported}</p>;
  const rows = [
    ['year', 'side', 'cause', 'count'],
    ...causes.map(({ year: its, side, cause, count }) => [its, side, cause, count]),
  ];
  const [start] = waterfallDomain(drawn);
  const areas = waterfallAreas(drawn).map(({ side, cause, top, height }) => {
    const count = drawn.causes.find(each => each.side === side && each.cause === cause)?.count ?? 0;
    return (
      <button
        key={side + cause}
        type="button"
        className="area"
        aria-pressed={chosen?.side === side && chosen.cause === cause}
        aria-label={`${CAUSE_WORDS[cause].name[lang]}, ${words[side]}: ${formatSigned(count)}`}
        style={{ top: `${top * 100}%`, height: `${height * 100}%` }}
        onClick={() => choose({ side, cause })}
      />
    );
  });
  return (
    <Chart
      narrow
      svg={svg}
      name={`saldo-why-${origin}-${destination}${year === null ? '' : `-${year}`}`}
      rows={rows}
      over={areas}
      caption={`${words.corridor.waterfallNote} ${start === 0 ? '' : words.corridor.notFromZero} ${words.source(vintage)}.`}
      source={source}
    />
  );
}
