import { sharedFloats, sharedIntegers } from './shared.ts';

/** Weighed pairs as parallel columns. */
export interface PairColumns {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: Float32Array;
}

const FIRST_ROOM = 1 << 16;

/** Weighed pairs as parallel columns that grow. */
export class PairList {
  #a: Int32Array;
  #b: Int32Array;
  #weight: Float32Array;
  #length = 0;

  /** @param room for so many pairs at first */
  constructor(room = FIRST_ROOM) {
    this.#a = sharedIntegers(room);
    this.#b = sharedIntegers(room);
    this.#weight = sharedFloats(room);
  }

  get length(): number {
    return this.#length;
  }

  get columns(): PairColumns {
    const of = <Column extends Int32Array | Float32Array>(column: Column) => column.subarray(0, this.#length) as Column;
    return { a: of(this.#a), b: of(this.#b), weight: of(this.#weight) };
  }

  a(at: number): number {
    return this.#a[at] as number;
  }

  b(at: number): number {
    return this.#b[at] as number;
  }

  weight(at: number): number {
    return this.#weight[at] as number;
  }

  /** Adds a pair, its smaller slip first. */
  add(a: number, b: number, weight: number): void {
    if (this.#length === this.#a.length) this.#grow(this.#length + 1);
    this.#a[this.#length] = Math.min(a, b);
    this.#b[this.#length] = Math.max(a, b);
    this.#weight[this.#length++] = weight;
  }

  /** Adds the pairs of a list from a place up to another. */
  addAll({ a, b, weight }: PairColumns, from: number, to: number): void {
    this.#grow(this.#length + to - from);
    this.#a.set(a.subarray(from, to), this.#length);
    this.#b.set(b.subarray(from, to), this.#length);
    this.#weight.set(weight.subarray(from, to), this.#length);
    this.#length += to - from;
  }

  /** The pairs of certain weights. */
  filter(takes: (weight: number) => boolean): PairList {
    const taken = new PairList();
    for (let at = 0; at < this.#length; at++)
      if (takes(this.weight(at))) taken.add(this.a(at), this.b(at), this.weight(at));
    return taken;
  }

  #grow(least: number): void {
    const [a, b, weight] = [this.#a, this.#b, this.#weight];
    if (least <= a.length) return;
    const room = Math.max(least, a.length * 2);
    this.#a = sharedIntegers(room);
    this.#b = sharedIntegers(room);
    this.#weight = sharedFloats(room);
    this.#a.set(a);
    this.#b.set(b);
    this.#weight.set(weight);
  }
}
