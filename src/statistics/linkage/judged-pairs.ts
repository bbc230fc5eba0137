import type { Engine } from '../../engine/engine.ts';
import { sharedBytes } from './shared.ts';

/** More than there are slips, and its square still a whole number that a program holds exactly. */
const PLACES = 2 ** 26;

export interface JudgedColumns {
  /** a × PLACES + b of each pair, ascending. */
  readonly pairs: Float64Array;
  /** 1 for one person, 0 for two. */
  readonly same: Uint8Array;
}

/**
 * What was judged of pairs of slips (table `judged`: a < b, same): true for one person, false for two. Reviewers judge some thousands;
 * where names were deleted there may be millions, so they stand in whole arrays.
 */
export class JudgedPairs {
  readonly columns: JudgedColumns;
  readonly #pairs: Float64Array;
  readonly #same: Uint8Array;

  constructor(columns: JudgedColumns) {
    this.columns = columns;
    this.#pairs = columns.pairs;
    this.#same = columns.same;
  }

  static async read(engine: Engine): Promise<JudgedPairs> {
    const { count } = await engine.row<{ count: number }>('select count(*) as count from judged');
    const pairs = new Float64Array(new SharedArrayBuffer(count * 8));
    const judgedSame = sharedBytes(count);
    let at = 0;
    for await (const [a, b, same] of engine.chunks('select a, b, same from judged order by a, b')) {
      for (let row = 0; row < (a?.length ?? 0); row++) {
        pairs[at] = (a?.[row] as number) * PLACES + (b?.[row] as number);
        judgedSame[at++] = same?.[row] ? 1 : 0;
      }
    }
    return new JudgedPairs({ pairs, same: judgedSame });
  }

  same(a: number, b: number): boolean | undefined {
    if (this.#pairs.length === 0) return undefined;
    const pair = Math.min(a, b) * PLACES + Math.max(a, b);
    let [from, to] = [0, this.#pairs.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#pairs[middle] as number) < pair) from = middle + 1;
      else to = middle;
    }
    return this.#pairs[from] === pair ? this.#same[from] === 1 : undefined;
  }

  /** Pairs judged to be of one person. */
  together(): Generator<[number, number]> {
    return this.#judged(1);
  }

  /** Pairs judged to be of two persons. */
  apart(): Generator<[number, number]> {
    return this.#judged(0);
  }

  *#judged(same: number): Generator<[number, number]> {
    for (const [at, pair] of this.#pairs.entries()) {
      if (this.#same[at] === same) yield [Math.floor(pair / PLACES), pair % PLACES];
    }
  }
}
