/** A number with so many digits behind the point. */
export function toDigits(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
