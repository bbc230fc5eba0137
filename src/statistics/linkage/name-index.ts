import type { NameKeys } from '../../common/names/name-keys.ts';
import { type Letterings, toLetterings } from './letterings.ts';
import { letterSetOf } from './likeness.ts';
import { sharedBytes, sharedFloats, sharedIntegers } from './shared.ts';

/** No second sound, no part: equal to no key. */
export const NONE = -1;
/** Imagined slips that carry the prior share of a name. */
export const PRIOR_SLIPS = 400;

/**
 * What the names of one kind are compared by. Each has a place in the columns: a spelling as borne in one nation, since names go with
 * nations, and would pass for far rarer among all slips together. Place 0 is no name. Letters and sounds have numbers of their own, equal
 * where these are, 0 for ''.
 */
export interface Names {
  /** By place: the numbers of the letters and of the sound. */
  readonly lettersOf: Int32Array;
  readonly soundOf: Int32Array;
  /** By place: the sound of a second reading, of the first part and of the last, `NONE` where there is none. */
  readonly other: Int32Array;
  readonly part: Int32Array;
  readonly lastPart: Int32Array;
  /** By place: −log2 of the share of the bearers of these letters among the slips of their nation that have such a name. */
  readonly bits: Float32Array;
  /** By the number of the letters: these, which of them occur (a bit each), and the code of the first, 0 for none. */
  readonly letters: Letterings;
  readonly letterSet: Int32Array;
  readonly initial: Uint8Array;
  /** By the number of the sound: the code of its first sign, 0 for none. */
  readonly soundInitial: Uint8Array;
}

/** By place: the spelling, the nation in which it is borne, and by how many slips. Place 0 is no name. */
export interface NamePlaces {
  readonly spelling: Int32Array;
  readonly nation: Int32Array;
  readonly uses: Int32Array;
}

/** Numbers texts in the order in which they come; '' is 0. */
class Numbering {
  readonly #numbers = new Map([['', 0]]);

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  all(): string[] {
    return [...this.#numbers.keys()];
  }
}

/** Finds `Names`: every distinct spelling is turned into its keys once, however many slips bear it. */
export class NameIndex {
  readonly #spellings: readonly string[];
  readonly #keysOf: (written: string) => NameKeys;
  readonly #prior: number;
  readonly #letterings = new Numbering();
  readonly #sounds = new Numbering();
  /** By spelling, as in `Names` by place; `NONE` for letters that are not known yet. */
  readonly #ofSpelling: Readonly<Record<NumberColumn, Int32Array>>;

  /**
   * @param spellings the written names by their number; 0 is none
   * @param prior expected share of a name among slips before any are seen
   */
  constructor(spellings: readonly string[], keysOf: (written: string) => NameKeys, prior: number) {
    this.#spellings = spellings;
    this.#keysOf = keysOf;
    this.#prior = prior;
    this.#ofSpelling = numberColumns(size => new Int32Array(size), spellings.length);
  }

  /** Turns a spelling into its keys ahead of its use. */
  prepare(spelling: number): void {
    const { letters, sound, otherSound, parts } = this.#keysOf(this.#spellings[spelling] as string);
    const soundOf = (text: string | null | undefined) => (text ? this.#sounds.of(text) : NONE);
    const columns = this.#ofSpelling;
    columns.lettersOf[spelling] = this.#letterings.of(letters);
    columns.soundOf[spelling] = this.#sounds.of(sound);
    columns.other[spelling] = soundOf(otherSound);
    columns.part[spelling] = soundOf(parts[0]);
    columns.lastPart[spelling] = soundOf(parts.at(-1));
  }

  namesAt(places: NamePlaces): Names {
    const columns = numberColumns(sharedIntegers, places.spelling.length);
    for (let place = 1; place < places.spelling.length; place++) {
      const spelling = places.spelling[place] as number;
      if (this.#ofSpelling.lettersOf[spelling] === NONE) this.prepare(spelling);
      for (const name of NUMBER_COLUMNS) columns[name][place] = this.#ofSpelling[name][spelling] as number;
    }
    columns.lettersOf[0] = columns.soundOf[0] = 0;
    const letters = this.#letterings.all();
    return {
      ...columns,
      bits: raritiesOf(places, columns.lettersOf, this.#prior),
      letters: toLetterings(letters),
      letterSet: letterSetsOf(letters),
      initial: initialsOf(letters),
      soundInitial: initialsOf(this.#sounds.all()),
    };
  }
}

const NUMBER_COLUMNS = ['lettersOf', 'soundOf', 'other', 'part', 'lastPart'] as const;
type NumberColumn = (typeof NUMBER_COLUMNS)[number];

function numberColumns(make: (size: number) => Int32Array, size: number): Record<NumberColumn, Int32Array> {
  const [lettersOf, soundOf, other, part, lastPart] = NUMBER_COLUMNS.map(() => make(size).fill(NONE)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  return { lettersOf, soundOf, other, part, lastPart };
}

/** By place the bits of rarity of its letters in its nation. */
function raritiesOf({ nation, uses }: NamePlaces, lettersOf: Int32Array, prior: number): Float32Array {
  const nations = nation.reduce((most, number) => Math.max(most, number), 0) + 1;
  const named = new Float64Array(nations);
  const bearers = new Map<number, number>();
  const group = (place: number) => (lettersOf[place] as number) * nations + (nation[place] as number);
  for (let place = 1; place < nation.length; place++) {
    named[nation[place] as number] = (named[nation[place] as number] as number) + (uses[place] as number);
    bearers.set(group(place), (bearers.get(group(place)) ?? 0) + (uses[place] as number));
  }
  const bits = sharedFloats(nation.length);
  for (let place = 1; place < bits.length; place++)
    bits[place] = rarity(bearers.get(group(place)) ?? 0, named[nation[place] as number] as number, prior);
  return bits;
}

function letterSetsOf(texts: readonly string[]): Int32Array {
  const sets = sharedIntegers(texts.length);
  for (const [number, text] of texts.entries()) sets[number] = letterSetOf(text);
  return sets;
}

function initialsOf(texts: readonly string[]): Uint8Array {
  const initials = sharedBytes(texts.length);
  for (const [number, text] of texts.entries()) initials[number] = text.charCodeAt(0);
  return initials;
}

/** Bits of rarity of what `uses` of `all` slips have; the imagined slips keep it sober where the data are small. */
export function rarity(uses: number, all: number, prior: number): number {
  return -Math.log2((uses + PRIOR_SLIPS * prior) / (all + PRIOR_SLIPS));
}
