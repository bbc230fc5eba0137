import type { Cell } from '../../engine/engine.ts';
import { Engine } from '../../engine/engine.ts';

/** Of the process that also serves pages: an engine that asks for more than this spills. */
const MEMORY = 2 ** 30;
const THREADS = 2;
/** A question that takes longer is stopped. */
const LONGEST_MS = 20_000;

/**
 * The engine by which a server answers questions about what runs have kept: opened at the first question, and busy with one at a time, so
 * that it never takes more than one thread of the pool that reads files, too.
 */
export class QueryEngine {
  readonly #workParent: string;
  #engine: Promise<Engine> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param workParent folder for what does not fit in memory */
  constructor(workParent: string) {
    this.#workParent = workParent;
  }

  /** All rows of a query, in turn. */
  rows<Row extends Record<string, Cell>>(sql: string): Promise<Row[]> {
    const answer = this.#last.then(() => this.#ask<Row>(sql));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async close(): Promise<void> {
    await this.#last;
    (await this.#engine)?.close();
    this.#engine = undefined;
  }

  async #ask<Row extends Record<string, Cell>>(sql: string): Promise<Row[]> {
    this.#engine ??= Engine.open({ memory: MEMORY, threads: THREADS, workParent: this.#workParent });
    const engine = await this.#engine.catch((error: unknown) => {
      // The next question tries anew.
      this.#engine = undefined;
      throw error;
    });
    const patience = setTimeout(() => engine.interrupt(), LONGEST_MS);
    try {
      return await engine.rows<Row>(sql);
    } finally {
      clearTimeout(patience);
    }
  }
}
