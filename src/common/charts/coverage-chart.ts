import * as Plot from '@observablehq/plot';
import type { Language } from '../language.ts';
import { formatDecimal } from '../wording/numbers.ts';
import { officeName } from '../wording/offices.ts';
import { fromState, toState } from '../wording/state-phrases.ts';
import { chartWords } from './chart-words.ts';
import type { CoverageFigures } from './corridors.ts';
import { type Colour, paint } from './palette.ts';
import { drawSvg } from './svg.ts';

const WIDTH = 400;
const ROW = 22;
const MARGINS = { marginTop: 4, marginBottom: 24, marginLeft: 172, marginRight: 114 };

/** A row whose coverage is known. */
type Measured = CoverageFigures & { coverage: number };

/**
 * What one office sees of each of its streams, with the 95% interval; the number stands beside it.
 *
 * @param low where the scale begins, alike in all charts that stand together
 */
export function drawCoverage(
  office: string,
  rows: readonly CoverageFigures[],
  { low, lang }: { low: number; lang: Language },
): string {
  const measured = rows.filter(isMeasured);
  const ticks = [low, (low + 1) / 2, 1];
  const text = { y: streamOf, fill: paint('ink') } as const;
  return drawSvg(
    {
      width: WIDTH,
      height: measured.length * ROW + MARGINS.marginTop + MARGINS.marginBottom,
      ...MARGINS,
      x: { type: 'linear', domain: [low, 1] },
      y: { type: 'point', domain: measured.map(streamOf), axis: null },
      marks: [
        Plot.gridX(ticks, { stroke: paint('rule'), strokeOpacity: 1 }),
        Plot.axisX(ticks, {
          tickSize: 0,
          tickFormat: (share: number) => formatDecimal(share * 100, 0, lang),
          fill: paint('quiet'),
          label: null,
        }),
        ...measured.flatMap(row => pointMarks(row)),
        Plot.text(measured, {
          ...text,
          text: row => streamName(row, lang),
          frameAnchor: 'left',
          dx: -MARGINS.marginLeft,
        }),
        Plot.text(measured, {
          ...text,
          text: row => numbersOf(row, lang),
          frameAnchor: 'right',
          dx: MARGINS.marginRight,
          fontVariant: 'tabular-nums',
        }),
      ],
    },
    chartWords(lang).coverage(officeName(office, lang)),
  );
}

/** Where the scale of coverage begins: a round tenth below the lowest interval, so that at least a fifth is seen. */
export function coverageLow(rows: readonly CoverageFigures[]): number {
  const lowest = Math.min(...rows.filter(isMeasured).map(row => row.low95 ?? row.coverage), 0.8);
  return Math.max(0, Math.floor(lowest * 5) / 5);
}

/** "arrivals from Russia", as the office of the row registers them. */
export function streamName({ side, origin, destination }: CoverageFigures, lang: Language): string {
  const words = chartWords(lang);
  return side === 'arrivals'
    ? words.arrivalsFrom(fromState(origin, lang))
    : words.departuresTo(toState(destination, lang));
}

/** True where the other office has slips to measure this one by. */
export function isMeasured<Row extends CoverageFigures>(row: Row): row is Row & { coverage: number } {
  return row.coverage !== null;
}

function streamOf({ side, origin, destination }: CoverageFigures): string {
  return `${side} ${origin} ${destination}`;
}

function pointMarks(row: Measured): Plot.Markish[] {
  const colour: Colour = row.side === 'arrivals' ? 'destination' : 'origin';
  const at = { y: streamOf, stroke: paint(colour) } as const;
  const fill = row.side === 'arrivals' ? paint(colour) : paint('paper');
  return [
    Plot.ruleY([row], {
      ...at,
      x1: each => each.low95 ?? each.coverage,
      x2: each => each.high95 ?? each.coverage,
      strokeWidth: 3,
      strokeOpacity: 0.55,
    }),
    Plot.dot([row], { ...at, x: 'coverage', r: 3.6, strokeWidth: 1.6, fill }),
  ];
}

function numbersOf({ coverage, low95, high95 }: Measured, lang: Language): string {
  const percent = (share: number) => formatDecimal(share * 100, share > 0.9995 ? 0 : 1, lang);
  const interval = low95 === null || high95 === null ? '' : ` (${percent(low95)}–${percent(high95)})`;
  return percent(coverage) + interval;
}
