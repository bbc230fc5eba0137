import type { Principle } from './status.ts';
import type { TriedRule } from './try-rule.ts';

/** A rule that applies, but behind another. */
export interface Outranked {
  rule: TriedRule;
  behind: TriedRule;
  by: Principle;
}

/** Rules that apply, put in order: those of highest rank, which may contradict each other, and the others. */
export interface Ranking {
  highest: readonly TriedRule[];
  outranked: readonly Outranked[];
}

/**
 * Puts rules that apply in order. A rule that another one overrides by name stands back, unless that one is overridden itself. Among acts
 * that are silent on it the act between fewer states prevails, then the later signed. An act that lets the rule stand that is better for
 * the person is then compared with what prevailed by favour, and only between equals by those two.
 */
export function rank(applying: readonly TriedRule[]): Ranking {
  const overriddenBy = (rule: TriedRule) =>
    applying.find(({ placed }) => placed.rule.overrides.includes(rule.placed.id));
  const outranked: Outranked[] = [];
  const standing = applying.filter(rule => {
    const over = overriddenBy(rule);
    if (over === undefined || overriddenBy(over) !== undefined) return true;
    outranked.push({ rule, behind: over, by: 'override' });
    return false;
  });
  const yielding = standing.filter(({ placed }) => placed.act.more_favourable);
  const silent = first(
    standing.filter(rule => !yielding.includes(rule)),
    bySpeciality,
    outranked,
  );
  const highest = yielding.length === 0 ? silent : first([...silent, ...yielding], byFavourFirst, outranked);
  return { highest, outranked };
}

type Comparison = (a: TriedRule, b: TriedRule) => { order: number; by: Principle };

/** The rules before which none stands; the others go to `outranked`. */
function first(rules: readonly TriedRule[], compare: Comparison, outranked: Outranked[]): readonly TriedRule[] {
  const [best] = [...rules].sort((a, b) => compare(a, b).order);
  if (best === undefined) return [];
  return rules.filter(rule => {
    const { order, by } = compare(best, rule);
    if (order < 0) outranked.push({ rule, behind: best, by });
    return order === 0;
  });
}

const bySpeciality: Comparison = (a, b) => {
  const order = a.parties - b.parties;
  if (order !== 0) return { order, by: 'special' };
  return { order: signed(b).localeCompare(signed(a)), by: 'later' };
};

const byFavourFirst: Comparison = (a, b) => {
  const order = Math.sign(favour(b) - favour(a));
  return order === 0 ? bySpeciality(a, b) : { order, by: 'more-favourable' };
};

/** Whether two rules of equal rank lead to different answers. */
export function contradicts(a: TriedRule, b: TriedRule): boolean {
  const [x, y] = [a.placed.rule, b.placed.rule];
  return gives(a) !== gives(b) || (gives(a) && (x.value !== y.value || x.unit !== y.unit));
}

/** Whether a rule gives the right; a prohibition and an obligation of the person deny it. */
export function gives({ placed: { rule } }: TriedRule): boolean {
  return rule.effect !== 'prohibition' && rule.effect !== 'obligation';
}

/** A prohibition is the worst, then an obligation; a limit is better the longer it is, a right without limit the best. */
function favour({ placed: { rule } }: TriedRule): number {
  if (rule.effect === 'prohibition') return -2;
  if (rule.effect === 'obligation') return -1;
  if (rule.effect !== 'limit') return Number.MAX_SAFE_INTEGER;
  return (rule.value ?? 0) * { day: 1, month: 30, year: 365 }[rule.unit ?? 'day'];
}

function signed({ placed: { act } }: TriedRule): string {
  return act.signed ?? '';
}
