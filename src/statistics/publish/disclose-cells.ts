import type { FlowRow, GapRow } from '../accounts/account-tables.ts';
import { cellKey, compareCells, sumFlows, sumGaps } from './cell.ts';
import type { Rounding } from './rounding.ts';

/**
 * The public's flows and gaps. Each cell is taken apart into groups of moves and slips that do not overlap: the moves that lack nothing
 * on the departure side, the moves behind each cause that lowers a side, the slips behind each cause that raises one. Each group is
 * rounded by itself, and every figure is a sum of groups:
 *
 *   united = complete moves + Σ lowering groups        reported = united − the side's lowering groups + its raising groups
 *
 * So the identity of the account holds in the public's cells too, no figure is below zero, an office that reported nobody reports nobody,
 * and coarser tables are sums of these rows. A cell of which nothing is left is not listed.
 */
export function discloseCells(
  exact: { flows: readonly FlowRow[]; gaps: readonly GapRow[] },
  by: readonly string[],
  round: Rounding,
): { flows: FlowRow[]; gaps: GapRow[] } {
  const exactGaps = sumGaps(exact.gaps, by);
  const split = by.join(',');
  const flows: FlowRow[] = [];
  const gaps: GapRow[] = [];
  let at = 0;
  for (const flow of sumFlows(exact.flows, by)) {
    const first = at;
    while (at < exactGaps.length && isIn(exactGaps[at], flow, by)) at++;
    const key = cellKey(flow, by);
    const cell = discloseCell(flow, exactGaps.slice(first, at), (group, count) =>
      round(`${split} ${key} ${group}`, count),
    );
    if (isSeen(cell.flow)) flows.push(cell.flow);
    gaps.push(...cell.gaps);
  }
  if (at < exactGaps.length) throw new Error('a gap stands in a cell without a flow');
  return { flows, gaps };
}

function isIn(gap: GapRow | undefined, flow: FlowRow, by: readonly string[]): boolean {
  return gap !== undefined && compareCells(gap, flow, by) === 0;
}

function discloseCell(flow: FlowRow, exact: readonly GapRow[], round: Rounding): { flow: FlowRow; gaps: GapRow[] } {
  const gaps = exact.map(gap => ({ ...gap, count: round(`${gap.side} ${gap.cause}`, gap.count) }));
  const complete = round('complete', flow.united + lowering(exact));
  const united = complete - lowering(gaps);
  const reported = (side: GapRow['side']) => united + total(gaps.filter(gap => gap.side === side));
  return {
    flow: { ...flow, united, arrivals_reported: reported('arrivals'), departures_reported: reported('departures') },
    gaps: gaps.filter(gap => gap.count !== 0),
  };
}

/** Moves that a side misses, below zero. A move lacks at most one thing, so that united never falls short of them. */
function lowering(gaps: readonly GapRow[]): number {
  return total(gaps.filter(gap => gap.count < 0));
}

function total(gaps: readonly GapRow[]): number {
  return gaps.reduce((sum, gap) => sum + gap.count, 0);
}

function isSeen({ united, arrivals_reported, departures_reported }: FlowRow): boolean {
  return united !== 0 || arrivals_reported !== 0 || departures_reported !== 0;
}
