import type { TextColumn } from '../../engine/column-chunk.ts';
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
   * Says which document a slip names, as a row of a column has it.
   *
   * @returns a number that equal documents share and others seldom do; 0 for none
   */
  set(slip: number, written: TextColumn, row: number): number {
    if (this.#filled + LONGEST > this.#signs.length) this.#grow();
    const start = written.startOf(row);
    const length = start === undefined ? undefined : this.#putPlain(written.cells, start, written.lengthOf(row));
    return this.#keep(slip, length ?? this.#put(written.text(row)));
  }

  /** Puts down the signs of a text in plain letters and tells how many they are; undefined for a text with others. */
  #putPlain(bytes: Uint8Array, start: number, length: number): number | undefined {
    let put = this.#filled;
    for (let at = start; at < start + length; at++) {
      const sign = SIGN_OF[bytes[at] as number] as number;
      if (sign === OTHER) return undefined;
      if (sign !== NO_SIGN) this.#signs[put++] = sign;
    }
    return put - this.#filled;
  }

  #put(written: string): number {
    const room = this.#signs.subarray(this.#filled, this.#filled + LONGEST);
    return encoder.encodeInto(signsOf(written), room).written;
  }

  /** Takes signs that were put down for a document, if they are one. */
  #keep(slip: number, length: number): number {
    const start = this.#filled;
    if (!isDocument(this.#signs, start, length)) return 0;
    let hash = 0x811c9dc5;
    for (let at = start; at < start + length; at++) hash = Math.imul(hash ^ (this.#signs[at] as number), 0x01000193);
    this.#starts[slip] = start;
    this.#lengths[slip] = length;
    this.#filled += length;
    return hash === 0 ? 1 : hash;
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

const [ZERO, NINE] = [...'09'].map(sign => sign.charCodeAt(0)) as [number, number];
const LEAST_SIGNS = 4;
/** The bits by which the further bytes of a letter of several are told. */
const [CONTINUES, FURTHER] = [0b1100_0000, 0b1000_0000];

/**
 * Whether signs are a document: what stands for a missing one is none, a word without a figure («нет»), a few signs, one sign again and
 * again (000000).
 */
function isDocument(signs: Uint8Array, start: number, length: number): boolean {
  let [count, figures, others] = [0, 0, 0];
  for (let at = start; at < start + length; at++) {
    const sign = signs[at] as number;
    if ((sign & CONTINUES) !== FURTHER) count++;
    if (sign >= ZERO && sign <= NINE) figures++;
    if (sign !== signs[start]) others++;
  }
  return count >= LEAST_SIGNS && figures > 0 && others > 0;
}

const LOOK_ALIKES = new Map([...'АВЕКМНОРСТУХІ'].map((letter, at) => [letter, 'ABEKMHOPCTYXI'[at] as string]));

/** A text as comparable signs: upper case, without what offices put between, look-alike Cyrillic letters as Latin ones. */
function signsOf(written: string): string {
  return written
    .toUpperCase()
    .replace(/[ \-–.,/№#]/g, '')
    .replace(/[АВЕКМНОРСТУХІ]/g, letter => LOOK_ALIKES.get(letter) as string);
}

const NO_SIGN = 0;
const OTHER = 255;
const PLAIN = 128;

/** What each byte of a text in plain letters comes to as a sign. */
const SIGN_OF = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte > 0 && byte < PLAIN ? signsOf(String.fromCharCode(byte)).charCodeAt(0) || NO_SIGN : OTHER,
);
