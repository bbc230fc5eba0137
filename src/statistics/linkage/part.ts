import { sharedIntegers } from './shared.ts';

const ARRIVED = 0;
const ROUND = 1;

/** One of several threads that do the same work, each its own part of it. */
export class Part {
  readonly number: number;
  readonly parts: number;
  readonly #gate: Int32Array;

  constructor({ number, parts, gate }: { number: number; parts: number; gate: Int32Array }) {
    this.number = number;
    this.parts = parts;
    this.#gate = gate;
  }

  /** Where all parts meet. */
  static gate(): Int32Array {
    return sharedIntegers(2);
  }

  /** All of the work as one part. */
  static whole(): Part {
    return new Part({ number: 0, parts: 1, gate: Part.gate() });
  }

  /** Waits until all parts have come here; what each wrote before, all see from here on. */
  meet(): void {
    const round = Atomics.load(this.#gate, ROUND);
    if (Atomics.add(this.#gate, ARRIVED, 1) + 1 === this.parts) {
      Atomics.store(this.#gate, ARRIVED, 0);
      Atomics.add(this.#gate, ROUND, 1);
      Atomics.notify(this.#gate, ROUND);
    } else while (Atomics.load(this.#gate, ROUND) === round) Atomics.wait(this.#gate, ROUND, round);
  }

  /** The part's share of so many things that lie in a row: from the first up to the second. */
  share(count: number): readonly [number, number] {
    return [Math.floor((count * this.number) / this.parts), Math.floor((count * (this.number + 1)) / this.parts)];
  }
}
