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
    const length = written.lengthOf(row);
    const start = written.startOf(row);
    if (start !== undefined && isPlain(written.cells, start, length))
      return isDocument(written.cells, start, length) ? this.#add(slip, written.cells, start, length) : 0;
    const signs = documentSigns(written.text(row));
    if (signs === null) return 0;
    const bytes = encoder.encode(signs);
    return this.#add(slip, bytes, 0, Math.min(bytes.length, LONGEST));
  }

  #add(slip: number, bytes: Uint8Array, start: number, length: number): number {
    if (this.#filled + length > this.#signs.length) this.#grow();
    let hash = 0x811c9dc5;
    for (let at = 0; at < length; at++) {
      const sign = bytes[start + at] as number;
      this.#signs[this.#filled + at] = sign;
      hash = Math.imul(hash ^ sign, 0x01000193);
    }
    this.#starts[slip] = this.#filled;
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

const [ZERO, NINE, A, Z] = [...'09AZ'].map(sign => sign.charCodeAt(0)) as [number, number, number, number];

/** Whether bytes are plain capital letters and figures alone: then they are a document's signs as they stand. */
function isPlain(bytes: Uint8Array, start: number, length: number): boolean {
  for (let at = start; at < start + length; at++) {
    const sign = bytes[at] as number;
    if (sign < ZERO || sign > Z || (sign > NINE && sign < A)) return false;
  }
  return true;
}

const LEAST_SIGNS = 4;

/** Whether plain signs are a document: enough of them, one a figure, not all the same. */
function isDocument(bytes: Uint8Array, start: number, length: number): boolean {
  if (length < LEAST_SIGNS) return false;
  let [figures, others] = [0, 0];
  for (let at = start; at < start + length; at++) {
    if ((bytes[at] as number) <= NINE) figures++;
    if (bytes[at] !== bytes[start]) others++;
  }
  return figures > 0 && others > 0;
}

const LOOK_ALIKES = new Map([...'АВЕКМНОРСТУХІ'].map((letter, at) => [letter, 'ABEKMHOPCTYXI'[at] as string]));

/**
 * A document as comparable signs: upper case, without what offices put between, look-alike Cyrillic letters as Latin ones. What stands for
 * a missing document is none: a word without a digit («нет»), a few signs, one sign again and again (000000).
 */
function documentSigns(written: string): string | null {
  const signs = written
    .toUpperCase()
    .replace(/[ \-–.,/№#]/g, '')
    .replace(/[АВЕКМНОРСТУХІ]/g, letter => LOOK_ALIKES.get(letter) as string);
  return signs.length >= LEAST_SIGNS && /[0-9]/.test(signs) && !/^(.)\1*$/u.test(signs) ? signs : null;
}
