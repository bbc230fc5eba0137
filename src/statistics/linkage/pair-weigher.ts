import { CERTAIN, FORBIDDEN } from './agglomerate.ts';
import { COMPARISONS, NULL } from './comparisons.ts';
import { type Identity, ROW } from './identity.ts';
import type { JudgedPairs } from './judged-pairs.ts';
import { type LinkageModel, levelsAt, levelWeights, priorWeight } from './model.ts';

/**
 * What the independence of the comparisons hides: relatives share surname, father, document, the day and the way of a move, twins the
 * birth date too. So unlike given names weigh more than learned where the surname agrees, and together with an unlike birth date they
 * speak against one person whatever else agrees.
 */
const KIN = { reason: 'given names differ, surnames agree', bits: 20 };
const CONTRADICTION = { reason: 'given names and birth dates differ', bits: 40 };

const SURNAME = placeOf('surname');
const GIVEN_NAME = placeOf('given_name');
const BIRTH_DATE = placeOf('birth_date');
/** What a person keeps for life, so that two slips disagree in it only by error. */
const LIFELONG = [GIVEN_NAME, placeOf('patronymic'), BIRTH_DATE];
/** Levels of the surname up to which it agrees: equal, same sound, close, near. */
const AGREEING_SURNAMES = 3;

/** The levels of two slips, one for each comparison. */
export type Levels = Int8Array;

type LevelOf = (typeof COMPARISONS)[number]['levelOf'];
const LEVEL_OF: readonly LevelOf[] = COMPARISONS.map(({ levelOf }) => levelOf);

/** Sets the levels of two slips, given by the starts of their rows. */
export function compare(identity: Identity, l: number, r: number, levels: Levels): void {
  for (let place = 0; place < LEVEL_OF.length; place++) levels[place] = (LEVEL_OF[place] as LevelOf)(identity, l, r);
}

/** The weights of pairs by a model. Judgements stand above them: such a pair is `CERTAIN` or `FORBIDDEN`. */
export class PairWeigher {
  readonly #identity: Identity;
  readonly #judged: JudgedPairs;
  readonly #prior: number;
  readonly #comparisons: readonly WeighedComparison[];
  readonly #levels: Levels = new Int8Array(COMPARISONS.length);

  constructor(identity: Identity, model: LinkageModel, judged: JudgedPairs) {
    this.#identity = identity;
    this.#judged = judged;
    this.#prior = priorWeight(model);
    this.#comparisons = COMPARISONS.map((_, place) => new WeighedComparison(model, place));
  }

  /** Weight of two slips in bits. */
  weigh(a: number, b: number): number {
    const [l, r] = a < b ? [a * ROW, b * ROW] : [b * ROW, a * ROW];
    const levels = this.#levels;
    compare(this.#identity, l, r, levels);
    let weight = this.#prior;
    for (let place = 0; place < levels.length; place++)
      weight += (this.#comparisons[place] as WeighedComparison).bits(this.#identity, l, r, levels[place] as number);
    const judged = this.#judged.same(a, b);
    if (judged !== undefined) return judged ? CERTAIN : FORBIDDEN;
    return Math.fround(weight - (contradictionOf(levels)?.bits ?? 0));
  }

  /** Bits, at most 0, that given name, patronymic and birth date took from the weight of the pair last weighed. */
  contrary(): number {
    return LIFELONG.reduce(
      (sum, place) =>
        sum + Math.min(0, (this.#comparisons[place] as WeighedComparison).average(this.#levels[place] as number)),
      0,
    );
  }
}

/** A comparison with the weights that a model gives to its levels. */
export class WeighedComparison {
  readonly #weights: readonly number[];
  readonly #shares: readonly number[];
  readonly #averageBits: number;
  readonly #rarityOf: ((identity: Identity, l: number, r: number) => number) | undefined;

  constructor(model: LinkageModel, place: number) {
    const { levels, rarityOf } = COMPARISONS[place] as (typeof COMPARISONS)[number];
    this.#weights = levelWeights(model, place);
    this.#shares = levels.map(({ rarity }) => rarity);
    this.#averageBits = -Math.log2(levelsAt(model, place)[0]?.u ?? 1);
    this.#rarityOf = rarityOf;
  }

  bits(identity: Identity, l: number, r: number, level: number): number {
    return level === NULL ? 0 : (this.#weights[level] as number) + this.rarity(identity, l, r, level);
  }

  /** Weight of a level whatever the term is. */
  average(level: number): number {
    return level === NULL ? 0 : (this.#weights[level] as number);
  }

  /** What the shared term's rarity adds to the average term's weight: rarity share × (bits − −log2 u of equal terms). */
  rarity(identity: Identity, l: number, r: number, level: number): number {
    const share = this.#shares[level] ?? 0;
    return share === 0 || this.#rarityOf === undefined
      ? 0
      : share * (this.#rarityOf(identity, l, r) - this.#averageBits);
  }
}

/** What contradiction takes from a pair with these levels, if anything. */
export function contradictionOf(levels: Levels): { reason: string; bits: number } | undefined {
  if (levels[GIVEN_NAME] !== LAST_GIVEN_NAME) return undefined;
  if (levels[BIRTH_DATE] === LAST_BIRTH_DATE) return CONTRADICTION;
  const surname = levels[SURNAME] ?? NULL;
  return surname !== NULL && surname <= AGREEING_SURNAMES ? KIN : undefined;
}

const LAST_GIVEN_NAME = lastLevel(GIVEN_NAME);
const LAST_BIRTH_DATE = lastLevel(BIRTH_DATE);

function placeOf(name: string): number {
  return COMPARISONS.findIndex(comparison => comparison.name === name);
}

function lastLevel(place: number): number {
  return (COMPARISONS[place]?.levels.length ?? 0) - 1;
}
