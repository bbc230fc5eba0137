import * as Plot from '@observablehq/plot';
import type { Range } from '../range.ts';
import { formatCount } from '../wording/numbers.ts';
import { paint } from './palette.ts';
import { drawSvg } from './svg.ts';
import { roundTicks } from './ticks.ts';
import { LINE_HEIGHT, wrapText } from './wrap-text.ts';

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

/** Pixels of a page's column; a phone has fewer. */
const WIDTH = 440;
const BAR = 24;
const MARGINS = { marginTop: 4, marginBottom: 24, marginLeft: 4, marginRight: 14 };
const DIGIT = 6.9;

/**
 * An account as a waterfall: each line leads from one level to the next, the levels stand out, and a band shows where each may lie by the
 * bounds of the lines above it. The text of a line stands over its bar, so that long names have room.
 */
export function drawGapWaterfall(steps: readonly GapStep[], title: string, width = WIDTH): string {
  const bars = barsOf(steps);
  const texts = bars.map(bar => wrapText(textOf(bar), width - MARGINS.marginLeft - MARGINS.marginRight));
  const head = LINE_HEIGHT * Math.max(...texts.map(text => text.split('\n').length)) + 2;
  const row = head + BAR;
  const [low, high] = [
    Math.min(0, ...bars.map(bar => Math.min(bar.low, bar.to))),
    Math.max(1, ...bars.map(bar => Math.max(bar.high, bar.from, bar.to))),
  ];
  const room = (high - low) * 0.03;
  const ticks = roundTicks(low, high, width / (formatCount(high).length * DIGIT + 14));
  const names = bars.map(({ row }) => row);
  return drawSvg(
    {
      width,
      height: bars.length * row + MARGINS.marginTop + MARGINS.marginBottom,
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
            ...{ x1: 'low', x2: 'high', y: 'row', insetTop: head, insetBottom: 6 },
            ...{ fill: paint('modelled'), fillOpacity: 0.3 },
          },
        ),
        Plot.barX(
          bars.filter(({ role }) => role !== 'level'),
          {
            ...{ x1: 'from', x2: 'to', y: 'row', insetTop: head + 3, insetBottom: 9, strokeWidth: 1 },
            fill: bar => (bar.role === 'add' ? paint('destination') : paint('origin')),
            fillOpacity: bar => (bar.kind === 'modelled' ? 0.25 : 0.85),
            stroke: bar => (bar.role === 'add' ? paint('destination') : paint('origin')),
          },
        ),
        Plot.ruleY(
          bars.filter(({ role, low: from, high: to }) => role !== 'level' && from < to),
          {
            ...{ x1: 'low', x2: 'high', y: 'row', dy: row / 2 - 15, stroke: paint('modelled'), strokeWidth: 3 },
          },
        ),
        Plot.tickX(
          bars.filter(({ role }) => role === 'level'),
          {
            ...{ x: 'to', y: 'row', insetTop: head - 2, insetBottom: 4, stroke: paint('united'), strokeWidth: 4 },
          },
        ),
        ...(['add', 'take', 'level'] as const).map(role =>
          Plot.text(
            bars.filter(bar => bar.role === role),
            {
              ...{ y: 'row', frameAnchor: 'left', textAnchor: 'start', lineAnchor: 'top', dy: -row / 2 + 1 },
              ...{ fill: paint('ink'), stroke: paint('paper'), strokeWidth: 4 },
              ...{ text: bar => texts[bar.row] ?? '', fontWeight: role === 'level' ? 'bold' : 'normal' },
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
