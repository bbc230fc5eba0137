const WORD = 2 ** 32;

/**
 * A stream of pseudo-random numbers: Chris Doty-Humphrey's sfc32 (public domain), good enough for simulation and quick. Streams of the
 * same seed, number and purpose are the same on every machine; others are unrelated.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, number = 0, purpose = 0) {
    this.#a = mix(seed ^ 0x9e3779b9);
    this.#b = mix(this.#a ^ number);
    this.#c = mix(this.#b ^ Math.imul(purpose + 1, 0x85ebca6b));
    for (let round = 0; round < 10; round++) this.next();
  }

  /** A number from 0 up to, never quite, 1. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return (sum >>> 0) / WORD;
  }

  /** True with the given probability; draws a number either way. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** An exponential waiting time with the given mean. */
  wait(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }
}

/** The finaliser of splitmix32: every bit of the input stirs every bit of the output. */
function mix(value: number): number {
  let word = (value + 0x9e3779b9) | 0;
  word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
  return word ^ (word >>> 15);
}
