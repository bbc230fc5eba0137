import { createHmac } from 'node:crypto';

/** Rounds the count of one group of slips or moves, known by its id, to a multiple of the base. */
export type Rounding = (id: string, count: number) => number;

/**
 * Random rounding with one lasting draw per group.
 *
 *   f(id) = HMAC-SHA256(key, id), taken as a number in [0, 1)
 *   count ≥ 0:  base · (⌊count / base⌋ + [f < (count mod base) / base])
 *   count < 0:  the same of −count, with its sign
 *
 * For a fixed count the expectation over keys is the count itself, the variance r · (base − r) with r = count mod base: at most
 * base² / 4. The result differs from the count by less than the base, and 0 stays 0. It rises with the count, so that for one id a count
 * is always rounded alike, and counts that differ by d are rounded apart with probability d / base (d ≤ base): the least that any
 * unbiased rounding can do.
 *
 * @param key secret; another key is another set of draws
 * @param base a whole number above 1
 */
export function keyedRounding(key: Uint8Array, base: number): Rounding {
  return (id, count) => {
    const rest = Math.abs(count) % base;
    if (rest === 0) return count;
    return Math.sign(count) * (Math.abs(count) - rest + (draw(key, id) < rest / base ? base : 0)) || 0;
  };
}

function draw(key: Uint8Array, id: string): number {
  return createHmac('sha256', key).update(id).digest().readUIntBE(0, 6) / 2 ** 48;
}
