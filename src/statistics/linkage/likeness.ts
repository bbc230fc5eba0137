/** Whether two words are one letter apart: one more, less or other. */
export function isOneEdit(x: string, y: string): boolean {
  if (x.length > y.length) return isOneEdit(y, x);
  if (y.length - x.length > 1) return false;
  let at = 0;
  while (at < x.length && x.charCodeAt(at) === y.charCodeAt(at)) at++;
  if (at === y.length) return false;
  return x.slice(x.length === y.length ? at + 1 : at) === y.slice(at + 1);
}

/** Share of the rest to full likeness that each of the first letters in common is worth, from a likeness on. */
const PREFIX_SHARE = 0.1;
const PREFIX_LETTERS = 4;
const PREFIX_FROM = 0.7;

/** Letters of a word whose letter in the other is not yet taken are bits of a number. */
const LONGEST = 31;

/**
 * Likeness of two words, 0 to 1, after Jaro and Winkler: letters in common that lie close, less those in another order, and a surplus for
 * a common beginning. Words of more than 31 letters are compared by their first 31.
 *
 * Source: Winkler 1990; the surplus from 0.7 on, as DuckDB has it.
 */
export function jaroWinkler(x: string, y: string): number {
  const likeness = jaro(x, y);
  if (likeness <= PREFIX_FROM) return likeness;
  let prefix = 0;
  while (
    prefix < PREFIX_LETTERS &&
    prefix < x.length &&
    prefix < y.length &&
    x.charCodeAt(prefix) === y.charCodeAt(prefix)
  )
    prefix++;
  return likeness + prefix * PREFIX_SHARE * (1 - likeness);
}

function jaro(x: string, y: string): number {
  const [m, n] = [Math.min(x.length, LONGEST), Math.min(y.length, LONGEST)];
  const reach = Math.max(0, (Math.max(m, n) >> 1) - 1);
  let [takenX, takenY] = [0, 0];
  let common = 0;
  for (let i = 0; i < m; i++) {
    const letter = x.charCodeAt(i);
    const last = Math.min(n - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if ((takenY & (1 << j)) !== 0 || y.charCodeAt(j) !== letter) continue;
      takenX |= 1 << i;
      takenY |= 1 << j;
      common++;
      break;
    }
  }
  if (common === 0) return 0;
  let misplaced = 0;
  for (let i = 0, j = 0; i < m; i++) {
    if ((takenX & (1 << i)) === 0) continue;
    while ((takenY & (1 << j)) === 0) j++;
    if (x.charCodeAt(i) !== y.charCodeAt(j++)) misplaced++;
  }
  return (common / m + common / n + (common - (misplaced >> 1)) / common) / 3;
}

/** Which letters a word has, a bit each; letters beyond the alphabet share bits. */
export function letterSetOf(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31);
  return set;
}

/** What `jaroWinkler` can be at the most for words of these lengths and letters; far quicker, and strangers' names seldom need more. */
export function likenessAtMost(m: number, n: number, letterSetX: number, letterSetY: number): number {
  const common = Math.min(m - countBits(letterSetX & ~letterSetY), n - countBits(letterSetY & ~letterSetX));
  if (common <= 0) return 0;
  const likeness = (common / m + common / n + 1) / 3;
  return likeness + PREFIX_LETTERS * PREFIX_SHARE * (1 - likeness);
}

function countBits(set: number): number {
  let bits = set - ((set >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
