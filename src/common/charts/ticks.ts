/** Round numbers between `low` and `high`, at most `most` steps of 1, 2 or 5 times a power of ten apart, never finer than one. */
export function roundTicks(low: number, high: number, most: number): number[] {
  const step = roundStep((high - low) / most);
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: Math.max(last - first + 1, 1) }, (_, index) => (first + index) * step);
}

/** The years to name on an axis: round ones where there are many. */
export function yearTicks(first: number, last: number, most = 6): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find(each => (last - first) / each < most) ?? 1000;
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => start + index * step);
}

/** The number of the form 1, 2 or 5 times a power of ten that is not below `least`, nor below 1. */
export function roundStep(least: number): number {
  if (least <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5].find(each => each * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}
