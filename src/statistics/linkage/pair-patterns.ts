import { BlockFinder, SHELVES } from './block-finder.ts';
import { type BlockingRule, setKeys } from './blocking.ts';
import { eachPair } from './candidate-pairs.ts';
import { COMPARISONS, NULL } from './comparisons.ts';
import type { Pattern } from './expectation-maximisation.ts';
import { type Identity, nationOf, ROW } from './identity.ts';
import { compare } from './pair-weigher.ts';
import type { Part } from './part.ts';

/** Pairs that slips drawn at random make up together. */
const RANDOM_PAIRS = 200_000;
/** Blocks above this size hold strangers for the most part and teach nothing. */
const LARGEST_TRAINING_BLOCK = 60;

/** The pairs that teach a model. */
export interface Teaching {
  readonly identity: Identity;
  /** Slips in an order that has nothing to do with them: neighbours in it are strangers. */
  readonly drawn: readonly number[];
  /** Rules whose blocks teach, and of how many of their keys one does. */
  readonly rules: readonly BlockingRule[];
  readonly sample: number;
  /** Of every slip its key under the rule at hand. */
  readonly keys: Uint32Array;
}

/** How many pairs show which levels, each pattern of levels as one number. */
type PatternCounts = Map<number, number>;

interface Counted {
  strangers: PatternCounts;
  compatriots: PatternCounts;
  ofRules: PatternCounts[];
}

/** The patterns that pairs show: strangers, strangers of one nation, and those that each rule brings together. */
export interface PatternsSeen {
  strangers: readonly Pattern[];
  compatriots: readonly Pattern[];
  ofRules: readonly (readonly Pattern[])[];
}

/** A thread's part of the counting: its share of the slips drawn, and of the keys under each rule. */
export function countPatterns({ identity, drawn, rules, sample, keys }: Teaching, part: Part): Counted {
  const finder = new BlockFinder();
  const [from, to] = part.share(identity.slips);
  const strangers = countStrangers(identity, drawn, () => 0, part);
  const compatriots = countStrangers(identity, drawn, slip => nationOf(identity.rows, slip), part);
  const ofRules = rules.map(rule => {
    setKeys(identity, rule, { keys, from, to });
    for (let slip = from; slip < to; slip++) if ((keys[slip] as number) % sample !== 0) keys[slip] = 0;
    part.meet();
    const blocks = finder.find(keys, part.share(SHELVES));
    part.meet();
    const counter = new PatternCounter(identity);
    eachPair(blocks, LARGEST_TRAINING_BLOCK, identity, (a, b) => counter.add(a, b));
    return counter.counts;
  });
  return { strangers, compatriots, ofRules };
}

/** What the parts have counted, together. */
export function patternsSeen(counted: readonly Counted[]): PatternsSeen {
  return {
    strangers: together(counted.map(({ strangers }) => strangers)),
    compatriots: together(counted.map(({ compatriots }) => compatriots)),
    ofRules: (counted[0]?.ofRules ?? []).map((_, rule) =>
      together(counted.map(({ ofRules }) => ofRules[rule] ?? new Map())),
    ),
  };
}

/** Counts pairs drawn at random among slips of one group: neighbours in the order drawn. */
function countStrangers(
  identity: Identity,
  drawn: readonly number[],
  groupOf: (slip: number) => number,
  part: Part,
): PatternCounts {
  const counter = new PatternCounter(identity);
  const ordered = drawn.toSorted((x, y) => groupOf(x) - groupOf(y));
  const steps = Math.max(1, Math.min(Math.ceil(RANDOM_PAIRS / drawn.length), drawn.length - 1));
  const [from, to] = part.share(ordered.length);
  for (let at = from; at < to; at++) {
    const slip = ordered[at] as number;
    for (let step = 1; step <= steps && at + step < ordered.length; step++) {
      const other = ordered[at + step] as number;
      if (groupOf(other) === groupOf(slip)) counter.add(slip, other);
    }
  }
  return counter.counts;
}

/** More than any comparison has levels, null included. */
const LEVELS = 16;

class PatternCounter {
  readonly counts: PatternCounts = new Map();
  readonly #identity: Identity;
  readonly #levels = new Int8Array(COMPARISONS.length);

  constructor(identity: Identity) {
    this.#identity = identity;
  }

  add(l: number, r: number): void {
    compare(this.#identity, l * ROW, r * ROW, this.#levels);
    let code = 0;
    for (let place = 0; place < COMPARISONS.length; place++)
      code = code * LEVELS + (this.#levels[place] as number) - NULL;
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
  }
}

/** Patterns by their codes, so that the parts leave no trace in the order. */
function together(parts: readonly PatternCounts[]): Pattern[] {
  const all: PatternCounts = new Map();
  for (const counts of parts) for (const [code, count] of counts) all.set(code, (all.get(code) ?? 0) + count);
  return [...all]
    .sort(([x], [y]) => x - y)
    .map(([code, count]) => ({ levels: COMPARISONS.map((_, place) => digit(code, place) + NULL), count }));
}

function digit(code: number, place: number): number {
  return Math.floor(code / LEVELS ** (COMPARISONS.length - 1 - place)) % LEVELS;
}
