import { FIELD, nationOf, ROW } from './identity.ts';
import type { NamePlaces } from './name-index.ts';
import type { Part } from './part.ts';
import { sharedIntegers } from './shared.ts';

/** The kinds of names, by the fields where their numbers stand. */
export const KINDS = [FIELD.surname, FIELD.given, FIELD.patronymic] as const;
export type Kind = (typeof KINDS)[number];

/** Every spelling by its number, as often as it stands in each column. */
export interface Uses {
  /** As surname, given name and patronymic, side by side. */
  readonly uses: Int32Array;
}

/**
 * A thread's part of giving the names of all slips their places: the numbers of the spellings in the rows become those of places, in the
 * order in which the slips come. Names written in each other's column are put right first.
 *
 * @returns the places of each kind that fell to this part
 */
export function placeNames({ rows, uses }: Uses & { rows: Int32Array }, part: Part): Partial<Record<Kind, NamePlaces>> {
  const slips = rows.length / ROW;
  const [from, to] = part.share(slips);
  for (let row = from * ROW; row < to * ROW; row += ROW) {
    const [surname, given] = [rows[row + FIELD.surname] as number, rows[row + FIELD.given] as number];
    if (surname === 0 || given === 0 || !areSwapped(uses, surname, given)) continue;
    rows[row + FIELD.surname] = given;
    rows[row + FIELD.given] = surname;
  }
  part.meet();
  // Surnames are as many as the two other kinds together.
  const own = KINDS.filter(kind => Math.min(kind, part.parts - 1) === part.number);
  return Object.fromEntries(own.map(kind => [kind, placeKind(rows, kind)]));
}

function placeKind(rows: Int32Array, kind: Kind): NamePlaces {
  const table = new PlaceTable();
  for (let slip = 0; slip * ROW < rows.length; slip++) {
    const spelling = rows[slip * ROW + kind] as number;
    if (spelling !== 0) rows[slip * ROW + kind] = table.add(spelling, nationOf(rows, slip));
  }
  return table.places();
}

/** Two names are taken as written in each other's column from these odds on. */
const SWAPPED_ODDS = 10;

/** Whether the surname is written as others write given names, and the given name as others write surnames. */
function areSwapped(uses: Int32Array, surname: number, given: number): boolean {
  const [first, second] = [surname * KINDS.length, given * KINDS.length];
  const as = (place: number) => (uses[place] as number) + 0.5;
  return (
    as(first + FIELD.given) * as(second + FIELD.surname) >
    SWAPPED_ODDS * as(first + FIELD.surname) * as(second + FIELD.given)
  );
}

const FIRST_SLOTS = 1 << 12;
/** Fields of a slot, which lie side by side. */
const SLOT = { fields: 4, place: 0, spelling: 1, nation: 2, uses: 3 } as const;

/** Places by spelling and nation: a slot is looked for where their hash says, and from there on. */
class PlaceTable {
  #slots = new Int32Array(FIRST_SLOTS * SLOT.fields);
  #count = 1;

  add(spelling: number, nation: number): number {
    const at = this.#find(spelling, nation);
    const slots = this.#slots;
    slots[at + SLOT.uses] = (slots[at + SLOT.uses] as number) + 1;
    const known = slots[at + SLOT.place] as number;
    return known === 0 ? this.#take(at, spelling, nation) : known;
  }

  places(): NamePlaces {
    const [spelling, nation, uses] = [1, 2, 3].map(() => sharedIntegers(this.#count)) as [
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    const slots = this.#slots;
    for (let at = 0; at < slots.length; at += SLOT.fields) {
      const place = slots[at + SLOT.place] as number;
      if (place === 0) continue;
      spelling[place] = slots[at + SLOT.spelling] as number;
      nation[place] = slots[at + SLOT.nation] as number;
      uses[place] = slots[at + SLOT.uses] as number;
    }
    return { spelling, nation, uses };
  }

  /** Start of the slot of a spelling and nation, of an empty one where they have none. */
  #find(spelling: number, nation: number): number {
    const slots = this.#slots;
    const mask = slots.length / SLOT.fields - 1;
    let slot = (Math.imul(spelling, 0x9e3779b1) ^ Math.imul(nation, 0x85ebca6b)) >>> 0;
    for (slot = (slot ^ (slot >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * SLOT.fields;
      if (slots[at + SLOT.place] === 0) return at;
      if (slots[at + SLOT.spelling] === spelling && slots[at + SLOT.nation] === nation) return at;
    }
  }

  #take(at: number, spelling: number, nation: number): number {
    const place = this.#count++;
    this.#slots[at + SLOT.place] = place;
    this.#slots[at + SLOT.spelling] = spelling;
    this.#slots[at + SLOT.nation] = nation;
    if (2 * this.#count * SLOT.fields > this.#slots.length) this.#grow();
    return place;
  }

  #grow(): void {
    const earlier = this.#slots;
    this.#slots = new Int32Array(earlier.length * 2);
    for (let from = 0; from < earlier.length; from += SLOT.fields) {
      if (earlier[from + SLOT.place] === 0) continue;
      const at = this.#find(earlier[from + SLOT.spelling] as number, earlier[from + SLOT.nation] as number);
      this.#slots.set(earlier.subarray(from, from + SLOT.fields), at);
    }
  }
}
