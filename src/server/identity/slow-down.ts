interface Failures {
  count: number;
  /** Milliseconds since the epoch; before it nothing is tried. */
  waitUntil: number;
  /** When the last of them was. */
  last: number;
}

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;
const FORGOTTEN_MS = 60 * 60_000;
const MOST_KEPT = 10_000;

/** Makes whoever fails wait: some failures are free, each further one doubles the wait. An hour without one makes all as before. */
export class SlowDown {
  readonly #free: number;
  readonly #now: () => number;
  readonly #failures = new Map<string, Failures>();

  /** @param free failures that cost nothing */
  constructor(free: number, now: () => number = Date.now) {
    this.#free = free;
    this.#now = now;
  }

  /** Seconds until the key may be tried again; 0 for at once. */
  wait(key: string): number {
    const failures = this.#known(key);
    return failures === undefined ? 0 : Math.max(0, Math.ceil((failures.waitUntil - this.#now()) / 1000));
  }

  failed(key: string): void {
    const count = (this.#known(key)?.count ?? 0) + 1;
    const over = count - this.#free;
    const wait = over < 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(over, 20));
    this.#failures.delete(key);
    this.#failures.set(key, { count, waitUntil: this.#now() + wait, last: this.#now() });
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > MOST_KEPT && oldest !== undefined) this.#failures.delete(oldest);
  }

  passed(key: string): void {
    this.#failures.delete(key);
  }

  #known(key: string): Failures | undefined {
    const failures = this.#failures.get(key);
    return failures !== undefined && this.#now() - failures.last < FORGOTTEN_MS ? failures : undefined;
  }
}
