import { BlockFinder, type Blocks, SHELVES } from './block-finder.ts';
import { BLOCKING_RULES, type BlockingRule, setKeys, WRITING } from './blocking.ts';
import { FIELD, FLAG, fetchRows, type Identity, nationOf, ROW } from './identity.ts';
import { type JudgedColumns, JudgedPairs } from './judged-pairs.ts';
import { FIRM, type LinkageModel } from './model.ts';
import { type PairColumns, PairList } from './pair-list.ts';
import { PairWeigher } from './pair-weigher.ts';
import type { Part } from './part.ts';
import { UnionFind } from './union-find.ts';
import { VoiceFinder } from './voice-finder.ts';

/** Bits below the cut-off down to which pairs are kept, to judge clusters and doubts by. */
export const FLOOR = 8;
/** Pairs that a rule may bring together for each slip (a broad one fewer), and for all of a small world. */
const PAIRS_PER_SLIP = 3;
const BROAD_PAIRS_PER_SLIP = 0.3;
const PAIRS_AT_LEAST = 1_000_000;

/** What the threads that compare work on together. */
export interface Comparing {
  readonly identity: Identity;
  readonly model: LinkageModel;
  readonly judged: JudgedColumns;
  /** As in `ComparedPairs`; of `linked` the parents. */
  readonly writing: Int32Array;
  readonly linked: Int32Array;
  /** Of every slip its key under the rule at hand, and how much it lacks that others of its person may have. */
  readonly keys: Uint32Array;
  readonly gaps: Uint8Array;
  /** Of each part in turn how many blocks it has of each size that may be within the budget; one place more for the slips in larger ones. */
  readonly sizes: Int32Array;
  readonly sizesOfPart: number;
}

/** What a part found: its pairs, and under each rule how many these were at the end, which is told of all parts. */
export interface ComparedPart {
  readonly pairs: PairColumns;
  readonly ends: readonly number[];
  readonly large: readonly LargeBlocks[];
}

interface LargeBlocks {
  readonly largest: number;
  readonly left: number;
}

/**
 * A thread's part of `comparePairs`: the blocks of its share of the keys. What the parts find, put together rule by rule and share by share,
 * is the same for any number of them.
 */
export function comparePart(comparing: Comparing, part: Part): ComparedPart {
  const { identity, model, writing, keys, gaps } = comparing;
  const weigher = new PairWeigher(identity, model, new JudgedPairs(comparing.judged));
  const linked = new UnionFind(identity.slips, comparing.linked);
  const pairs = new PairList();
  const [firm, floor] = [model.cut_off + FIRM, model.cut_off - FLOOR];
  const keep = (a: number, b: number, weight: number): void => {
    pairs.add(a, b, weight);
    if (weight >= firm) linked.union(a, b);
  };
  const [from, to] = part.share(identity.slips);
  const own = part.share(SHELVES);
  const finder = new BlockFinder();
  for (let slip = from; slip < to; slip++) {
    writing[slip] = slip;
    gaps[slip] = gapsOf(identity, slip);
  }
  setKeys(identity, { on: ['writing'] }, { keys, from, to });
  part.meet();
  findSameWritings(comparing, finder.find(keys, own), { weigher, firm, keep });
  const ends = [pairs.length];
  const large: LargeBlocks[] = [];
  const voiceFinder = new VoiceFinder(linked, gaps);
  part.meet();
  for (const rule of BLOCKING_RULES) {
    setKeys(identity, rule, { keys, from, to }, rule.everySlip ? undefined : slip => writing[slip] === slip);
    part.meet();
    const voices = voiceFinder.find(finder.find(keys, own));
    countSizes(voices, comparing, part);
    part.meet();
    const { largest, left } = largestBlock(comparing, budgetOf(rule, identity.slips));
    eachPair(voices, largest, identity, (a, b) => {
      const weight = weigher.weigh(a, b, floor);
      if (weight >= floor) keep(a, b, weight);
    });
    ends.push(pairs.length);
    large.push({ largest, left });
  }
  return { pairs: pairs.columns, ends, large };
}

