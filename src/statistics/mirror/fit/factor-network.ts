import { SaldoError } from '../../../common/saldo-error.ts';
import type { MirrorCell, Side } from '../mirror-table.ts';

/** One office on one side: the unit that has a factor. */
export interface OfficeSide {
  office: string;
  side: Side;
}

/** A cell that both offices report, by the numbers of its two factors; −1 for the benchmark's, which is 1. */
export interface FactorCell {
  cell: MirrorCell;
  departures: number;
  arrivals: number;
  /** Number of the factor of the destination's arrivals. */
  receiver: number;
  /** Number of the factor of the origin's departures. */
  sender: number;
}

export interface FactorNetwork {
  /** In order of side and office; the benchmark's arrivals are not among them. */
  offices: readonly OfficeSide[];
  cells: readonly FactorCell[];
  benchmark: string;
}

/**
 * Lays out which factors the cells speak of, and refuses where they cannot tell all of them:
 *
 * - the benchmark's arrivals meet no other office's departures;
 * - the offices fall into groups between which no cell leads (each group has a scale of its own, and only one has the benchmark);
 * - there are not at least half as many cells left over as there are factors: 3 offices in one year give 6 cells for 5 factors, and a fit
 *   would follow every accident of the single cells.
 *
 * @throws SaldoError `not_identified`
 */
export function factorNetwork(
  cells: readonly MirrorCell[],
  benchmark: string,
  usable: (cell: TwoSided) => boolean,
): FactorNetwork {
  const used = cells.filter(isTwoSided).filter(usable);
  const receivers = distinct(used.map(({ destination }) => destination));
  const senders = distinct(used.map(({ origin }) => origin));
  if (!receivers.includes(benchmark)) {
    throw notIdentified(
      'no_benchmark',
      `no arrivals at ${benchmark} stand beside another office's departures`,
      `another --benchmark, such as ${receivers.slice(0, 5).join(', ') || 'none: no cell has both sides'}`,
      { benchmark, receivers },
    );
  }
  const offices: OfficeSide[] = [
    ...receivers.filter(office => office !== benchmark).map(office => ({ office, side: 'arrivals' as const })),
    ...senders.map(office => ({ office, side: 'departures' as const })),
  ];
  const numbers = new Map(offices.map(({ office, side }, at) => [`${side} ${office}`, at]));
  const laidOut = used.map(cell => ({
    cell,
    departures: cell.departures,
    arrivals: cell.arrivals,
    receiver: numbers.get(`arrivals ${cell.destination}`) ?? -1,
    sender: numbers.get(`departures ${cell.origin}`) ?? -1,
  }));
  const apart = outOfReach(offices, laidOut);
  if (apart.length > 0) {
    const names = apart.map(({ office, side }) => `${side} of ${office}`);
    throw notIdentified(
      'disconnected',
      `no chain of cells leads from the benchmark ${benchmark} to the ${names.join(', ')}`,
      'tables that link them, or without them',
      { benchmark, apart },
    );
  }
  const spare = laidOut.length - offices.length;
  if (spare < offices.length / 2) {
    throw notIdentified(
      'too_few_cells',
      `${laidOut.length} cells with both sides for ${offices.length} factors leave ${spare}`,
      'more years or more offices',
      { cells: laidOut.length, factors: offices.length },
    );
  }
  return { offices, cells: laidOut, benchmark };
}

/** A cell that both offices report. */
export type TwoSided = MirrorCell & { departures: number; arrivals: number };

function isTwoSided(cell: MirrorCell): cell is TwoSided {
  return cell.departures !== null && cell.arrivals !== null;
}

/** Factors that no chain of cells joins with the benchmark. */
function outOfReach(offices: readonly OfficeSide[], cells: readonly FactorCell[]): OfficeSide[] {
  const reached = new Set([-1]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const { receiver, sender } of cells) {
      if (reached.has(receiver)) reached.add(sender);
      else if (reached.has(sender)) reached.add(receiver);
    }
  }
  return offices.filter((_, at) => !reached.has(at));
}

export function notIdentified(
  reason: string,
  message: string,
  expected: string,
  details: Record<string, unknown>,
): SaldoError {
  return new SaldoError('not_identified', `the factors cannot be told: ${message}; expected ${expected}`, {
    reason,
    ...details,
  });
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
