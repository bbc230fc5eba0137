/** Pairs that look alike: the level of each comparison (−1 for null) and how many pairs show it. */
export interface Pattern {
  readonly levels: readonly number[];
  readonly count: number;
}

export interface Estimate {
  /** m[comparison][level]; comparisons that the rule forces keep what they had. */
  readonly m: readonly (readonly number[])[];
  /** Pairs of one person among those that taught each comparison (expected number). */
  readonly taught: readonly number[];
  /** Pairs of one person among all of the rule's (expected number). */
  readonly matches: number;
  readonly rounds: number;
}

/** Pairs imagined at the starting values, so that few data do not lead astray. */
const PRIOR_PAIRS = 30;
const MAX_ROUNDS = 50;
const SETTLED = 1e-4;

/**
 * Expectation-maximisation of `m` over the patterns of one blocking rule, `u` held fixed.
 *
 *   P(pattern) = λ′ Π m / (λ′ Π m + (1−λ′) Π u),   m[k][g] = (Σ P·n over patterns with level g + prior) / (Σ P·n over patterns not null + prior)
 *
 * λ′ is the share of true pairs among the rule's pairs and is thrown away afterwards. Comparisons in `forced` (the rule joins on what
 * they look at) take no part. Assumes independence given the truth; with very few true pairs the prior prevails.
 *
 * Source: Winkler 1988; the training by rules in turn as in Splink.
 */
export function estimateM(
  patterns: readonly Pattern[],
  start: { m: readonly (readonly number[])[]; u: readonly (readonly number[])[]; forced: ReadonlySet<number> },
): Estimate {
  const free = start.m.map((_, place) => place).filter(place => !start.forced.has(place));
  const total = patterns.reduce((sum, pattern) => sum + pattern.count, 0);
  let m = start.m.map(levels => [...levels]);
  let share = 0.5;
  let taught: number[] = m.map(() => 0);
  let matches = 0;
  let rounds = 0;
  while (rounds < MAX_ROUNDS && total > 0) {
    rounds++;
    const seen = m.map(levels => levels.map(() => 0));
    matches = 0;
    for (const { levels, count } of patterns) {
      const expected = count * chance(levels, free, m, start.u, share);
      matches += expected;
      for (const place of free) add(seen[place], levels[place], expected);
    }
    taught = seen.map(levels => levels.reduce((sum, value) => sum + value, 0));
    const next = m.map((levels, place) =>
      start.forced.has(place) ? levels : shares(seen[place] ?? [], start.m[place] ?? []),
    );
    const change = Math.max(
      ...free.flatMap(place => (next[place] ?? []).map((value, level) => Math.abs(value - (m[place]?.[level] ?? 0)))),
    );
    m = next;
    share = Math.min(Math.max(matches / total, 1e-9), 1 - 1e-9);
    if (change < SETTLED) break;
  }
  return { m, taught, matches, rounds };
}

/** Random pairs imagined at the starting values. */
const PRIOR_STRANGERS = 2000;
const U_ROUNDS = 5;

/**
 * `u` from random pairs, the few pairs of one person among them taken out by their expected number (in small data they would pass for
 * agreeing strangers). A level never seen is given half of one pair at the most.
 */
export function estimateU(
  patterns: readonly Pattern[],
  start: { m: readonly (readonly number[])[]; u: readonly (readonly number[])[]; share: number },
): number[][] {
  const places = start.m.map((_, place) => place);
  let u = start.u.map(levels => [...levels]);
  for (let round = 0; round < U_ROUNDS; round++) {
    const seen = u.map(levels => levels.map(() => 0));
    for (const { levels, count } of patterns) {
      const strangers = count * (1 - chance(levels, places, start.m, u, start.share));
      for (const place of places) add(seen[place], levels[place], strangers);
    }
    u = seen.map((counts, place) => strangersShares(counts, start.u[place] ?? []));
  }
  return u;
}

function strangersShares(counts: readonly number[], prior: readonly number[]): number[] {
  const sum = counts.reduce((total, count) => total + count, 0) + PRIOR_STRANGERS;
  return counts.map((count, level) => {
    const expected = prior[level] ?? 0;
    return Math.max((count + PRIOR_STRANGERS * expected) / sum, Math.min(expected, 0.5 / sum));
  });
}

function chance(
  levels: readonly number[],
  free: readonly number[],
  m: readonly (readonly number[])[],
  u: readonly (readonly number[])[],
  share: number,
): number {
  let odds = share / (1 - share);
  for (const place of free) {
    const level = levels[place] ?? -1;
    if (level >= 0) odds *= (m[place]?.[level] ?? 1) / (u[place]?.[level] ?? 1);
  }
  return odds / (1 + odds);
}

function add(seen: number[] | undefined, level: number | undefined, expected: number): void {
  if (seen !== undefined && level !== undefined && level >= 0) seen[level] = (seen[level] ?? 0) + expected;
}

/** Counts as shares that sum to one, with the starting shares as a prior and a floor that keeps every level possible. */
function shares(counts: readonly number[], prior: readonly number[]): number[] {
  const sum = counts.reduce((total, count) => total + count, 0) + PRIOR_PAIRS;
  return counts.map((count, level) => Math.max((count + PRIOR_PAIRS * (prior[level] ?? 0)) / sum, 1e-6));
}
