import type { Cause, Side } from '../causes.ts';

/** Moves of one corridor in one year, as an account tells them. */
export interface FlowFigures {
  origin: string;
  destination: string;
  year: number;
  united: number;
  arrivals_reported: number;
  departures_reported: number;
}

/** One cause of one side of a corridor in one year. */
export interface GapFigures {
  origin: string;
  destination: string;
  side: Side;
  cause: Cause;
  count: number;
}

/** What one office sees of a corridor, with its interval; null where it cannot be measured. */
export interface CoverageFigures {
  office: string;
  side: Side;
  origin: string;
  destination: string;
  coverage: number | null;
  low95: number | null;
  high95: number | null;
}

/** What is known of one corridor in one year, or in all years together. */
export interface Figures {
  /** Linked: moves with an arrival slip. */
  united: number;
  /** Reported by the destination's office. */
  arrivals: number;
  /** Reported by the origin's office. */
  departures: number;
}

export interface YearFigures extends Figures {
  year: number;
}

export interface CauseTotal {
  side: Side;
  cause: Cause;
  /** Signed as in `gaps.csv`: reported − united. */
  count: number;
}

/** One direction between two states, summed over classes. */
export interface Corridor {
  origin: string;
  destination: string;
  total: Figures;
  /** Every year from the first to the last that has rows; a year between them without rows is zero. */
  years: readonly YearFigures[];
  /** All years together, the largest first; causes that cancel out over the years are left out. */
  causes: readonly CauseTotal[];
}

/** All corridors of an account, the largest united count first. */
export function corridorsOf(account: { flows: readonly FlowFigures[]; gaps: readonly GapFigures[] }): Corridor[] {
  const flows = byCorridor(account.flows);
  const gaps = byCorridor(account.gaps);
  const corridors = [...flows].map(([key, rows]) => corridorOf(rows, gaps.get(key) ?? []));
  return corridors.sort(bySize);
}

/** A corridor in which nothing was reported. */
export function emptyCorridor(origin: string, destination: string): Corridor {
  return { origin, destination, total: { united: 0, arrivals: 0, departures: 0 }, years: [], causes: [] };
}

/** The sum of the causes of one side, which is reported − united. */
export function causeSum(corridor: Corridor, side: Side): number {
  return corridor.causes.reduce((sum, cause) => (cause.side === side ? sum + cause.count : sum), 0);
}

function byCorridor<Row extends { origin: string; destination: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.origin} ${row.destination}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function corridorOf(rows: readonly FlowFigures[], gaps: readonly GapFigures[]): Corridor {
  const { origin = '', destination = '' } = rows[0] ?? {};
  const years = yearsOf(rows);
  return { origin, destination, total: sumOf(years), years, causes: causesOf(gaps) };
}

function yearsOf(rows: readonly FlowFigures[]): YearFigures[] {
  const byYear = new Map<number, Figures[]>();
  for (const row of rows) {
    const figures = byYear.get(row.year) ?? [];
    figures.push(figuresOf(row));
    byYear.set(row.year, figures);
  }
  const given = [...byYear.keys()];
  const [first, last] = [Math.min(...given), Math.max(...given)];
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const year = first + step;
    return { year, ...sumOf(byYear.get(year) ?? []) };
  });
}

function figuresOf(row: FlowFigures): Figures {
  return { united: row.united, arrivals: row.arrivals_reported, departures: row.departures_reported };
}

function sumOf(figures: readonly Figures[]): Figures {
  const sum = { united: 0, arrivals: 0, departures: 0 };
  for (const { united, arrivals, departures } of figures) {
    sum.united += united;
    sum.arrivals += arrivals;
    sum.departures += departures;
  }
  return sum;
}

function causesOf(gaps: readonly GapFigures[]): CauseTotal[] {
  const totals = new Map<string, CauseTotal>();
  for (const { side, cause, count } of gaps) {
    const key = `${side} ${cause}`;
    totals.set(key, { side, cause, count: (totals.get(key)?.count ?? 0) + count });
  }
  const present = [...totals.values()].filter(total => total.count !== 0);
  return present.sort((a, b) => Math.abs(b.count) - Math.abs(a.count) || (a.cause < b.cause ? -1 : 1));
}

function bySize(a: Corridor, b: Corridor): number {
  const key = (corridor: Corridor) => corridor.origin + corridor.destination;
  return sizeOf(b) - sizeOf(a) || b.total.united - a.total.united || (key(a) < key(b) ? -1 : 1);
}

/** United where there is any, else what is reported. */
function sizeOf({ total }: Corridor): number {
  return total.united > 0 ? total.united : Math.max(total.arrivals, total.departures) / 1e9;
}
