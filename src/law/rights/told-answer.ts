import type { CompiledRegister } from '../force/compiled-register.ts';
import type { Force } from '../force/standing.ts';
import type { Claim, Right } from '../register/act.ts';
import type { Answer, ShownConflict, Status } from './answer.ts';
import type { Question } from './question.ts';
import type { Outcome, TriedRule } from './try-rule.ts';

/** An answer as programs and pages get it: the verdict, the conflicts on which it hangs, and the tree of reasons. */
export interface ToldAnswer {
  domain: Right;
  status: Status;
  value?: number;
  unit?: string;
  because: readonly { act: string; article: string | null }[];
  /** What would have to be known, of an answer that hangs on it; of a yes, facts on which its exceptions hang. */
  missing: readonly string[];
  conflicts: readonly ToldConflict[];
  explanation: { rules: readonly ToldRule[] };
}

export interface ToldClaim {
  id: string;
  event: Claim['event'];
  party: readonly string[] | '*';
  date: string | null;
  evidence: Claim['evidence'];
  source: string | null;
  source_address: string | null;
  note: string | null;
  recorded_on: string;
}

export interface ToldConflict {
  act: string;
  settled: boolean;
  reason: string | null;
  counted: ToldClaim;
  others: readonly (ToldClaim & { status: Status; value?: number })[];
}

export interface ToldRule {
  rule: string;
  act: string;
  article: string | null;
  text: { ru: string; en: string };
  evidence: Claim['evidence'];
  outcome: Outcome;
  why: string;
  in_force: { force: Force; because: readonly ToldClaim[]; missing: string | null };
  exceptions: readonly {
    id: string;
    text: { ru: string; en: string };
    held: boolean;
    why: string;
    missing: readonly string[];
  }[];
  missing: readonly string[];
}

export function tellAnswer(register: CompiledRegister, answer: Answer): ToldAnswer {
  const { right, status, value, unit, because, missing, conflicts, tried } = answer;
  return {
    domain: right,
    status,
    ...(value !== undefined && unit !== undefined && { value, unit }),
    because:
      status === 'unknown'
        ? []
        : because.map(({ placed: { act, provision } }) => ({ act: act.id, article: provision.article })),
    missing,
    conflicts: conflicts.map(conflict => tellConflict(register, conflict)),
    explanation: { rules: tried.map(rule => tellRule(register, rule)) },
  };
}

export function tellClaim(register: CompiledRegister, claim: Claim): ToldClaim {
  const { id, event, party, date, evidence, source, note, detail, recorded_on } = claim;
  return {
    ...{ id, event, party, evidence, recorded_on },
    date: date?.text ?? null,
    source: source ?? null,
    source_address: (source && register.sources.get(source)) ?? null,
    note: note ?? detail ?? null,
  };
}

function tellConflict(
  register: CompiledRegister,
  { act, settled, counted, others, otherwise }: ShownConflict,
): ToldConflict {
  const reason = counted.chosen?.because ?? others[0]?.rejected?.because ?? null;
  return {
    ...{ act, settled, reason },
    counted: tellClaim(register, counted),
    others: others.map((claim, at) => ({
      ...tellClaim(register, claim),
      ...(otherwise[at] ?? { status: 'unknown' }),
    })),
  };
}

function tellRule(
  register: CompiledRegister,
  { placed, outcome, why, standing, exceptions, missing }: TriedRule,
): ToldRule {
  return {
    rule: placed.id,
    act: placed.act.id,
    article: placed.provision.article,
    text: placed.provision.text,
    evidence: placed.provision.evidence,
    ...{ outcome, why },
    in_force: {
      force: standing.force,
      because: standing.because.map(claim => tellClaim(register, claim)),
      missing: standing.missing ?? null,
    },
    ...{ exceptions, missing },
  };
}

/** What a question looks like beside its answers. */
export function tellQuestion({ citizen, host, on, role, facts, knownOn }: Question) {
  return { citizen, in: host, on, role, facts, known_on: knownOn ?? null };
}
