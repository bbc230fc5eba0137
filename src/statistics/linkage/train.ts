import type { Engine } from '../../engine/engine.ts';
import { BLOCKING_RULES, type BlockingRule, keyOf } from './blocking.ts';
import { COMPARISONS } from './comparisons.ts';
import { type Estimate, estimateM, estimateU, type Pattern } from './expectation-maximisation.ts';
import { type LinkageModel, startingModel } from './model.ts';
import { levelColumns, levelsSql } from './pair-sql.ts';

/** Slips drawn at random to learn how often strangers agree, and with how many others each is compared. */
const RANDOM_SLIPS = 40_000;
const RANDOM_PAIRS = 200_000;
/** An order that has nothing to do with the slips, and is the same on every run. */
const SCRAMBLED = '(n::bigint * 2654435761) % 4294967296';
/** Slips whose blocks teach; larger inputs are sampled by block. */
const TRAINING_SLIPS = 60_000;
/** Blocks above this size hold strangers for the most part and teach nothing. */
const LARGEST_TRAINING_BLOCK = 60;
/** The rules that teach: together they leave every comparison free in one of them at least. */
const TEACHERS = ['document', 'surname, birth date', 'given name, birth date', 'surname, given name, patronymic'];

/**
 * Learns the model from the slips of `identity` without labels: `u` from random pairs, `m` by expectation-maximisation under several
 * blocking rules in turn, each teaching the comparisons that it does not join on; the share of true pairs from what those rules found.
 */
export async function trainModel(engine: Engine): Promise<LinkageModel> {
  const { slips } = await engine.row<{ slips: number }>('select count(*) as slips from identity');
  const start = startingModel(slips);
  if (slips < 2) return start;
  const m = COMPARISONS.map(({ levels }) => levels.map(level => level.m));
  const prior = COMPARISONS.map(({ levels }) => levels.map(level => level.u));
  const u = await learnU(engine, slips, { m, u: prior, share: start.match_share });
  const lessons: { rule: BlockingRule; estimate: Estimate }[] = [];
  const sample = Math.max(1, Math.ceil(slips / TRAINING_SLIPS));
  for (const rule of BLOCKING_RULES.filter(({ name }) => TEACHERS.includes(name))) {
    const patterns = await blockPatterns(engine, rule, sample);
    lessons.push({ rule, estimate: estimateM(patterns, { m, u, forced: forcedBy(rule) }) });
  }
  const learned = average(
    m,
    lessons.map(({ estimate }) => estimate),
  );
  return {
    ...start,
    match_share: await matchShare(engine, { slips, sample, m: learned, lessons, start: start.match_share }),
    comparisons: start.comparisons.map(({ name, levels }, place) => ({
      name,
      levels: levels.map((level, at) => ({
        name: level.name,
        m: learned[place]?.[at] ?? level.m,
        u: u[place]?.[at] ?? level.u,
      })),
    })),
  };
}

/**
 * How often strangers agree. Names, citizenship and corridor all go with the nation: taken as independent, their agreement would be
 * counted several times over. So they are learned from strangers of one nation, and only the birth country from all.
 */
async function learnU(engine: Engine, slips: number, start: Parameters<typeof estimateU>[1]): Promise<number[][]> {
  const all = estimateU(await strangerPatterns(engine, slips, []), start);
  const compatriots = estimateU(await strangerPatterns(engine, slips, ['nation']), start);
  return COMPARISONS.map(({ name }, place) => (name === 'birth_country' ? all : compatriots)[place] ?? []);
}

/** Patterns of pairs drawn at random among slips alike in some columns: neighbours, once the slips lie in scrambled order. */
async function strangerPatterns(engine: Engine, slips: number, alike: readonly string[]): Promise<Pattern[]> {
  const stride = Math.ceil(slips / RANDOM_SLIPS);
  const drawn = Math.floor(slips / stride);
  const steps = Math.max(1, Math.min(Math.ceil(RANDOM_PAIRS / drawn), drawn - 1));
  await engine.run(`create or replace temp table drawn as
    select *, row_number() over (order by ${[...alike, SCRAMBLED, 'n'].join(', ')}) as place from identity where ${SCRAMBLED} % ${stride} = 0`);
  const same = alike.map(column => `and l.${column} = r.${column}`).join(' ');
  return patternsOf(
    engine,
    `(select *, unnest(range(1, ${steps + 1})) as step from drawn) l join drawn r on r.place = l.place + l.step ${same}`,
  );
}

