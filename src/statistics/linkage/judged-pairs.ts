import type { Engine } from '../../engine/engine.ts';

/** What reviewers judged of pairs of slips (table `judged`: a < b, same): true for one person, false for two. */
export class JudgedPairs {
  readonly #same = new Map<string, boolean>();

  static async read(engine: Engine): Promise<JudgedPairs> {
    const judged = new JudgedPairs();
    const rows = await engine.rows<{ a: number; b: number; same: boolean }>(
      'select a, b, same from judged order by a, b',
    );
    for (const { a, b, same } of rows) judged.#same.set(`${a} ${b}`, same);
    return judged;
  }

  same(a: number, b: number): boolean | undefined {
    return this.#same.size === 0 ? undefined : this.#same.get(a < b ? `${a} ${b}` : `${b} ${a}`);
  }

  /** Pairs judged to be of one person. */
  together(): [number, number][] {
    return this.#pairs(true);
  }

  /** Pairs judged to be of two persons. */
  apart(): [number, number][] {
    return this.#pairs(false);
  }

  #pairs(judged: boolean): [number, number][] {
    return [...this.#same]
      .filter(([, same]) => same === judged)
      .map(([pair]) => pair.split(' ').map(Number) as [number, number]);
  }
}
