import type { Engine } from '../../engine/engine.ts';
import { BIRTH_DAY, BLOCKING_RULES, type BlockingRule, keyOf, sharesKey } from './blocking.ts';
import { FIRM, type LinkageModel } from './model.ts';
import { weightsSql } from './pair-sql.ts';

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
/** Pairs that a rule may bring together for each slip (a broad one fewer), and for all of a small world. */
const PAIRS_PER_SLIP = 3;
const BROAD_PAIRS_PER_SLIP = 0.3;
const PAIRS_AT_LEAST = 1_000_000;
/** The rules after which firm links are gathered: they find most of them, so that the others have little left to compare. */
const GATHERING_RULES = 4;

/**
 * Compares the slips of `identity` under each blocking rule and keeps in the table `pair` (a < b, weight) those whose weight is within
 * reach of the cut-off. Slips that were linked firmly before speak with one voice afterwards: of those that share a key the one with
 * the fewest gaps is compared, and only with slips of others. Blocks so large that a rule would bring together more than three pairs a
 * slip (a broad one fewer) are left to the narrower rules, and reported.
 */
export async function comparePairs(engine: Engine, model: LinkageModel): Promise<BlockedPairs[]> {
  await engine.run('create or replace table pair (a integer, b integer, weight float)');
  const { slips } = await engine.row<{ slips: number }>('select count(*) as slips from identity');
  const report = [await compareSameWritings(engine, model)];
  const exhausted: BlockingRule[] = [];
  for (const [place, rule] of BLOCKING_RULES.entries()) {
    if (place <= GATHERING_RULES) await gatherLinked(engine, model);
    const budget = Math.max(PAIRS_AT_LEAST, slips * (rule.broad ? BROAD_PAIRS_PER_SLIP : PAIRS_PER_SLIP));
    const { largest, left } = await findBlocks(engine, rule, budget);
    const pairs = await engine.run(`insert into pair
      with keyed as (
        select identity.*, voice.key, voice.root from voice join identity using (n)
        where key in (select key from block where size <= ${largest}))
      select * from (${weightsSql(model, `keyed l join keyed r on l.key = r.key and l.n < r.n and l.root <> r.root ${unseen(exhausted)}`)})
      where weight >= ${model.cut_off - FLOOR}`);
    if (left === 0) exhausted.push(rule);
    report.push({ rule: rule.name, pairs, slipsInLargeBlocks: left, largestBlock: largest });
  }
  await engine.run('create or replace table pair as select a, b, any_value(weight) as weight from pair group by a, b');
  return report;
}

/** What makes two slips be written just alike. */
const WRITING = [
  'surname_letters',
  'given_letters',
  'patronymic_letters',
  ...BIRTH_DAY,
  'sex',
  'nation',
  'citizenship',
];

/**
 * The tables `same_writing` (n, first), slips written just like an earlier one and firmly linked to it, and `written`, `identity` without
 * them. They are compared with the first alone, not all with all: in clean data that is most of the work.
 */
async function compareSameWritings(engine: Engine, model: LinkageModel): Promise<BlockedPairs> {
  await engine.run(`create or replace temp table alike as
    with keyed as (
      select n, hash(${WRITING.join(', ')}) as key from identity
      where surname_letters <> '' and given_letters <> '' and birth_day is not null),
    named as (select key, min(n) as first from keyed group by key having count(*) > 1)
    select n, first from keyed join named using (key) where n <> first`);
  const pairs = await engine.run(
    `insert into pair select * from (${weightsSql(
      model,
      '(select identity.*, first from identity join alike using (n)) r join identity l on l.n = r.first',
    )}) where weight >= ${model.cut_off + FIRM}`,
  );
  await engine.run('create or replace table same_writing as select b as n, a as first from pair');
  await engine.run(
    'create or replace temp table written as select * from identity where n not in (select n from same_writing)',
  );
  return { rule: 'same writing', pairs, slipsInLargeBlocks: 0, largestBlock: 0 };
}

/** The table `linked` (n, root): slips with a firm link to an earlier one, and the first of those. */
async function gatherLinked(engine: Engine, { cut_off: cutOff }: LinkageModel): Promise<void> {
  await engine.run(`create or replace temp table linked as
    with direct as (select b as n, min(a) as root from pair where weight >= ${cutOff + FIRM} group by b)
    select direct.n, coalesce(earlier.root, direct.root) as root from direct left join direct earlier on earlier.n = direct.root`);
}

/** Pairs that a rule without large blocks has brought together already need not be compared again. */
function unseen(exhausted: readonly BlockingRule[]): string {
  return exhausted.map(rule => `and not coalesce(${sharesKey(rule)}, false)`).join(' ');
}

/** What a slip lacks that the others of its person may have. */
const GAPS = "(patronymic_letters = '')::int + (birth_day is null)::int + (document is null)::int";

/**
 * The tables `voice` (key, root, n), one slip for each key and person linked so far, and `block` (key, size) of the keys that bring
 * several together; and the largest size up to which all blocks together stay within a budget of pairs.
 */
async function findBlocks(
  engine: Engine,
  rule: BlockingRule,
  budget: number,
): Promise<{ largest: number; left: number }> {
  await engine.run(`create or replace temp table voice as
    with keyed as (select n, ${keyOf(rule)} as key, coalesce(root, n) as root, ${GAPS} as gaps
      from ${rule.everySlip ? 'identity' : 'written'} left join linked using (n) where key is not null)
    select key, root, arg_min(n, gaps::bigint << 32 | n) as n from keyed group by key, root`);
  await engine.run(
    'create or replace temp table block as select key, count(*) as size from voice group by key having count(*) > 1',
  );
  const sizes = await engine.rows<{ size: number; blocks: number }>(
    'select size, count(*) as blocks from block group by size order by size',
  );
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
