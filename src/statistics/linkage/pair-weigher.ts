import { CERTAIN, FORBIDDEN } from './agglomerate.ts';
import { COMPARISONS, type Comparison, glanceAtAll, NULL, UNTOLD } from './comparisons.ts';
import { fetchRows, type Identity, ROW } from './identity.ts';
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

/** Sets the levels of two slips, given by the starts of their rows. */
export function compare(identity: Identity, l: number, r: number, levels: Levels): void {
  glanceAtAll(identity, l, r, levels);
  for (const place of LOOKED_AT)
    if (levels[place] === UNTOLD) levels[place] = COMPARISONS[place]?.look?.(identity, l, r) ?? UNTOLD;
}

/** What is looked at closely where a glance does not tell, what decides most often first. */
const LOOKED_AT = [GIVEN_NAME, SURNAME, placeOf('patronymic'), placeOf('document')];
/** Weight of a pair that is found to be below what was asked for before all was looked at. */
const BELOW = Number.NEGATIVE_INFINITY;
/** More bits than rounding can cost. */
const ROUNDING = 0.001;

/** The weights of pairs by a model. Judgements stand above them: such a pair is `CERTAIN` or `FORBIDDEN`. */
export class PairWeigher {
  readonly #identity: Identity;
  readonly #judged: JudgedPairs;
  readonly #prior: number;
  readonly #comparisons: readonly WeighedComparison[];
  readonly #levels: Levels = new Int8Array(COMPARISONS.length);
  /** Of each comparison the bits of its level, or the most that a closer look can give. */
  readonly #bits = new Float64Array(COMPARISONS.length);

  constructor(identity: Identity, model: LinkageModel, judged: JudgedPairs) {
    this.#identity = identity;
    this.#judged = judged;
    this.#prior = priorWeight(model);
    this.#comparisons = COMPARISONS.map((_, place) => new WeighedComparison(identity, model, place));
  }

