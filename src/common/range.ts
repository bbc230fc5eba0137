/**
 * A quantity of which only bounds are known: it lies from `low` to `high`, and `value` is the figure given for it. No probability is meant;
 * arithmetic keeps the widest bounds that follow when each quantity lies anywhere within its own.
 */
export interface Range {
  low: number;
  value: number;
  high: number;
}

/** A quantity taken as it stands. */
export function exactly(value: number): Range {
  return { low: value, value, high: value };
}

export function plus(a: Range, b: Range): Range {
  return { low: a.low + b.low, value: a.value + b.value, high: a.high + b.high };
}

export function minus(a: Range, b: Range): Range {
  return { low: a.low - b.high, value: a.value - b.value, high: a.high - b.low };
}

export function total(ranges: readonly Range[]): Range {
  return ranges.reduce(plus, exactly(0));
}

/** The bounds of all of them, around a figure of one's own. */
export function around(value: number, others: readonly number[]): Range {
  return { low: Math.min(value, ...others), value, high: Math.max(value, ...others) };
}

/** What ranges have in common; null where they have nothing. */
export function commonPart(ranges: readonly Range[]): { low: number; high: number } | null {
  const low = Math.max(...ranges.map(range => range.low));
  const high = Math.min(...ranges.map(range => range.high));
  return ranges.length > 0 && low <= high ? { low, high } : null;
}
