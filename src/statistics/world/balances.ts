import type { Terminal } from '../../common/terminal.ts';
import type { WorldCounts } from './write-world.ts';

/** Slips of one office, side and corridor: all, and those that part them from the united count, by cause. */
interface Side {
  readonly reported: number;
  readonly causes: Readonly<Record<string, number>>;
}

/** Belarus and Russia: what each office reports, why it differs from the united count, and the balances that follow. */
export function printBalances(terminal: Terminal, counts: WorldCounts): void {
  const [toBelarus, toRussia] = [sidesOf(counts, 'RU', 'BY'), sidesOf(counts, 'BY', 'RU')];
  terminal.table(
    ['', 'Russia to Belarus', 'Belarus to Russia'],
    [
      ['arrivals as reported', toBelarus.arrivals.reported, toRussia.arrivals.reported],
      ...causeRows(toBelarus.arrivals, toRussia.arrivals),
      ['united by place of arrival', toBelarus.united, toRussia.united],
      ['departures as reported', toBelarus.departures.reported, toRussia.departures.reported],
      ...causeRows(toBelarus.departures, toRussia.departures),
      ['moves without a departure slip', -toBelarus.unmatched, -toRussia.unmatched],
    ],
  );
  terminal.line('Balance of Belarus with Russia:');
  terminal.table(
    ['balance', 'people'],
    [
      ["by Belarus's office", toBelarus.arrivals.reported - toRussia.departures.reported],
      ["by Russia's office", toBelarus.departures.reported - toRussia.arrivals.reported],
      ['by arrivals as the offices reported them', toBelarus.arrivals.reported - toRussia.arrivals.reported],
      ['united, double counting taken out', toBelarus.united - toRussia.united],
    ],
  );
}

interface Sides {
  readonly arrivals: Side;
  readonly departures: Side;
  readonly united: number;
  readonly unmatched: number;
}

function sidesOf(counts: WorldCounts, origin: string, destination: string): Sides {
  const corridor = `${origin}>${destination}`;
  const arrivals = sideOf(counts, `${destination} arrivals ${corridor}`);
  const departures = sideOf(counts, `${origin} departures ${corridor}`);
  const united = arrivals.reported - sum(arrivals);
  return { arrivals, departures, united, unmatched: united - (departures.reported - sum(departures)) };
}

function sideOf({ reported, causes }: WorldCounts, key: string): Side {
  return { reported: reported[key] ?? 0, causes: causes[key] ?? {} };
}

function sum({ causes }: Side): number {
  return Object.values(causes).reduce((total, count) => total + count, 0);
}

function causeRows(one: Side, other: Side): [string, number, number][] {
  const causes = [...new Set([...Object.keys(one.causes), ...Object.keys(other.causes)])].sort();
  return causes.map(cause => [`  ${cause}`, one.causes[cause] ?? 0, other.causes[cause] ?? 0]);
}
