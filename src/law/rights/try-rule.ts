import type { CompiledRegister, PlacedRule } from '../force/compiled-register.ts';
import type { Reading } from '../force/reading.ts';
import type { Standing } from '../force/standing.ts';
import type { Condition, Exception } from '../register/act.ts';
import type { LegalDate } from '../register/legal-date.ts';
import type { Question } from './question.ts';

/** How an exception of a rule came out: held or not, or not tried because a fact is not known. */
export interface TriedException {
  id: string;
  text: { ru: string; en: string };
  held: boolean;
  why: string;
  /** Facts that would decide it. */
  missing: readonly string[];
}

export type Outcome = 'applies' | 'does-not-apply' | 'uncertain';

/** A rule tried on a question, with all that decided. */
export interface TriedRule {
  placed: PlacedRule;
  outcome: Outcome;
  why: string;
  standing: Standing;
  exceptions: readonly TriedException[];
  /** Facts about the person or the register that would decide an uncertain one. */
  missing: readonly string[];
}

/** Tries one rule: time of the rule, states, role, force of its act between the two states, conditions, exceptions. */
export function tryRule(
  register: CompiledRegister,
  placed: PlacedRule,
  question: Question,
  reading: Reading,
): TriedRule | undefined {
  const { rule, act } = placed;
  const { citizen, host, on, role, facts } = question;
  if (!(rule.from?.includes(citizen) ?? true) || !(rule.to?.includes(host) ?? true)) return undefined;
  if (!rule.who.includes(role)) return undefined;
  const standing = register.inForce(act, citizen, host, on, reading);
  const tried = (outcome: Outcome, why: string, more: Partial<TriedRule> = {}): TriedRule => ({
    ...{ placed, outcome, why, standing, exceptions: [], missing: [] },
    ...more,
  });
  if (standing.force === 'not-in-force')
    return tried('does-not-apply', `${act.id} is not in force between ${citizen} and ${host} on ${on}`);
  const time = inTime(rule, on);
  if (time === 'no') return tried('does-not-apply', `the rule does not hold on ${on}`);
  const reserved = standing.because.length > 0 && isReserved(placed, host);
  if (reserved) return tried('does-not-apply', `${host} made a reservation to this article: its own law decides`);
  if (standing.force === 'uncertain') return tried('uncertain', 'not found', { missing: [standing.missing ?? ''] });
  if (time === 'perhaps')
    return tried('uncertain', rule.since_remark ?? rule.until_remark ?? 'not found', {
      missing: [`when this rule of ${act.id} holds`],
    });
  const open = openFacts(rule.when, facts);
  if (open === 'fails') return tried('does-not-apply', 'its condition is not met');
  if (open.length > 0) return tried('uncertain', 'facts are missing', { missing: open });
  const exceptions = rule.unless.map(exception => tryException(exception, facts));
  const held = exceptions.find(exception => exception.held);
  if (held !== undefined) return tried('does-not-apply', `exception ${held.id} holds`, { exceptions });
  return tried('applies', 'in force, and no exception holds', { exceptions });
}

function isReserved({ act, provision }: PlacedRule, host: string): boolean {
  return act.claims.some(
    ({ event, party, articles }) =>
      event === 'reservation' &&
      party !== '*' &&
      party.includes(host) &&
      provision.article !== null &&
      (articles?.includes(provision.article) ?? false),
  );
}

/** A fact that nobody gave leaves an exception untried: it is named, and does not take the right away. */
function tryException(exception: Exception, facts: Question['facts']): TriedException {
  const { id, text } = exception;
  const open = openFacts(exception.when, facts);
  if (open === 'fails') return { id, text, held: false, why: 'the case is another', missing: [] };
  if (open.length > 0) return { id, text, held: false, why: `not tried: ${open.join(', ')} not known`, missing: open };
  const back = exception.unless.map(inner => tryException(inner, facts)).find(inner => inner.held);
  if (back !== undefined) return { id, text, held: false, why: `its own exception ${back.id} holds`, missing: [] };
  return { id, text, held: true, why: 'its case is met', missing: [] };
}

/** Facts that a condition still needs; `fails` where one is known to be otherwise. */
function openFacts(condition: Condition, facts: Question['facts']): readonly string[] | 'fails' {
  const open: string[] = [];
  for (const [fact, values] of Object.entries(condition)) {
    const value = facts[fact];
    if (value === undefined) open.push(fact);
    else if (!values.includes(value)) return 'fails';
  }
  return open;
}

function inTime(
  { since, until }: { since?: LegalDate | undefined; until?: LegalDate | undefined },
  on: string,
): 'yes' | 'no' | 'perhaps' {
  if (since !== undefined && on < since.earliest) return 'no';
  if (until !== undefined && until.latest !== null && on >= until.latest) return 'no';
  if (since !== undefined && (since.latest === null || on < since.latest)) return 'perhaps';
  if (until !== undefined && on >= until.earliest) return 'perhaps';
  return 'yes';
}
