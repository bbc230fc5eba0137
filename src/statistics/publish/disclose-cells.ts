import type { FlowRow, GapRow } from '../accounts/account-tables.ts';
import { cellId, cellKey, sumFlows, sumGaps } from './cell.ts';
import { groupRows } from './group-rows.ts';
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
  const gaps = sumGaps(exact.gaps, by);
  const gapsOf = groupRows(gaps, gap => cellKey(gap, by));
  const disclosed = sumFlows(exact.flows, by).map(flow =>
    discloseCell(flow, gapsOf.get(cellKey(flow, by)) ?? [], by, round),
  );
  return {
    flows: disclosed.map(({ flow }) => flow).filter(isSeen),
    gaps: disclosed.flatMap(cell => cell.gaps),
  };
}

function discloseCell(
  flow: FlowRow,
  exact: readonly GapRow[],
  by: readonly string[],
  round: Rounding,
): { flow: FlowRow; gaps: GapRow[] } {
  const id = cellId(flow, by);
  const gaps = exact.map(gap => ({ ...gap, count: round(['gap', ...id, gap.side, gap.cause], gap.count) }));
  const complete = round(['complete', ...id], flow.united + lowering(exact));
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
