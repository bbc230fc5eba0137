import { BLOCKING_RULES } from './blocking.ts';
import { budgetOf } from './candidate-pairs.ts';
import type { Crew } from './crew.ts';
import type { Identity } from './identity.ts';
import type { JudgedPairs } from './judged-pairs.ts';
import type { LinkageModel } from './model.ts';
import { PairList } from './pair-list.ts';
import { sharedBytes, sharedIntegers, sharedNaturals } from './shared.ts';
import { UnionFind } from './union-find.ts';

/** What one blocking rule brought together. */
export interface BlockedPairs {
  rule: string;
  /** Pairs kept, with a weight above the floor. */
  pairs: number;
  /** Slips in blocks too large to compare, and the size from which a block is. */
  slipsInLargeBlocks: number;
  largestBlock: number;
}

export interface ComparedPairs {
  /** Pairs whose weight is within reach of the cut-off; one may stand in it twice. */
  readonly pairs: PairList;
  /** Of every slip the first one that is written just like it and firmly linked to it, itself if none is. */
  readonly writing: Int32Array;
  /** Slips that are linked firmly, directly or through others. */
  readonly linked: UnionFind;
  readonly blocks: readonly BlockedPairs[];
}

/**
 * Compares slips under each blocking rule and keeps the pairs whose weight is within reach of the cut-off. Slips that were linked firmly
 * before speak with one voice: of those that share a key the one with the fewest gaps is compared, and only with slips of others. Blocks
 * so large that a rule would bring together more than three pairs a slip (a broad one fewer) are left to the narrower rules, and reported.
 */
export async function comparePairs(
  crew: Crew,
  { identity, model, judged }: { identity: Identity; model: LinkageModel; judged: JudgedPairs },
): Promise<ComparedPairs> {
  const { slips } = identity;
  const sizesOfPart = Math.ceil(Math.sqrt(2 * Math.max(...BLOCKING_RULES.map(rule => budgetOf(rule, slips))))) + 2;
  const linked = new UnionFind(slips);
  const writing = sharedIntegers(slips);
  const parts = await crew.run('compare', {
    ...{ identity, model, judged: judged.columns, writing, linked: linked.parents },
    ...{ keys: sharedNaturals(slips), gaps: sharedBytes(slips) },
    ...{ sizes: sharedIntegers(sizesOfPart * crew.size), sizesOfPart },
  });
  const pairs = new PairList(parts.reduce((sum, part) => sum + part.pairs.a.length, judged.columns.same.length));
  const blocks = ['same writing', ...BLOCKING_RULES.map(({ name }) => name)].map((rule, at) => {
    const before = pairs.length;
    for (const { pairs: found, ends } of parts) pairs.addAll(found, ends[at - 1] ?? 0, ends[at] as number);
    const { largest, left } = parts[0]?.large[at - 1] ?? { largest: 0, left: 0 };
    return { rule, pairs: pairs.length - before, slipsInLargeBlocks: left, largestBlock: largest };
  });
  return { pairs, writing, linked, blocks };
}
