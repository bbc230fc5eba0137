import * as Plot from '@observablehq/plot';
import type { Range } from '../range.ts';
import { formatCount } from '../wording/numbers.ts';
import { paint } from './palette.ts';
import { drawSvg } from './svg.ts';
import { roundTicks } from './ticks.ts';
import { LINE_HEIGHT, wrapText } from './wrap-text.ts';

export interface RangeRow {
  label: string;
  persons: Range;
  /** Whether it is one of those compared. */
  compared: boolean;
}

const WIDTH = 440;
const BAND = 20;

/** Modelled figures with their ranges, one below the other, over the part that those compared have in common. */
export function drawRanges(
  rows: readonly RangeRow[],
  { title, common, width = WIDTH }: { title: string; common: { low: number; high: number } | null; width?: number },
): string {
  const texts = rows.map(each => wrapText(textOf(each), width - 20));
  const head = LINE_HEIGHT * Math.max(1, ...texts.map(text => text.split('\n').length)) + 2;
  const height = head + BAND;
  const placed = rows.map((each, row) => ({ ...each, ...each.persons, row }));
  const [low, high] = [Math.min(0, ...placed.map(each => each.low)), Math.max(1, ...placed.map(each => each.high))];
  const room = (high - low) * 0.03;
  const ticks = roundTicks(low, high, width / (formatCount(high).length * 6.9 + 14));
  const shown = { y: 'row', dy: height / 2 - BAND / 2 } as const;
  return drawSvg(
    {
      ...{
        width,
        height: rows.length * height + 32,
        marginTop: 8,
        marginBottom: 24,
        marginLeft: 4,
        marginRight: 14,
      },
      x: { type: 'linear', domain: [low - (low < 0 ? room : 0), high + room] },
      y: { type: 'band', domain: placed.map(({ row }) => row), axis: null, paddingInner: 0, paddingOuter: 0 },
      marks: [
        ...(common === null
          ? []
          : [
              Plot.barX(placed, {
                x1: common.low,
                x2: common.high,
                y: 'row',
                fill: paint('modelled'),
                fillOpacity: 0.18,
              }),
            ]),
        Plot.gridX(ticks, { stroke: paint('rule'), strokeOpacity: 1 }),
        Plot.axisX(ticks, { tickSize: 0, tickFormat: formatCount, fill: paint('quiet'), label: null }),
        Plot.ruleX([0], { stroke: paint('quiet'), strokeWidth: 0.8 }),
        Plot.ruleY(placed, {
          ...{ ...shown, x1: 'low', x2: 'high', stroke: paint('modelled'), strokeWidth: 7 },
          strokeOpacity: each => (each.compared ? 0.6 : 0.25),
        }),
        Plot.dot(placed, { ...shown, x: 'value', r: 4.5, fill: paint('modelled'), stroke: paint('paper') }),
        Plot.text(placed, {
          ...{ y: 'row', frameAnchor: 'left', textAnchor: 'start', lineAnchor: 'top', dy: -height / 2 + 1 },
          ...{ fill: paint('ink'), stroke: paint('paper'), strokeWidth: 4, text: each => texts[each.row] ?? '' },
        }),
      ],
    },
    title,
  );
}

function textOf({ label, persons: { low, value, high } }: RangeRow): string {
  return `${label}: ${formatCount(value)} (${formatCount(low)}…${formatCount(high)})`;
}
