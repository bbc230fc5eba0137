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

const FIRST_PLACES = 1 << 12;
/** Fields of a place, which lie side by side. */
const PLACE = { fields: 4, earlier: 0, spelling: 1, nation: 2, uses: 3 } as const;

/**
 * Builds `Names` name by name. Every distinct spelling is turned into its keys once, however many slips bear it.
 */
export class NameIndex {
  readonly #spellings: readonly string[];
  readonly #keysOf: (written: string) => NameKeys;
  readonly #prior: number;
  readonly #keys: (NameKeys | undefined)[];
  /** Places of a spelling as a chain: its latest place, and of each place, beside others, the one before (`PLACE`). */
  readonly #latest: Int32Array;
  #places = new Int32Array(FIRST_PLACES * PLACE.fields);
  #count = 1;

  /**
   * @param spellings the written names by their number; 0 is none
   * @param prior expected share of a name among slips before any are seen
   */
  constructor(spellings: readonly string[], keysOf: (written: string) => NameKeys, prior: number) {
    this.#spellings = spellings;
    this.#keys = new Array<NameKeys | undefined>(spellings.length);
    this.#keysOf = keysOf;
    this.#prior = prior;
    this.#latest = new Int32Array(spellings.length);
  }

  /** Turns a spelling into its keys ahead of its use. */
  prepare(spelling: number): NameKeys {
    const keys = this.#keysOf(this.#spellings[spelling] as string);
    this.#keys[spelling] = keys;
    return keys;
  }

  /** Place of a spelling as a slip of a nation bears it. */
  add(spelling: number, nation: number): number {
    if (spelling === 0) return 0;
    const places = this.#places;
    let place = this.#latest[spelling] as number;
    while (place !== 0 && places[place * PLACE.fields + PLACE.nation] !== nation)
      place = places[place * PLACE.fields + PLACE.earlier] as number;
    if (place === 0) return this.#addPlace(spelling, nation);
    const uses = place * PLACE.fields + PLACE.uses;
    places[uses] = (places[uses] as number) + 1;
    return place;
  }

  #addPlace(spelling: number, nation: number): number {
    const place = this.#count++;
    const start = place * PLACE.fields;
    if (start === this.#places.length) {
      const larger = new Int32Array(this.#places.length * 2);
      larger.set(this.#places);
      this.#places = larger;
    }
    this.#places[start + PLACE.earlier] = this.#latest[spelling] as number;
    this.#places[start + PLACE.spelling] = spelling;
    this.#places[start + PLACE.nation] = nation;
    this.#places[start + PLACE.uses] = 1;
    this.#latest[spelling] = place;
    return place;
  }

  #of(place: number, field: 'earlier' | 'spelling' | 'nation' | 'uses'): number {
    return this.#places[place * PLACE.fields + PLACE[field]] as number;
  }

  finish(): Names {
    const places = this.#count;
    const names = {
      ...{
        lettersOf: sharedIntegers(places),
        soundOf: sharedIntegers(places),
        other: sharedIntegers(places).fill(NONE),
      },
      ...{ part: sharedIntegers(places).fill(NONE), lastPart: sharedIntegers(places).fill(NONE) },
    };
    const columns = Object.values(names);
    const [letterings, sounds] = [new Numbering(), new Numbering()];
    const soundOf = (text: string | null | undefined) => (text ? sounds.of(text) : NONE);
    for (let place = 1; place < places; place++) {
      const earlier = this.#of(place, 'earlier');
      if (earlier !== 0) {
        for (const column of columns) column[place] = column[earlier] as number;
        continue;
      }
      const spelling = this.#of(place, 'spelling');
      const { letters, sound, otherSound, parts } = this.#keys[spelling] ?? this.prepare(spelling);
      names.lettersOf[place] = letterings.of(letters);
      names.soundOf[place] = sounds.of(sound);
      names.other[place] = soundOf(otherSound);
      names.part[place] = soundOf(parts[0]);
      names.lastPart[place] = soundOf(parts.at(-1));
    }
    const letters = letterings.all();
    return {
      ...names,
      bits: this.#bits(names.lettersOf),
      letters: toLetterings(letters),
      letterSet: letterSetsOf(letters),
      initial: initialsOf(letters),
      soundInitial: initialsOf(sounds.all()),
    };
  }

  #bits(lettersOf: Int32Array): Float32Array {
    let nations = 1;
    for (let place = 1; place < lettersOf.length; place++) nations = Math.max(nations, this.#of(place, 'nation') + 1);
    const named = new Float64Array(nations);
    const bearers = new Map<number, number>();
    const group = (place: number) => (lettersOf[place] as number) * nations + this.#of(place, 'nation');
    for (let place = 1; place < lettersOf.length; place++) {
      const [uses, nation] = [this.#of(place, 'uses'), this.#of(place, 'nation')];
      named[nation] = (named[nation] as number) + uses;
      bearers.set(group(place), (bearers.get(group(place)) ?? 0) + uses);
    }
    const bits = sharedFloats(lettersOf.length);
    for (let place = 1; place < bits.length; place++)
      bits[place] = rarity(bearers.get(group(place)) ?? 0, named[this.#of(place, 'nation')] as number, this.#prior);
    return bits;
  }
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
