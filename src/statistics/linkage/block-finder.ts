/** Blocks of slips that share a key, one after the other: the slips of block `i` lie from `starts[i]` up to `starts[i + 1]`. */
export interface Blocks {
  readonly slips: Int32Array;
  readonly starts: Int32Array;
  readonly count: number;
}

/** Keys by their first byte: what a thread sorts at a time, and by which threads share the keys. */
export const SHELVES = 256;
const SHELF_SHIFT = 24;
/** Bits of the digits that keys are sorted by: wide ones take fewer passes, and more time to begin each. */
const NARROW = 8;
const WIDE = 12;
/** Shelves up to this size are sorted by insertion, from another on by wide digits. */
const SHORT = 24;
const LONG = 1 << 14;

/** Finds blocks by sorting keys, shelf by shelf so that each stays in the processor's cache; its room is used again each time. */
export class BlockFinder {
  #keys = new Uint32Array(0);
  #slips = new Int32Array(0);
  #spareKeys = new Uint32Array(0);
  #spareSlips = new Int32Array(0);
  #starts = new Int32Array(1);
  readonly #digits = new Int32Array(1 << WIDE);

  /**
   * The blocks of two slips and more, by their keys, each in the order of the slips; they hold until the next are found. Now and then
   * strangers meet in a block by chance, which costs a comparison.
   *
   * @param keys of every slip its key, 0 for none
   * @param shelves those taken, from the first up to the second
   */
  find(keys: Uint32Array, [first, end]: readonly [number, number]): Blocks {
    const places = shelfPlaces(keys, first, end);
    this.#makeRoom(places[end] as number);
    this.#fillShelves(keys, places, [first, end]);
    const [sorted, slips] = [this.#keys, this.#slips];
    let [blocks, kept] = [0, 0];
    for (let shelf = first; shelf < end; shelf++) {
      const [from, to] = [places[shelf] as number, places[shelf + 1] as number];
      if (to - from > SHORT) this.#sortByDigits(from, to);
      else insertInOrder(sorted, slips, from, to);
      for (let start = from, next = from; start < to; start = next) {
        next = start + 1;
        while (next < to && sorted[next] === sorted[start]) next++;
        if (next - start < 2) continue;
        for (let at = start; at < next; at++) slips[kept++] = slips[at] as number;
        this.#starts[++blocks] = kept;
      }
    }
    return { slips: slips.subarray(0, kept), starts: this.#starts, count: blocks };
  }

  /** Leaves one place more than are asked for. */
  #makeRoom(keys: number): void {
    if (keys < this.#keys.length) return;
    this.#keys = new Uint32Array(keys + 1);
    this.#slips = new Int32Array(keys + 1);
    this.#starts = new Int32Array((keys >> 1) + 1);
    this.#spareKeys = new Uint32Array(keys);
    this.#spareSlips = new Int32Array(keys);
  }

  /**
   * Puts keys and their slips on the shelves. Those of other shelves all go to the one place behind the last, where each is written over: a
   * processor that need not guess which way a key goes is several times as quick.
   */
  #fillShelves(keys: Uint32Array, places: Int32Array, [first, end]: readonly [number, number]): void {
    const [sorted, slips] = [this.#keys, this.#slips];
    const next = new Int32Array(SLOTS).fill(places[end] as number);
    const step = new Int32Array(SLOTS);
    next.set(places.subarray(first, end), first + 1);
    step.fill(1, first + 1, end + 1);
    for (let slip = 0; slip < keys.length; slip++) {
      const key = keys[slip] as number;
      const slot = slotOf(key);
      const place = next[slot] as number;
      sorted[place] = key;
      slips[place] = slip;
      next[slot] = place + (step[slot] as number);
    }
  }

  /** Sorts the keys of a shelf by the bytes behind the first, from the last on, keeping the order of equals. */
  #sortByDigits(from: number, to: number): void {
    let [keys, slips, nextKeys, nextSlips] = [this.#keys, this.#slips, this.#spareKeys, this.#spareSlips];
    const width = to - from < LONG ? NARROW : WIDE;
    const digits = this.#digits.subarray(0, 1 << width);
    const mask = digits.length - 1;
    for (let shift = 0; shift < SHELF_SHIFT; shift += width) {
      digits.fill(0);
      for (let at = from; at < to; at++) {
        const digit = ((keys[at] as number) >>> shift) & mask;
        digits[digit] = (digits[digit] as number) + 1;
      }
      for (let digit = 0, place = from; digit <= mask; digit++) {
        const count = digits[digit] as number;
        digits[digit] = place;
        place += count;
      }
      for (let at = from; at < to; at++) {
        const key = keys[at] as number;
        const digit = (key >>> shift) & mask;
        const place = digits[digit] as number;
        digits[digit] = place + 1;
        nextKeys[place] = key;
        nextSlips[place] = slips[at] as number;
      }
      [keys, slips, nextKeys, nextSlips] = [nextKeys, nextSlips, keys, slips];
    }
    // An even number of passes brings them back to where they were.
    if (keys === this.#keys) return;
    this.#keys.set(keys.subarray(from, to), from);
    this.#slips.set(slips.subarray(from, to), from);
  }
}

/** A slot for each shelf, behind one for those without a key. */
const SLOTS = SHELVES + 1;

/** 0 for no key, else 1 more than its shelf, without asking which. */
function slotOf(key: number): number {
  const bits = key | 0;
  const isKey = (bits | (0 - bits)) >>> 31;
  return ((key >>> SHELF_SHIFT) + 1) & (0 - isKey);
}

/** Where each shelf begins, and behind the last where all end; shelves not taken are empty. */
function shelfPlaces(keys: Uint32Array, first: number, end: number): Int32Array {
  const sizes = new Int32Array(SLOTS);
  for (let slip = 0; slip < keys.length; slip++) {
    const slot = slotOf(keys[slip] as number);
    sizes[slot] = (sizes[slot] as number) + 1;
  }
  const places = new Int32Array(SHELVES + 1);
  for (let shelf = 0; shelf < SHELVES; shelf++)
    places[shelf + 1] = (places[shelf] as number) + (shelf >= first && shelf < end ? (sizes[shelf + 1] as number) : 0);
  return places;
}

function insertInOrder(keys: Uint32Array, slips: Int32Array, from: number, to: number): void {
  for (let next = from + 1; next < to; next++) {
    const [key, slip] = [keys[next] as number, slips[next] as number];
    let at = next;
    while (at > from && (keys[at - 1] as number) > key) {
      keys[at] = keys[at - 1] as number;
      slips[at] = slips[at - 1] as number;
      at--;
    }
    keys[at] = key;
    slips[at] = slip;
  }
}
