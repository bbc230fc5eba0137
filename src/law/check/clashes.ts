import type { CompiledRegister, PlacedRule } from '../force/compiled-register.ts';
import { type Condition, RIGHTS } from '../register/act.ts';
import type { LegalDate } from '../register/legal-date.ts';
import { contradicts, rank } from '../rights/rank.ts';
import type { TriedRule } from '../rights/try-rule.ts';

/** Pairs of rules that may meet in one case, differ, and of which no principle puts one before the other. */
export function clashes(compiled: CompiledRegister): string[] {
  return RIGHTS.flatMap(right => {
    const rules = compiled.rulesAbout(right);
    return rules.flatMap((a, at) =>
      rules
        .slice(at + 1)
        .filter(b => mayMeet(a, b) && areEqual(asApplying(compiled, a), asApplying(compiled, b)))
        .map(b => `rules ${a.id} and ${b.id} have equal rank and differ`),
    );
  });
}

function areEqual(x: TriedRule, y: TriedRule): boolean {
  return contradicts(x, y) && rank([x, y]).highest.length === 2;
}

function asApplying(compiled: CompiledRegister, placed: PlacedRule): TriedRule {
  const standing = { force: 'in-force', because: [] } as const;
  return {
    placed,
    outcome: 'applies',
    why: () => '',
    standing,
    parties: compiled.partiesOf(placed.act),
    exceptions: [],
    missing: [],
  };
}

/** Whether one person could ask a question to which both rules speak. */
function mayMeet(a: PlacedRule, b: PlacedRule): boolean {
  const shared = a.act.signatories.filter(state => b.act.signatories.includes(state));
  return (
    (a.act === b.act || shared.length >= 2) &&
    a.rule.who.some(role => b.rule.who.includes(role)) &&
    overlap(a.rule.from, b.rule.from) &&
    overlap(a.rule.to, b.rule.to) &&
    overlapInTime(a.rule, b.rule) &&
    areCompatible(a.rule.when, b.rule.when)
  );
}

function overlap(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === undefined || b === undefined || a.some(state => b.includes(state));
}

function areCompatible(a: Condition, b: Condition): boolean {
  return Object.entries(a).every(([fact, values]) => overlap(values, b[fact]));
}

type Timed = { since?: LegalDate | undefined; until?: LegalDate | undefined };

/** One rule may end on the very day on which the other begins, though nobody knows which day it is. */
function overlapInTime(a: Timed, b: Timed): boolean {
  const before = ({ until }: Timed, { since }: Timed) =>
    until !== undefined &&
    since !== undefined &&
    (until.text === since.text || (until.latest !== null && until.latest <= since.earliest));
  return !before(a, b) && !before(b, a);
}
