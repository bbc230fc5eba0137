import { sharedBytes, sharedNaturals } from './shared.ts';

const encoder = new TextEncoder();
/** Numbers of documents that are longer are cut. */
const LONGEST = 255;
const LONG_ENOUGH = 6;

/** Documents of all slips as comparable signs, end to end: that of a slip lies from `starts[slip]` on. */
export interface Documents {
  readonly starts: Uint32Array;
  readonly lengths: Uint8Array;
  readonly signs: Uint8Array;
}

/** Gathers `Documents` slip by slip. */
export class DocumentIndex {
  readonly #starts: Uint32Array;
  readonly #lengths: Uint8Array;
  #signs: Uint8Array;
  #filled = 0;

  constructor(slips: number) {
    this.#starts = sharedNaturals(slips);
    this.#lengths = sharedBytes(slips);
    this.#signs = sharedBytes(Math.max(64, slips * 8));
  }

  /**
   * Says which document a slip names, as it is written.
   *
   * @returns a number that equal documents share and others seldom do; 0 for none
   */
  set(slip: number, written: string): number {
    const signs = documentSigns(written);
    if (signs === null) return 0;
    const bytes = bytesOf(signs);
    if (this.#filled + bytes.length > this.#signs.length) this.#grow();
    this.#signs.set(bytes, this.#filled);
    this.#starts[slip] = this.#filled;
    this.#lengths[slip] = bytes.length;
    this.#filled += bytes.length;
    return hashOf(bytes);
  }

  finish(): Documents {
    return { starts: this.#starts, lengths: this.#lengths, signs: this.#signs };
  }

  #grow(): void {
    const larger = sharedBytes(Math.ceil(this.#signs.length * 1.5) + LONGEST);
    larger.set(this.#signs);
    this.#signs = larger;
  }
}

/** In how many signs the documents of two slips differ: 0, 1 where they are long enough for it to tell, else 2. */
export function differingSigns({ starts, lengths, signs }: Documents, l: number, r: number): 0 | 1 | 2 {
  const length = lengths[l] as number;
  if (length !== lengths[r]) return 2;
  const [x, y] = [starts[l] as number, starts[r] as number];
  let differing = 0;
  for (let at = 0; at < length; at++) {
    if (signs[x + at] === signs[y + at]) continue;
    if (length < LONG_ENOUGH || ++differing > 1) return 2;
  }
  return differing === 0 ? 0 : 1;
}

/** The signs of a slip's document, null where it has none. */
export function documentOf({ starts, lengths, signs }: Documents, slip: number): string | null {
  if (lengths[slip] === 0) return null;
  const start = starts[slip] as number;
  return new TextDecoder().decode(signs.slice(start, start + (lengths[slip] as number)));
}

/** Plain letters and figures are their own bytes, which is quicker than an encoder. */
function bytesOf(signs: string): ArrayLike<number> {
  if (!PLAIN.test(signs)) return encoder.encode(signs).subarray(0, LONGEST);
  const bytes: number[] = [];
  for (let at = 0; at < signs.length && at < LONGEST; at++) bytes.push(signs.charCodeAt(at));
  return bytes;
}

const PLAIN = /^[A-Z0-9]*$/;
const LOOK_ALIKES = new Map([...'АВЕКМНОРСТУХІ'].map((letter, at) => [letter, 'ABEKMHOPCTYXI'[at] as string]));

/**
 * A document as comparable signs: upper case, without what offices put between, look-alike Cyrillic letters as Latin ones. What stands for
 * a missing document is none: a word without a digit («нет»), a few signs, one sign again and again (000000).
 */
function documentSigns(written: string): string | null {
  let signs = written;
  if (!PLAIN.test(written)) {
    signs = written
      .toUpperCase()
      .replace(/[ \-–.,/№#]/g, '')
      .replace(/[АВЕКМНОРСТУХІ]/g, letter => LOOK_ALIKES.get(letter) as string);
  }
  return signs.length >= 4 && /[0-9]/.test(signs) && !/^(.)\1*$/u.test(signs) ? signs : null;
}

function hashOf(bytes: ArrayLike<number>): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash === 0 ? 1 : hash;
}
