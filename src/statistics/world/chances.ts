import type { Random } from './random.ts';

/** How the shares of an office become yes or no, case by case. */
export interface Chances {
  /** Says how far the world has come, 0 to 1, before each person. */
  reach(progress: number): void;
  /** Whether it happens in a case; cases of one `key` belong together where they are counted. */
  happens(key: string, share: number, random: Random): boolean;
}

/** Every case for itself. */
export const INDEPENDENT: Chances = { reach: () => {}, happens: (_, share, random) => random.chance(share) };

/** How strongly a quota that is behind or ahead by one case draws its share up or down. */
const PULL = 0.2;

/**
 * Cases with a quota: as many happen as the quota says, to within a few, spread evenly over the people and yet at random: the chance of a
 * case is its share, more where the count lags behind the quota's part that is due, less where it is ahead. Others are independent. Needs
 * more cases than the quota asks for.
 */
export class Quotas implements Chances {
  readonly #quotas: ReadonlyMap<string, number>;
  readonly #happened = new Map<string, number>();
  #progress = 0;

  constructor(quotas: ReadonlyMap<string, number>) {
    this.#quotas = quotas;
  }

  reach(progress: number): void {
    this.#progress = progress;
  }

  happens(key: string, share: number, random: Random): boolean {
    const quota = this.#quotas.get(key);
    if (quota === undefined) return random.chance(share);
    const happened = this.#happened.get(key) ?? 0;
    if (!random.chance(share + (quota * this.#progress - happened) * PULL)) return false;
    this.#happened.set(key, happened + 1);
    return true;
  }
}
