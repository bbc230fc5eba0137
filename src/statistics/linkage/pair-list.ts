const FIRST_ROOM = 1 << 16;

/** Weighed pairs as parallel columns that grow. */
export class PairList {
  #a = new Int32Array(FIRST_ROOM);
  #b = new Int32Array(FIRST_ROOM);
  #weight = new Float32Array(FIRST_ROOM);
  #length = 0;

  get length(): number {
    return this.#length;
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
    if (this.#length === this.#a.length) this.#grow();
    this.#a[this.#length] = Math.min(a, b);
    this.#b[this.#length] = Math.max(a, b);
    this.#weight[this.#length++] = weight;
  }

  #grow(): void {
    const [a, b, weight] = [this.#a, this.#b, this.#weight];
    const room = a.length * 2;
    this.#a = new Int32Array(room);
    this.#b = new Int32Array(room);
    this.#weight = new Float32Array(room);
    this.#a.set(a);
    this.#b.set(b);
    this.#weight.set(weight);
  }
}
