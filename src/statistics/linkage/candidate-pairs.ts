import type { Engine } from '../../engine/engine.ts';
import { BLOCKING_RULES, type BlockingRule, keyOf, sharesKey } from './blocking.ts';
import type { LinkageModel } from './model.ts';
import { levelColumns, weightsSql } from './pair-sql.ts';

/** What one blocking rule brought together. */
export interface BlockedPairs {
  rule: string;
  /** Pairs kept, with a weight above the floor. */
  pairs: number;
  /** Slips in blocks too large to compare, and the size from which a block is. */
  slipsInLargeBlocks: number;
  largestBlock: number;
}

/** Bits below the cut-off down to which pairs are kept, to judge clusters and doubts by. */
const FLOOR = 8;
/** Pairs that a rule may bring together for each slip, and for all of a small world. */
const PAIRS_PER_SLIP = 4;
const PAIRS_AT_LEAST = 3_000_000;

/**
 * Compares the slips of `identity` under each blocking rule and keeps in the table `pair` (a < b, weight, levels) those whose weight is
 * within reach of the cut-off. Blocks so large that a rule would bring together more than four pairs a slip are left to the narrower
 * rules, and reported.
 */
export async function comparePairs(engine: Engine, model: LinkageModel): Promise<BlockedPairs[]> {
  await engine.run(
    `create or replace table pair (a integer, b integer, weight float, ${levelColumns()
      .map(column => `${column} tinyint`)
      .join(', ')})`,
  );
  const { slips } = await engine.row<{ slips: number }>('select count(*) as slips from identity');
  const budget = Math.max(PAIRS_AT_LEAST, PAIRS_PER_SLIP * slips);
  const report: BlockedPairs[] = [];
  const exhausted: BlockingRule[] = [];
  for (const rule of BLOCKING_RULES) {
    const { largest, left } = await blockLimit(engine, rule, budget);
    const pairs = await engine.run(`insert into pair
      with block as (select ${keyOf(rule)} as key from identity where key is not null group by key having count(*) between 2 and ${largest}),
      keyed as (select identity.*, ${keyOf(rule)} as key from identity where key in (select key from block))
      select * from (${weightsSql(model, `keyed l join keyed r on l.key = r.key and l.n < r.n ${unseen(exhausted)}`)})
      where weight >= ${model.cut_off - FLOOR}`);
    if (left === 0) exhausted.push(rule);
    report.push({ rule: rule.name, pairs, slipsInLargeBlocks: left, largestBlock: largest });
  }
  const repeats = report.slice(0, -1).some(({ slipsInLargeBlocks }) => slipsInLargeBlocks > 0);
  if (repeats) await engine.run('create or replace table pair as select distinct * from pair');
  return report;
}

/** Pairs that a rule without large blocks has brought together already need not be compared again. */
function unseen(exhausted: readonly BlockingRule[]): string {
  return exhausted.map(rule => `and not coalesce(${sharesKey(rule)}, false)`).join(' ');
}

/** The largest block size up to which all blocks together stay within a budget of pairs. */
async function blockLimit(
  engine: Engine,
  rule: BlockingRule,
  budget: number,
): Promise<{ largest: number; left: number }> {
  const sizes = await engine.rows<{ size: number; blocks: number }>(`
    with block as (select count(*) as size from (select ${keyOf(rule)} as key from identity) where key is not null group by key)
    select size, count(*) as blocks from block where size > 1 group by size order by size`);
  let pairs = 0;
  let largest = 2;
  let left = 0;
  for (const { size, blocks } of sizes) {
    pairs += (blocks * size * (size - 1)) / 2;
    if (pairs <= budget) largest = size;
    else left += size * blocks;
  }
  return { largest, left };
}