  /**
   * Weight of two slips in bits.
   *
   * @param least what is below may come out as −∞: most strangers are told apart at a glance
   */
  weigh(a: number, b: number, least = BELOW): number {
    const [l, r] = a < b ? [a * ROW, b * ROW] : [b * ROW, a * ROW];
    const judged = this.#judged.same(a, b);
    if (!this.#reaches(judged === undefined ? least - ROUNDING : BELOW, l, r)) return BELOW;
    if (judged !== undefined) return judged ? CERTAIN : FORBIDDEN;
    let weight = this.#prior;
    for (let place = 0; place < this.#bits.length; place++) weight += this.#bits[place] as number;
    return Math.fround(weight - (contradictionOf(this.#levels)?.bits ?? 0));
  }

  /** Prepares the weighing of slips, from one place up to another. */
  fetch(slips: Int32Array, from: number, to: number): void {
    fetchRows(this.#identity, slips, from, to);
  }

  /** Finds levels and bits, as long as these can still come up to a weight. */
  #reaches(least: number, l: number, r: number): boolean {
    const levels = this.#levels;
    glanceAtAll(this.#identity, l, r, levels);
    let most = this.#prior;
    for (let place = 0; place < levels.length; place++) {
      const comparison = this.#comparisons[place] as WeighedComparison;
      const level = levels[place] as number;
      const bits = level === UNTOLD ? comparison.most(l, r) : comparison.bits(l, r, level);
      this.#bits[place] = bits;
      most += bits;
    }
    for (const place of LOOKED_AT) {
      if (levels[place] !== UNTOLD) continue;
      if (most - (contradictionOf(levels)?.bits ?? 0) < least) return false;
      const comparison = this.#comparisons[place] as WeighedComparison;
      const level = comparison.look(this.#identity, l, r);
      const bits = comparison.bits(l, r, level);
      levels[place] = level;
      most += bits - (this.#bits[place] as number);
      this.#bits[place] = bits;
    }
    return true;
  }

  /** Bits, at most 0, that given name, patronymic and birth date took from the weight of the pair last weighed. */
  contrary(): number {
    let bits = 0;
    for (const place of LIFELONG)
      bits += Math.min(0, (this.#comparisons[place] as WeighedComparison).average(this.#levels[place] as number));
    return bits;
  }
}

const NO_TERMS = new Float32Array(0);

/** A comparison with the weights that a model gives to its levels; slips are given by the starts of their rows. */
export class WeighedComparison {
  readonly look: NonNullable<Comparison['look']>;
  readonly #rows: Int32Array;
  readonly #weights: readonly number[];
  readonly #shares: readonly number[];
  /** Where a term stands in a row, and the bits of rarity of each. */
  readonly #field: number;
  readonly #termBits: Float32Array;
  readonly #averageBits: number;
  /** Of the levels that a closer look can give: the greatest weight of those without a share of rarity, and the others. */
  readonly #mostPlain: number;
  readonly #sharing: readonly number[];

  constructor(identity: Identity, model: LinkageModel, place: number) {
    const { glance, look = glance, looksFrom = 0, levels, rarity } = COMPARISONS[place] as Comparison;
    this.look = look;
    this.#rows = identity.rows;
    this.#weights = levelWeights(model, place);
    this.#shares = levels.map(level => (rarity === undefined ? 0 : level.rarity));
    this.#field = rarity?.field ?? 0;
    this.#termBits = rarity?.bitsOf(identity) ?? NO_TERMS;
    this.#averageBits = -Math.log2(levelsAt(model, place)[0]?.u ?? 1);
    const looked = [...levels.keys()].slice(looksFrom);
    this.#sharing = looked.filter(level => this.#shares[level] !== 0);
    const plain = looked.filter(level => this.#shares[level] === 0);
    this.#mostPlain = Math.max(...plain.map(level => this.#weights[level] as number));
  }

  /** The greatest bits of the levels that a closer look can give. */
  most(l: number, r: number): number {
    let most = this.#mostPlain;
    for (let at = 0; at < this.#sharing.length; at++)
      most = Math.max(most, this.bits(l, r, this.#sharing[at] as number));
    return most;
  }

  bits(l: number, r: number, level: number): number {
    return level === NULL ? 0 : (this.#weights[level] as number) + this.rarity(l, r, level);
  }

  /** Weight of a level whatever the term is. */
  average(level: number): number {
    return level === NULL ? 0 : (this.#weights[level] as number);
  }

  /** What the shared term's rarity adds to the average term's weight: rarity share × (bits − −log2 u of equal terms). */
  rarity(l: number, r: number, level: number): number {
    const share = this.#shares[level] ?? 0;
    if (share === 0) return 0;
    const [x, y] = [this.#rows[l + this.#field] as number, this.#rows[r + this.#field] as number];
    const commoner = Math.min(this.#termBits[x] as number, this.#termBits[y] as number);
    return share * (commoner - this.#averageBits);
  }
}

/** What contradiction takes from a pair with these levels, if anything. */
export function contradictionOf(levels: Levels): { reason: string; bits: number } | undefined {
  if (levels[GIVEN_NAME] !== LAST_GIVEN_NAME) return undefined;
  if (levels[BIRTH_DATE] === LAST_BIRTH_DATE) return CONTRADICTION;
  const surname = levels[SURNAME] ?? NULL;
  return surname >= 0 && surname <= AGREEING_SURNAMES ? KIN : undefined;
}

const LAST_GIVEN_NAME = lastLevel(GIVEN_NAME);
const LAST_BIRTH_DATE = lastLevel(BIRTH_DATE);

function placeOf(name: string): number {
  return COMPARISONS.findIndex(comparison => comparison.name === name);
}

function lastLevel(place: number): number {
  return (COMPARISONS[place]?.levels.length ?? 0) - 1;
}
