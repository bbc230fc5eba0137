import { type Letterings, lengthOf } from './letterings.ts';

/** Whether two words are one letter apart: one more, less or other. */
export function isOneEdit(words: Letterings, x: number, y: number): boolean {
  const [m, n] = [lengthOf(words, x), lengthOf(words, y)];
  if (m > n) return isOneEdit(words, y, x);
  if (n - m > 1) return false;
  const { signs, starts } = words;
  const [startX, startY] = [starts[x] as number, starts[y] as number];
  let at = 0;
  while (at < m && signs[startX + at] === signs[startY + at]) at++;
  if (at === n) return false;
  let [restX, restY] = [startX + (m === n ? at + 1 : at), startY + at + 1];
  while (restY < startY + n) if (signs[restX++] !== signs[restY++]) return false;
  return true;
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
export function jaroWinkler(wordsX: Letterings, x: number, wordsY: Letterings, y: number): number {
  const likeness = jaro(wordsX, x, wordsY, y);
  if (likeness <= PREFIX_FROM) return likeness;
  const [startX, startY] = [wordsX.starts[x] as number, wordsY.starts[y] as number];
  const most = Math.min(PREFIX_LETTERS, lengthOf(wordsX, x), lengthOf(wordsY, y));
  let prefix = 0;
  while (prefix < most && wordsX.signs[startX + prefix] === wordsY.signs[startY + prefix]) prefix++;
  return likeness + prefix * PREFIX_SHARE * (1 - likeness);
}

function jaro(wordsX: Letterings, x: number, wordsY: Letterings, y: number): number {
  const [signsX, signsY] = [wordsX.signs, wordsY.signs];
  const [startX, startY] = [wordsX.starts[x] as number, wordsY.starts[y] as number];
  const [m, n] = [Math.min(lengthOf(wordsX, x), LONGEST), Math.min(lengthOf(wordsY, y), LONGEST)];
  const reach = Math.max(0, (Math.max(m, n) >> 1) - 1);
  let [takenX, takenY] = [0, 0];
  let common = 0;
  for (let i = 0; i < m; i++) {
    const letter = signsX[startX + i];
    const last = Math.min(n - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if ((takenY & (1 << j)) !== 0 || signsY[startY + j] !== letter) continue;
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
    if (signsX[startX + i] !== signsY[startY + j++]) misplaced++;
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
