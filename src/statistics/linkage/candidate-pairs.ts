import { BLOCKING_RULES, type BlockingRule, type Blocks, blocksOf, WRITING } from './blocking.ts';
import { FIELD, FLAG, type Identity, nationOf, ROW } from './identity.ts';
import { FIRM, type LinkageModel } from './model.ts';
import { PairList } from './pair-list.ts';
import type { PairWeigher } from './pair-weigher.ts';
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

/** Bits below the cut-off down to which pairs are kept, to judge clusters and doubts by. */
export const FLOOR = 8;
/** Pairs that a rule may bring together for each slip (a broad one fewer), and for all of a small world. */
const PAIRS_PER_SLIP = 3;
const BROAD_PAIRS_PER_SLIP = 0.3;
const PAIRS_AT_LEAST = 1_000_000;

/**
 * Compares slips under each blocking rule and keeps the pairs whose weight is within reach of the cut-off. Slips that were linked firmly
 * before speak with one voice: of those that share a key the one with the fewest gaps is compared, and only with slips of others. Blocks
 * so large that a rule would bring together more than three pairs a slip (a broad one fewer) are left to the narrower rules, and reported.
 */
export function comparePairs(identity: Identity, model: LinkageModel, weigher: PairWeigher): ComparedPairs {
  const pairs = new PairList();
  const linked = new UnionFind(identity.slips);
  const firm = model.cut_off + FIRM;
  const keep = (a: number, b: number, weight: number): void => {
    pairs.add(a, b, weight);
    if (weight >= firm) linked.union(a, b);
  };
  const writing = findSameWritings(identity, weigher, firm, keep);
  const blocks = [{ rule: 'same writing', pairs: pairs.length, slipsInLargeBlocks: 0, largestBlock: 0 }];
  const gaps = gapsOf(identity);
  const every = numbersTo(identity.slips);
  const written = every.filter(slip => writing[slip] === slip);
  for (const rule of BLOCKING_RULES) {
    const before = pairs.length;
    const voices = voicesOf(blocksOf(identity, rule, rule.everySlip ? every : written), linked, gaps);
    const { largest, left } = largestBlock(voices, budgetOf(rule, identity.slips));
    eachPair(voices, largest, (a, b) => {
      const weight = weigher.weigh(a, b, model.cut_off - FLOOR);
      if (weight >= model.cut_off - FLOOR) keep(a, b, weight);
    });
    blocks.push({
      rule: rule.name,
      pairs: pairs.length - before,
      slipsInLargeBlocks: left,
      largestBlock: largest,
    });
  }
  return { pairs, writing, linked, blocks };
}

function budgetOf({ broad }: BlockingRule, slips: number): number {
  return Math.max(PAIRS_AT_LEAST, slips * (broad ? BROAD_PAIRS_PER_SLIP : PAIRS_PER_SLIP));
}

/**
 * Of every slip the first one that is written just like it, where the two are firmly linked. The others are compared with the first alone,
 * not all with all: in clean data that is most of the work.
 */
function findSameWritings(
  identity: Identity,
  weigher: PairWeigher,
  firm: number,
  keep: (a: number, b: number, weight: number) => void,
): Int32Array {
  const writing = numbersTo(identity.slips);
  const blocks = blocksOf(identity, { on: ['writing'] }, writing.slice());
  for (let block = 0; block < blocks.count; block++) {
    const start = blocks.starts[block] as number;
    const first = blocks.slips[start] as number;
    for (let at = start + 1; at < (blocks.starts[block + 1] as number); at++) {
      const slip = blocks.slips[at] as number;
      if (!isWrittenAlike(identity, first, slip)) continue;
      const weight = weigher.weigh(first, slip);
      if (weight < firm) continue;
      writing[slip] = first;
      keep(first, slip, weight);
    }
  }
  return writing;
}

function isWrittenAlike({ rows }: Identity, l: number, r: number): boolean {
  const [x, y] = [l * ROW, r * ROW];
  for (const place of WRITING) if (rows[x + place] !== rows[y + place]) return false;
  const [sexX, sexY] = [rows[x + FIELD.flags] as number, rows[y + FIELD.flags] as number];
  return (sexX & FLAG.sex) === (sexY & FLAG.sex) && nationOf(rows, l) === nationOf(rows, r);
}

/** Of each block the slips that speak, one for each person linked so far; blocks that bring no two together go. */
function voicesOf(blocks: Blocks, linked: UnionFind, gaps: Uint8Array): Blocks {
  const voices = new Int32Array(blocks.slips.length);
  const starts = new Int32Array(blocks.count + 1);
  const roots = new Int32Array(blocks.slips.length);
  /** Of each root the place of its voice in the block where it was last met. */
  const places = new Int32Array(gaps.length);
  let filled = 0;
  let count = 0;
  for (let block = 0; block < blocks.count; block++) {
    const start = filled;
    for (let at = blocks.starts[block] as number; at < (blocks.starts[block + 1] as number); at++) {
      const slip = blocks.slips[at] as number;
      const root = linked.find(slip);
      const place = places[root] as number;
      if (place < start || place >= filled || roots[place] !== root) {
        places[root] = filled;
        roots[filled] = root;
        voices[filled++] = slip;
      } else if ((gaps[slip] as number) < (gaps[voices[place] as number] as number)) voices[place] = slip;
    }
    if (filled - start < 2) filled = start;
    else starts[++count] = filled;
  }
  return { slips: voices.subarray(0, filled), starts, count };
}

/** Of every slip how much it lacks that the others of its person may have. */
function gapsOf({ slips, rows }: Identity): Uint8Array {
  const gaps = new Uint8Array(slips);
  for (let slip = 0; slip < slips; slip++) {
    const row = slip * ROW;
    const noPatronymic = rows[row + FIELD.patronymicLetters] === 0 ? 1 : 0;
    const noBirthDay = (rows[row + FIELD.birth] as number) % 100 === 0 ? 1 : 0;
    gaps[slip] = noPatronymic + noBirthDay + (rows[row + FIELD.document] === 0 ? 1 : 0);
  }
  return gaps;
}

/** The largest size up to which all blocks together stay within a budget of pairs, and the slips in those above it. */
function largestBlock({ starts, count }: Blocks, budget: number): { largest: number; left: number } {
  const blocksOfSize = new Map<number, number>();
  for (let block = 0; block < count; block++) {
    const size = (starts[block + 1] as number) - (starts[block] as number);
    blocksOfSize.set(size, (blocksOfSize.get(size) ?? 0) + 1);
  }
  let pairs = 0;
  let largest = 2;
  let left = 0;
  for (const [size, blocks] of [...blocksOfSize].sort(([x], [y]) => x - y)) {
    pairs += (blocks * size * (size - 1)) / 2;
    if (pairs <= budget) largest = size;
    else left += size * blocks;
  }
  return { largest, left };
}

/** Goes through all pairs inside each block up to a size. */
export function eachPair(
  { slips, starts, count }: Blocks,
  largest: number,
  visit: (a: number, b: number) => void,
): void {
  for (let block = 0; block < count; block++) {
    const [start, end] = [starts[block] as number, starts[block + 1] as number];
    if (end - start > largest) continue;
    for (let x = start; x < end; x++) {
      for (let y = x + 1; y < end; y++) visit(slips[x] as number, slips[y] as number);
    }
  }
}

/** 0, 1, 2, … */
export function numbersTo(end: number): Int32Array {
  const numbers = new Int32Array(end);
  for (let number = 0; number < end; number++) numbers[number] = number;
  return numbers;
}