export function budgetOf({ broad }: BlockingRule, slips: number): number {
  return Math.max(PAIRS_AT_LEAST, slips * (broad ? BROAD_PAIRS_PER_SLIP : PAIRS_PER_SLIP));
}

/**
 * Finds of every slip the first one that is written just like it, where the two are firmly linked. The others are compared with the first
 * alone, not all with all: in clean data that is most of the work.
 */
function findSameWritings(
  { identity, writing }: Comparing,
  { slips, starts, count }: Blocks,
  { weigher, firm, keep }: { weigher: PairWeigher; firm: number; keep: (a: number, b: number, weight: number) => void },
): void {
  for (let block = 0; block < count; block++) {
    const start = starts[block] as number;
    const first = slips[start] as number;
    for (let at = start + 1; at < (starts[block + 1] as number); at++) {
      const slip = slips[at] as number;
      if (!isWrittenAlike(identity, first, slip)) continue;
      const weight = weigher.weigh(first, slip, firm);
      if (weight < firm) continue;
      writing[slip] = first;
      keep(first, slip, weight);
    }
  }
}

function isWrittenAlike({ rows }: Identity, l: number, r: number): boolean {
  const [x, y] = [l * ROW, r * ROW];
  for (const place of WRITING) if (rows[x + place] !== rows[y + place]) return false;
  const [sexX, sexY] = [rows[x + FIELD.flags] as number, rows[y + FIELD.flags] as number];
  return (sexX & FLAG.sex) === (sexY & FLAG.sex) && nationOf(rows, l) === nationOf(rows, r);
}

/** How much a slip lacks that the others of its person may have. */
function gapsOf({ rows }: Identity, slip: number): number {
  const row = slip * ROW;
  const noPatronymic = rows[row + FIELD.patronymicLetters] === 0 ? 1 : 0;
  const noBirthDay = (rows[row + FIELD.birth] as number) % 100 === 0 ? 1 : 0;
  return noPatronymic + noBirthDay + (rows[row + FIELD.document] === 0 ? 1 : 0);
}

/** Tells all parts how many blocks of each size this one has. */
function countSizes({ starts, count }: Blocks, { sizes, sizesOfPart }: Comparing, part: Part): void {
  const own = sizes.subarray(part.number * sizesOfPart, (part.number + 1) * sizesOfPart).fill(0);
  const beyond = sizesOfPart - 1;
  for (let block = 0; block < count; block++) {
    const size = (starts[block + 1] as number) - (starts[block] as number);
    if (size < beyond) own[size] = (own[size] as number) + 1;
    else own[beyond] = (own[beyond] as number) + size;
  }
}

/** The largest size up to which all blocks together stay within a budget of pairs, and the slips in those above it. */
function largestBlock({ sizes, sizesOfPart }: Comparing, budget: number): LargeBlocks {
  const beyond = sizesOfPart - 1;
  let pairs = 0;
  let [largest, left] = [2, 0];
  for (let size = 2; size <= beyond; size++) {
    let blocks = 0;
    for (let at = size; at < sizes.length; at += sizesOfPart) blocks += sizes[at] as number;
    if (blocks === 0) continue;
    if (size === beyond) return { largest, left: left + blocks };
    pairs += (blocks * size * (size - 1)) / 2;
    if (pairs <= budget) largest = size;
    else left += size * blocks;
  }
  return { largest, left };
}

/** Slips whose rows are fetched together. */
const FETCHED = 128;

/** Goes through all pairs inside each block up to a size. */
export function eachPair(
  { slips, starts, count }: Blocks,
  largest: number,
  identity: Identity,
  visit: (a: number, b: number) => void,
): void {
  let fetched = 0;
  for (let block = 0; block < count; block++) {
    const [start, end] = [starts[block] as number, starts[block + 1] as number];
    if (end - start > largest) continue;
    if (end > fetched) {
      fetched = Math.max(end, start + FETCHED);
      fetchRows(identity, slips, start, Math.min(fetched, slips.length));
    }
    for (let x = start; x < end; x++) {
      for (let y = x + 1; y < end; y++) visit(slips[x] as number, slips[y] as number);
    }
  }
}