async function blockPatterns(engine: Engine, rule: BlockingRule, sample: number): Promise<Pattern[]> {
  const key = keyOf(rule);
  await engine.run(`create or replace temp table taught as
    with block as (select ${key} as key from identity where key is not null and key % ${sample} = 0
      group by key having count(*) between 2 and ${LARGEST_TRAINING_BLOCK})
    select identity.*, ${key} as key from identity where key in (select key from block)`);
  return patternsOf(engine, 'taught l join taught r on l.key = r.key and l.n < r.n');
}

async function patternsOf(engine: Engine, pairs: string): Promise<Pattern[]> {
  const columns = levelColumns();
  const rows = await engine.rows<Record<string, number>>(
    `select ${columns.join(', ')}, count(*) as pairs from (${levelsSql(pairs)}) group by all order by all`,
  );
  return rows.map(row => ({ levels: columns.map(column => row[column] ?? -1), count: row['pairs'] ?? 0 }));
}

function forcedBy(rule: BlockingRule): Set<number> {
  return new Set(
    COMPARISONS.flatMap(({ looksAt }, place) =>
      rule.on.some(column => looksAt.some(part => column.startsWith(part))) ? [place] : [],
    ),
  );
}

/** Each comparison's `m` over the rules that taught it, by the number of true pairs from which they did. */
function average(start: readonly (readonly number[])[], estimates: readonly Estimate[]): number[][] {
  return start.map((levels, place) => {
    const taught = estimates.map(estimate => estimate.taught[place] ?? 0);
    const total = taught.reduce((sum, value) => sum + value, 0);
    if (total === 0) return [...levels];
    return levels.map(
      (_, level) => estimates.reduce((sum, { m }, at) => sum + (m[place]?.[level] ?? 0) * (taught[at] ?? 0), 0) / total,
    );
  });
}

/** Levels at which a rule on names or on the birth date brings a pair together. */
const SHARED_LEVELS: Readonly<Record<string, readonly number[]>> = {
  surname: [0, 1],
  given_name: [0, 1],
  birth_date: [0, 1],
};

/**
 * Share of true pairs among all: those that a rule found, divided by the chance that a true pair shares the rule's key; the median over
 * the rules on names and birth dates.
 */
async function matchShare(
  engine: Engine,
  of: {
    slips: number;
    sample: number;
    m: number[][];
    lessons: { rule: BlockingRule; estimate: Estimate }[];
    start: number;
  },
): Promise<number> {
  const present = await engine.row<Record<string, number>>(`select avg((surname_letters <> '')::int) as surname,
    avg((given_letters <> '')::int) as given_name, avg((birth_day is not null)::int) as birth_date from identity`);
  const found = of.lessons.flatMap(({ rule, estimate }) => {
    const forced = [...forcedBy(rule)].map(place => ({ place, name: COMPARISONS[place]?.name ?? '' }));
    if (estimate.matches < 20 || forced.some(({ name }) => SHARED_LEVELS[name] === undefined)) return [];
    const reach = forced.map(({ place, name }) => {
      const agree = (SHARED_LEVELS[name] ?? []).reduce((sum, level) => sum + (of.m[place]?.[level] ?? 0), 0);
      return agree * (present[name] ?? 1) ** 2;
    });
    return [(estimate.matches * of.sample) / reach.reduce((product, value) => product * value, 1)];
  });
  const middle = found.sort((x, y) => x - y)[Math.floor(found.length / 2)];
  if (middle === undefined) return of.start;
  return Math.min(0.5, Math.max(middle, 1) / ((of.slips * (of.slips - 1)) / 2));
}
