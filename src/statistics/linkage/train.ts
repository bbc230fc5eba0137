import { BLOCKING_RULES, type BlockingRule, mixed } from './blocking.ts';
import { COMPARISONS } from './comparisons.ts';
import type { Crew } from './crew.ts';
import { estimateM, estimateU } from './expectation-maximisation.ts';
import { FIELD, type Identity, ROW } from './identity.ts';
import { type Lesson, learnedM } from './lessons.ts';
import { type LinkageModel, startingModel } from './model.ts';
import { type PatternsSeen, patternsSeen } from './pair-patterns.ts';
import { sharedNaturals } from './shared.ts';

/** Slips drawn at random to learn how often strangers agree. */
const RANDOM_SLIPS = 40_000;
/** Slips whose blocks teach; larger inputs are sampled by block. */
const TRAINING_SLIPS = 60_000;
/** The rules that teach: together they leave every comparison free in one of them at least. */
const TEACHERS = ['document', 'surname, birth date', 'given name, birth date', 'surname, given name, patronymic'];
const teachers = BLOCKING_RULES.filter(({ name }) => TEACHERS.includes(name));

/**
 * Learns the model from slips without labels: `u` from random pairs, `m` by expectation-maximisation under several
 * blocking rules in turn, each teaching the comparisons that it does not join on; the share of true pairs from what those rules found.
 */
export async function trainModel(crew: Crew, identity: Identity): Promise<LinkageModel> {
  const { slips } = identity;
  const start = startingModel(slips);
  if (slips < 2) return start;
  const sample = Math.max(1, Math.ceil(slips / TRAINING_SLIPS));
  const seen = patternsSeen(
    await crew.run('patterns', {
      identity,
      drawn: drawSlips(slips),
      rules: teachers,
      sample,
      keys: sharedNaturals(slips),
    }),
  );
  const m = COMPARISONS.map(({ levels }) => levels.map(level => level.m));
  const prior = COMPARISONS.map(({ levels }) => levels.map(level => level.u));
  const u = learnU(seen, { m, u: prior, share: start.match_share });
  const lessons: Lesson[] = [];
  for (const [at, rule] of teachers.entries()) {
    const patterns = seen.ofRules[at] ?? [];
    lessons.push({ rule, estimate: estimateM(patterns, { m, u, forced: forcedBy(rule) }) });
  }
  const learned = learnedM(m, lessons);
  return {
    ...start,
    match_share: matchShare(identity, { sample, m: learned, lessons, start: start.match_share }),
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
function learnU({ strangers, compatriots }: PatternsSeen, start: Parameters<typeof estimateU>[1]): number[][] {
  const all = estimateU(strangers, start);
  const ofOneNation = estimateU(compatriots, start);
  return COMPARISONS.map(({ name }, place) => (name === 'birth_country' ? all : ofOneNation)[place] ?? []);
}

/** Every so many slips of an order that has nothing to do with them, and is the same on every run. */
function drawSlips(slips: number): number[] {
  const stride = Math.ceil(slips / RANDOM_SLIPS);
  const drawn: number[] = [];
  for (let slip = 0; slip < slips; slip++) if (mixed(slip + 1) % stride === 0) drawn.push(slip);
  return drawn.sort((x, y) => mixed(x + 1) - mixed(y + 1));
}

function forcedBy(rule: BlockingRule): Set<number> {
  return new Set(
    COMPARISONS.flatMap(({ looksAt }, place) => (rule.on.some(part => part.startsWith(looksAt)) ? [place] : [])),
  );
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
function matchShare(
  { slips, rows }: Identity,
  of: {
    sample: number;
    m: number[][];
    lessons: readonly Lesson[];
    start: number;
  },
): number {
  const present: Readonly<Record<string, number>> = {
    surname: shareOf(rows, FIELD.surnameLetters, letters => letters !== 0),
    given_name: shareOf(rows, FIELD.givenLetters, letters => letters !== 0),
    birth_date: shareOf(rows, FIELD.birth, birth => birth % 100 !== 0),
  };
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
  return Math.min(0.5, Math.max(middle, 1) / ((slips * (slips - 1)) / 2));
}

function shareOf(rows: Int32Array, field: number, has: (value: number) => boolean): number {
  let count = 0;
  for (let at = field; at < rows.length; at += ROW) if (has(rows[at] as number)) count++;
  return count / (rows.length / ROW);
}
