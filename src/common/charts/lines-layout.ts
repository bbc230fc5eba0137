import type { Corridor } from './corridors.ts';
import { roundTicks, yearTicks } from './ticks.ts';

export const LINES_WIDTH = 400;
export const LINES_HEIGHT = 236;
const MARGIN_TOP = 14;
const MARGIN_BOTTOM = 26;
const LINE_HEIGHT = 14;

/** Where a line's direct label stands beside its end, in pixels from the top. */
export interface EndLabel {
  text: string;
  top: number;
  lines: number;
}

export interface LinesLayout {
  first: number;
  last: number;
  yearTicks: readonly number[];
  /** The top of the value axis. */
  top: number;
  valueTicks: readonly number[];
  margins: { marginTop: number; marginBottom: number; marginLeft: number; marginRight: number };
}

/** Scales and margins of a line chart; corridors drawn side by side share the top of the value axis. */
export function linesLayout({ years }: Corridor, highest: number, labels: readonly string[]): LinesLayout {
  const [first = 0, last = 0] = [years[0]?.year, years.at(-1)?.year];
  const top = Math.max(highest, 1) * 1.04;
  const valueTicks = roundTicks(0, top, 5);
  const longest = Math.max(...labels.flatMap(label => label.split('\n')).map(line => line.length));
  const digits = String(valueTicks.at(-1) ?? 0).length;
  const margins = {
    marginTop: MARGIN_TOP,
    marginBottom: MARGIN_BOTTOM,
    marginLeft: 14 + 8 * digits,
    marginRight: 16 + Math.ceil(7.4 * longest),
  };
  return { first, last, yearTicks: yearTicks(first, last), top, valueTicks, margins };
}

/** Sets labels beside the values they belong to, pushed apart where they would overlap, and held inside the frame. */
export function placeEndLabels(ends: readonly { text: string; value: number }[], top: number): EndLabel[] {
  const bottom = LINES_HEIGHT - MARGIN_BOTTOM;
  const placed = ends
    .map(({ text, value }) => {
      const lines = text.split('\n').length;
      return { text, lines, top: bottom - (value / top) * (bottom - MARGIN_TOP) - (lines * LINE_HEIGHT) / 2 };
    })
    .sort((a, b) => a.top - b.top);
  let floor = 0;
  for (const label of placed) {
    label.top = Math.max(label.top, floor);
    floor = label.top + label.lines * LINE_HEIGHT + 2;
  }
  let ceiling = LINES_HEIGHT - 4;
  for (const label of placed.toReversed()) {
    label.top = Math.min(label.top, ceiling - label.lines * LINE_HEIGHT);
    ceiling = label.top - 2;
  }
  return placed;
}
