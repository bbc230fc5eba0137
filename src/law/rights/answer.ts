import type { CompiledRegister } from '../force/compiled-register.ts';
import type { Conflict, Reading } from '../force/reading.ts';
import type { Claim, Right } from '../register/act.ts';
import type { Day } from '../register/legal-date.ts';
import { type LimitTerm, termOf } from './limit-term.ts';
import { type Missing, missingText } from './missing.ts';
import { type Question, readingOf } from './question.ts';
import { contradicts, gives, type Outranked, rank } from './rank.ts';
import type { Status } from './status.ts';
import { type TriedRule, tryRule } from './try-rule.ts';

export interface Verdict {
  status: Status;
  value?: number;
  unit?: string;
  /** Rules that decide, the first of highest rank. */
  because: readonly TriedRule[];
  missing: readonly Missing[];
  /** Rules that apply too but stand back, with the principle by which they do. */
  outranked: readonly Outranked[];
}

/** What the answer would be by another of the claims that disagree. */
export interface ShownConflict extends Conflict {
  /** Status by each of the other claims, in their order. */
  otherwise: readonly Pick<Verdict, 'status' | 'value'>[];
}

export interface Answer extends Verdict {
  right: Right;
  question: Question;
  conflicts: readonly ShownConflict[];
  /** Of a limit: how long it lasts. */
  term?: LimitTerm;
  /** All rules tried, whether they apply or not. */
  tried: readonly TriedRule[];
}

/**
 * Answers one question about one right. The answer by the claims that the register chose stands, unless by another claim it would be
 * different and nothing settles which is right: then it is disputed.
 */
export function answer(register: CompiledRegister, question: Question, right: Right): Answer {
  const reading = readingOf(question);
  const tried = tryRules(register, question, right, reading);
  const verdict = decide(tried);
  const conflicts = findConflicts(register, question, { right, reading, verdict, tried });
  const disputed = conflicts.some(({ settled, others }) => !settled && others.length > 0);
  const term = verdict.value === undefined ? undefined : termOf(verdict.because[0]?.placed.rule, question);
  return {
    ...{ right, question, ...verdict, ...(disputed && { status: 'disputed' }) },
    ...(term !== undefined && { term }),
    ...{ conflicts, tried },
  };
}

function tryRules(register: CompiledRegister, question: Question, right: Right, reading: Reading): TriedRule[] {
  const tried: TriedRule[] = [];
  for (const placed of register.rulesAbout(right)) {
    const one = tryRule(register, placed, question, reading);
    if (one !== undefined) tried.push(one);
  }
  return tried;
}

/**
 * What the rules that apply come to. Where one that is uncertain would change that if it applied, the answer is not known, and what is
 * missing is named.
 */
function decide(tried: readonly TriedRule[]): Verdict {
  const applying = tried.filter(({ outcome }) => outcome === 'applies');
  const verdict = settle(applying);
  const uncertain = tried
    .filter(({ outcome }) => outcome === 'uncertain')
    .filter(rule => differs(settle([...applying, rule]), verdict));
  if (uncertain.length === 0) return verdict;
  return {
    status: 'unknown',
    because: uncertain,
    missing: distinct(uncertain.flatMap(({ missing }) => missing)),
    outranked: [],
  };
}

function settle(applying: readonly TriedRule[]): Verdict {
  const { highest, outranked } = rank(applying);
  const [first] = highest;
  if (first === undefined) return { status: 'national-law', because: [], missing: [], outranked };
  if (highest.some(other => contradicts(first, other)))
    return { status: 'disputed', because: highest, missing: [], outranked };
  const agreeing = outranked.flatMap(({ rule, by }) => (by === 'override' || contradicts(first, rule) ? [] : [rule]));
  const because = [...highest, ...agreeing];
  const { value, unit } = first.placed.rule;
  return {
    status: gives(first) ? 'yes' : 'no',
    ...(value !== undefined && unit !== undefined && { value, unit }),
    because,
    missing: distinct(because.flatMap(({ exceptions }) => exceptions.flatMap(({ missing }) => missing))),
    outranked: outranked.filter(({ rule }) => !because.includes(rule)),
  };
}

function differs(a: Verdict, b: Verdict): boolean {
  return a.status !== b.status || a.value !== b.value || a.unit !== b.unit;
}

function distinct(missing: readonly Missing[]): readonly Missing[] {
  if (missing.length < 2) return missing;
  return [...new Map(missing.map(each => [missingText(each)('en'), each])).values()];
}

/** Tries the question by every claim that lost, one at a time; keeps the conflicts on which the answer hangs, and doubts about what it rests on. */
function findConflicts(
  register: CompiledRegister,
  question: Question,
  { right, reading, verdict, tried }: { right: Right; reading: Reading; verdict: Verdict; tried: readonly TriedRule[] },
): ShownConflict[] {
  return register.actsAbout(right).flatMap(act =>
    register.conflictsOf(act, reading).flatMap(conflict => {
      if (!concerns(conflict, question)) return [];
      const otherwise = conflict.others.map(({ id }) =>
        decide(tryRules(register, question, right, { ...reading, instead: new Set([`${act.id}#${id}`]) })),
      );
      const doubted = conflict.others.length === 0 && restsOn(tried, conflict.counted, question.on);
      const hangs = doubted || otherwise.some(other => differs(other, verdict));
      return hangs
        ? [
            {
              ...conflict,
              otherwise: otherwise.map(({ status, value }) => ({ status, ...(value !== undefined && { value }) })),
            },
          ]
        : [];
    }),
  );
}

/** Whether what was tried rests on a claim; on which day of a span something happened matters no more when all of it is past. */
function restsOn(tried: readonly TriedRule[], claim: Claim, on: Day): boolean {
  const { date } = claim;
  if (date !== undefined && date.latest !== null && date.earliest < date.latest && on >= date.latest) return false;
  return tried.some(({ standing: { because } }) => because.includes(claim));
}

function concerns({ counted: { party } }: Conflict, { citizen, host }: Question): boolean {
  return party === '*' || party.includes(citizen) || party.includes(host);
}
