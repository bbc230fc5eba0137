import type { TriedRule } from './try-rule.ts';

/**
 * Which of two rules that apply stands above the other: the one better for the person where its act or the other's says so, then the one
 * between fewer parties, then the later signed. Negative where `a` stands above `b`, 0 where nothing tells.
 */
export function byRank(a: TriedRule, b: TriedRule): number {
  return byFavour(a, b) || parties(a) - parties(b) || signed(b).localeCompare(signed(a));
}

/** Whether two rules of equal rank lead to different answers. */
export function contradicts(a: TriedRule, b: TriedRule): boolean {
  const [x, y] = [a.placed.rule, b.placed.rule];
  return (x.effect === 'prohibition') !== (y.effect === 'prohibition') || x.value !== y.value;
}

function byFavour(a: TriedRule, b: TriedRule): number {
  if (!a.placed.act.more_favourable && !b.placed.act.more_favourable) return 0;
  return favour(b) - favour(a);
}

/** A prohibition is the worst, a limit is better the longer it is, a right without limit the best. */
function favour({ placed: { rule } }: TriedRule): number {
  if (rule.effect === 'prohibition') return -1;
  if (rule.effect !== 'limit') return Number.MAX_SAFE_INTEGER;
  return (rule.value ?? 0) * { day: 1, month: 30, year: 365 }[rule.unit ?? 'day'];
}

function parties({ placed: { act } }: TriedRule): number {
  return act.signatories.length || Number.MAX_SAFE_INTEGER;
}

function signed({ placed: { act } }: TriedRule): string {
  return act.signed ?? '';
}
