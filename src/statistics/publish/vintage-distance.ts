import type { FlowRow, GapRow } from '../accounts/account-tables.ts';
import { cellKey, sumFlows, sumGaps } from './cell.ts';
import { type DisclosureRule, isEnough } from './disclosure-rule.ts';

interface ExactCells {
  readonly flows: readonly FlowRow[];
  readonly gaps: readonly GapRow[];
}

/**
 * By how many moves and slips the cells of two exact vintages differ, classes left out: Σ |difference| of united counts and of causes.
 * 0 for vintages with the same figures, whatever their parameters.
 */
export function vintageDistance(a: ExactCells, b: ExactCells): number {
  const counts = new Map<string, number>();
  const add = (key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count);
  for (const [sign, { flows, gaps }] of [
    [1, a],
    [-1, b],
  ] as const) {
    for (const flow of sumFlows(flows, [])) add(cellKey(flow, []), sign * flow.united);
    for (const gap of sumGaps(gaps, [])) add(`${cellKey(gap, [])}${gap.side} ${gap.cause}`, sign * gap.count);
  }
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}

/**
 * Whether releasing `next` beside `released` would show what only few slips changed: they differ, but by fewer than ten bases. Whoever
 * knows whose slips came in between could tell where they lie wherever a figure moves.
 */
export function isTooClose(next: ExactCells, released: ExactCells, rule: DisclosureRule): boolean {
  const distance = vintageDistance(next, released);
  return distance > 0 && !isEnough(rule, distance);
}
