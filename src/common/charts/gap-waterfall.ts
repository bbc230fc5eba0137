import * as Plot from '@observablehq/plot';
import type { Range } from '../range.ts';
import { formatCount } from '../wording/numbers.ts';
import { paint } from './palette.ts';
import { drawSvg } from './svg.ts';
import { roundTicks } from './ticks.ts';

/** A line of an account: added, taken off, or the level that follows. */
export interface GapStep {
  label: string;
  role: 'add' | 'take' | 'level';
  kind: 'reported' | 'linked' | 'modelled';
  persons: Range;
}

interface Bar extends GapStep {
  row: number;
  from: number;
  to: number;
  /** Bounds of the level after this line. */
  low: number;
  high: number;
}

const WIDTH = 440;
const ROW = 40;
const MARGINS = { marginTop: 4, marginBottom: 24, marginLeft: 4, marginRight: 14 };
const DIGIT = 6.9;

/**
 * An account as a waterfall: each line leads from one level to the next, the levels stand out, and a band shows where each may lie by the
 * bounds of the lines above it. The text of a line stands over its bar, so that long names have room.
 */
export function drawGapWaterfall(steps: readonly GapStep[], title: string): string {
  const bars = barsOf(steps);
  const [low, high] = [
    Math.min(0, ...bars.map(bar => Math.min(bar.low, bar.to))),
    Math.max(1, ...bars.map(bar => Math.max(bar.high, bar.from, bar.to))),
  ];
  const room = (high - low) * 0.03;
  const ticks = roundTicks(low, high, WIDTH / (formatCount(high).length * DIGIT + 14));
  const names = bars.map(({ row }) => row);
  return drawSvg(
    {
      width: WIDTH,
      height: bars.length * ROW + MARGINS.marginTop + MARGINS.marginBottom,
      ...MARGINS,
      x: { type: 'linear', domain: [low - (low < 0 ? room : 0), high + room] },
      y: { type: 'band', domain: names, axis: null, paddingInner: 0, paddingOuter: 0 },
      marks: [
        Plot.gridX(ticks, { stroke: paint('rule'), strokeOpacity: 1 }),
        Plot.axisX(ticks, { tickSize: 0, tickFormat: formatCount, fill: paint('quiet'), label: null }),
        Plot.ruleX([0], { stroke: paint('quiet'), strokeWidth: 0.8 }),
        Plot.barX(
          bars.filter(({ role }) => role === 'level'),
          {
            ...{ x1: 'low', x2: 'high', y: 'row', insetTop: 17, insetBottom: 5 },
            ...{ fill: paint('modelled'), fillOpacity: 0.3 },
          },
        ),
        Plot.barX(
          bars.filter(({ role }) => role !== 'level'),
          {
            ...{ x1: 'from', x2: 'to', y: 'row', insetTop: 20, insetBottom: 8, strokeWidth: 1 },
            fill: bar => (bar.role === 'add' ? paint('destination') : paint('origin')),
            fillOpacity: bar => (bar.kind === 'modelled' ? 0.25 : 0.85),
            stroke: bar => (bar.role === 'add' ? paint('destination') : paint('origin')),
          },
        ),
        Plot.ruleY(
          bars.filter(({ role, low: from, high: to }) => role !== 'level' && from < to),
          {
            ...{ x1: 'low', x2: 'high', y: 'row', dy: 6, stroke: paint('modelled'), strokeWidth: 2 },
          },
        ),
        Plot.tickX(
          bars.filter(({ role }) => role === 'level'),
          {
            ...{ x: 'to', y: 'row', insetTop: 15, insetBottom: 3, stroke: paint('united'), strokeWidth: 4 },
          },
        ),
        ...(['add', 'take', 'level'] as const).map(role =>
          Plot.text(
            bars.filter(bar => bar.role === role),
            {
              ...{ y: 'row', frameAnchor: 'left', textAnchor: 'start', dy: -11, fill: paint('ink') },
              ...{
                text: textOf,
                fontWeight: role === 'level' ? 'bold' : 'normal',
                stroke: paint('paper'),
                strokeWidth: 4,
              },
            },
          ),
        ),
      ],
    },
    title,
  );
}

function barsOf(steps: readonly GapStep[]): Bar[] {
  let level: Range = { low: 0, value: 0, high: 0 };
  return steps.map((step, row) => {
    const { low, value, high } = step.persons;
    const from = level.value;
    if (step.role === 'add') level = { low: level.low + low, value: level.value + value, high: level.high + high };
    if (step.role === 'take') level = { low: level.low - high, value: level.value - value, high: level.high - low };
    return { ...step, row, from, to: level.value, low: level.low, high: level.high };
  });
}

function textOf({ label, role, persons: { low, value, high } }: Bar): string {
  const sign = { add: '+', take: '\u2212', level: '=' }[role];
  const bounds = low < high ? `  (${formatCount(low)}…${formatCount(high)})` : '';
  return `${sign} ${label}: ${formatCount(value)}${bounds}`;
}
