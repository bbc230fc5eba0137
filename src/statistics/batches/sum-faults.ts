import type { FaultCount } from '../../common/fault.ts';

/** Counts of faults of several files as one list, the most rows first; the first example of each stands. */
export function sumFaults(counts: readonly FaultCount[]): FaultCount[] {
  const sums = new Map<string, FaultCount>();
  for (const one of counts) {
    const key = `${one.code} ${one.setAside}`;
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, count: sum.count + one.count, rows: sum.rows + one.rows } : one);
  }
  return [...sums.values()].sort(
    (a, b) => b.rows - a.rows || (a.code < b.code ? -1 : a.code > b.code ? 1 : Number(b.setAside) - Number(a.setAside)),
  );
}
