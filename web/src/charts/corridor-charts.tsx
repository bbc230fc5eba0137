import { useMemo } from 'react';
import type { Cause } from '../../../src/common/causes.ts';
import { corridorsOf, emptyCorridor } from '../../../src/common/charts/corridors.ts';
import { drawLines } from '../../../src/common/charts/lines-chart.ts';
import { drawWaterfall } from '../../../src/common/charts/waterfall-chart.ts';
import type { Corridor, YearFigures } from '../api/types.ts';
import { Chart } from '../layout/chart.tsx';
import { useLanguage } from '../words/language.tsx';

interface LinesProps {
  origin: string;
  destination: string;
  years: readonly YearFigures[];
  /** The opposite corridor, which shares the scale. */
  against: readonly YearFigures[];
  source: string;
  vintage: number;
}

/** One corridor as figures 1 to 4 of the CARIM-East note: both offices' lines and the united one. */
export function Lines({ origin, destination, years, against, source, vintage }: LinesProps) {
  const { words, lang } = useLanguage();
  const svg = useMemo(() => {
    const [corridor = emptyCorridor(origin, destination)] = corridorsOf({
      flows: years.map(each => ({ origin, destination, ...each })),
      gaps: [],
    });
    return corridor.years.length === 0 ? '' : drawLines(corridor, highest([...years, ...against]), lang);
  }, [origin, destination, years, against, lang]);
  const rows = [
    ['year', 'united', 'arrivals_reported', 'departures_reported'],
    ...years.map(each => [each.year, each.united, each.arrivals_reported, each.departures_reported]),
  ];
  return (
    <Chart
      svg={svg}
      name={`saldo-${origin}-${destination}`}
      rows={rows}
      caption={`${words.corridor.linesNote} ${words.source(vintage)}.`}
      source={source}
    />
  );
}

function highest(years: readonly YearFigures[]): number {
  return Math.max(1, ...years.flatMap(each => [each.united, each.arrivals_reported, each.departures_reported]));
}

/** The gap between the two offices' figures, cause by cause, all years together. */
export function Waterfall({ corridor, source, vintage }: { corridor: Corridor; source: string; vintage: number }) {
  const { words, lang } = useLanguage();
  const { origin, destination, years, causes } = corridor;
  const svg = useMemo(() => {
    const [drawn] = corridorsOf({
      flows: years.map(each => ({ origin, destination, ...each })),
      gaps: causes.map(each => ({ origin, destination, ...each, cause: each.cause as Cause })),
    });
    return drawn === undefined ? '' : drawWaterfall(drawn, lang);
  }, [origin, destination, years, causes, lang]);
  const rows = [
    ['year', 'side', 'cause', 'count'],
    ...causes.map(({ year, side, cause, count }) => [year, side, cause, count]),
  ];
  return (
    <Chart
      narrow
      svg={svg}
      name={`saldo-why-${origin}-${destination}`}
      rows={rows}
      caption={`${words.source(vintage)}.`}
      source={source}
    />
  );
}
