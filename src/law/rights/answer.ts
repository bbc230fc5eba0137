import type { CompiledRegister } from '../force/compiled-register.ts';
import { CHOSEN, type Conflict, type Reading } from '../force/reading.ts';
import type { Right } from '../register/act.ts';
import type { Question } from './question.ts';
import { byRank, contradicts } from './rank.ts';
import { type TriedRule, tryRule } from './try-rule.ts';

/**
 * `yes`: an act in force gives the right; `no`: one denies it; `national-law`: no act of the register speaks, the host's own law decides;
 * `unknown`: a fact is missing; `disputed`: sources, or rules of equal rank, differ.
 */
export type Status = 'yes' | 'no' | 'national-law' | 'unknown' | 'disputed';

export interface Verdict {
  status: Status;
  value?: number;
  unit?: string;
  /** Rules that decide, the first of highest rank. */
  because: readonly TriedRule[];
  missing: readonly string[];
}

/** What the answer would be by another of the claims that disagree. */
export interface ShownConflict extends Conflict {
  /** Status by each of the other claims, in their order. */
  otherwise: readonly Pick<Verdict, 'status' | 'value'>[];
}

export interface Answer extends Verdict {
  right: Right;
  conflicts: readonly ShownConflict[];
  /** All rules tried, whether they apply or not. */
  tried: readonly TriedRule[];
}

/**
 * Answers one question about one right. The answer by the claims that the register chose stands, unless by another claim it would be
 * different and nothing settles which is right: then it is disputed.
 */
export function answer(register: CompiledRegister, question: Question, right: Right): Answer {
  const reading: Reading = question.knownOn === undefined ? CHOSEN : { ...CHOSEN, knownOn: question.knownOn };
  const tried = tryRules(register, question, right, reading);
  const verdict = decide(tried);
  const conflicts = findConflicts(register, question, { right, reading, verdict });
  const disputed = conflicts.some(({ settled }) => !settled);
  return { right, ...verdict, ...(disputed && { status: 'disputed' }), conflicts, tried };
}

function tryRules(register: CompiledRegister, question: Question, right: Right, reading: Reading): TriedRule[] {
  const tried: TriedRule[] = [];
  for (const placed of register.rulesAbout(right)) {
    const one = tryRule(register, placed, question, reading);
    if (one !== undefined) tried.push(one);
  }
  return tried;
}

function decide(tried: readonly TriedRule[]): Verdict {
  const applying = tried.filter(({ outcome }) => outcome === 'applies');
  const overridden = new Set(applying.flatMap(({ placed }) => placed.rule.overrides));
  const ranked = applying.filter(({ placed }) => !overridden.has(placed.id)).sort(byRank);
  const [first] = ranked;
  if (first !== undefined) {
    const equals = ranked.filter(other => byRank(first, other) === 0);
    if (equals.some(other => contradicts(first, other))) return { status: 'disputed', because: equals, missing: [] };
    const agreeing = ranked.filter(other => gives(other) === gives(first));
    const { value, unit } = first.placed.rule;
    return {
      status: gives(first) ? 'yes' : 'no',
      ...(value !== undefined && unit !== undefined && { value, unit }),
      because: agreeing,
      missing: agreeing.flatMap(({ exceptions }) => exceptions.flatMap(({ missing }) => missing)),
    };
  }
  const uncertain = tried.filter(({ outcome }) => outcome === 'uncertain');
  if (uncertain.length === 0) return { status: 'national-law', because: [], missing: [] };
  return { status: 'unknown', because: uncertain, missing: [...new Set(uncertain.flatMap(({ missing }) => missing))] };
}

function gives({ placed }: TriedRule): boolean {
  return placed.rule.effect !== 'prohibition';
}

/** Tries the question by every claim that lost, one at a time; keeps the conflicts on which the answer hangs. */
function findConflicts(
  register: CompiledRegister,
  question: Question,
  { right, reading, verdict }: { right: Right; reading: Reading; verdict: Verdict },
): ShownConflict[] {
  const acts = new Set(register.rulesAbout(right).map(({ act }) => act));
  return [...acts].flatMap(act =>
    register.conflictsOf(act, reading).flatMap(conflict => {
      if (!concerns(conflict, question)) return [];
      const otherwise = conflict.others.map(({ id }) =>
        decide(tryRules(register, question, right, { ...reading, instead: new Set([`${act.id}#${id}`]) })),
      );
      const hangs = otherwise.some(({ status, value }) => status !== verdict.status || value !== verdict.value);
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

function concerns({ counted: { party } }: Conflict, { citizen, host }: Question): boolean {
  return party === '*' || party.includes(citizen) || party.includes(host);
}
