import type { CompiledRegister, PlacedRule } from '../force/compiled-register.ts';
import { isKnown, type Reading } from '../force/reading.ts';
import type { Reason } from '../force/reason.ts';
import { type Standing, stands } from '../force/standing.ts';
import type { Both, Claim, Condition, Exception } from '../register/act.ts';
import type { LegalDate } from '../register/legal-date.ts';
import type { Missing } from './missing.ts';
import type { Question } from './question.ts';
import * as reasons from './reasons.ts';
import type { Outcome } from './status.ts';

/** How an exception of a rule came out: held or not, or not tried because a fact is not known. */
export interface TriedException {
  id: string;
  text: Both;
  held: boolean;
  why: Reason;
  /** Facts that would decide it. */
  missing: readonly Missing[];
  /** Its own exceptions, where its case was met. */
  exceptions: readonly TriedException[];
}

/** A rule tried on a question, with all that decided. */
export interface TriedRule {
  placed: PlacedRule;
  outcome: Outcome;
  why: Reason;
  standing: Standing;
  /** How many states its act was ever made to bind. */
  parties: number;
  exceptions: readonly TriedException[];
  /** What would decide an uncertain one. */
  missing: readonly Missing[];
  /** True of a rule that speaks of persons in another role than the one asked about. */
  forOthers?: boolean;
}

/**
 * Tries one rule: states, force of its act between the two states, time of the rule, role, reservations and suspensions of its article,
 * conditions, exceptions. What surely excludes the rule comes before what is uncertain. Undefined where it does not speak of the case: it
 * names other states, or another role and would not hold that day anyway.
 */
export function tryRule(
  register: CompiledRegister,
  placed: PlacedRule,
  question: Question,
  reading: Reading,
): TriedRule | undefined {
  const { rule, act } = placed;
  const { citizen, host, on, facts } = question;
  if (!(rule.from?.includes(citizen) ?? true) || !(rule.to?.includes(host) ?? true)) return undefined;
  const standing = register.inForce(act, citizen, host, on, reading);
  const parties = register.partiesOf(act, reading);
  const tried = (outcome: Outcome, why: Reason, more: Partial<TriedRule> = {}): TriedRule => ({
    ...{ placed, outcome, why, standing, parties, exceptions: [], missing: [] },
    ...more,
  });
  const time = inTime(rule, on);
  if (!rule.who.includes(question.role))
    return standing.force === 'not-in-force' || time === 'no'
      ? undefined
      : tried('does-not-apply', reasons.forOthers(rule.who), { forOthers: true });
  if (standing.force === 'not-in-force')
    return tried('does-not-apply', whyNotInForce(placed, question, standing, reading));
  if (time === 'no') return tried('does-not-apply', reasons.outOfTime(on));
  const set = setAside(register.articleClaimsOf(act, reading), placed.provision.article, question);
  if (set?.surely) return tried('does-not-apply', reasons.setAside(set.claim, host));
  const open = openFacts(rule.when, facts);
  if (open === 'fails') return tried('does-not-apply', reasons.conditionFails);
  const exceptions = rule.unless.map(exception => tryException(exception, facts));
  const held = exceptions.find(exception => exception.held);
  if (held !== undefined) {
    const missing = held.exceptions.flatMap(inner => inner.missing);
    return tried('does-not-apply', reasons.exceptionHolds(held.text), { exceptions, missing });
  }
  const remark = rule.since_remark ?? rule.until_remark;
  const missing: Missing[] = [
    ...(standing.missing === undefined ? [] : [{ gap: standing.missing }]),
    ...(time === 'perhaps' ? [{ gap: reasons.ruleNotDated(act.id, remark) }] : []),
    ...(set === undefined ? [] : [{ gap: reasons.setAside(set.claim, host) }]),
    ...open,
  ];
  if (missing.length > 0) return tried('uncertain', reasons.needs(missing), { exceptions, missing });
  return tried('applies', reasons.holds(exceptions.length), { exceptions });
}

function whyNotInForce(
  { act }: PlacedRule,
  { citizen, host, on }: Question,
  standing: Standing,
  reading: Reading,
): Reason {
  if (!isKnown(act, reading)) return reasons.notKnown(act.id, reading.knownOn ?? on);
  if (standing.replacedBy !== undefined) return reasons.replaced(act.id, standing.replacedBy, { citizen, host });
  return reasons.notInForce(act.id, { citizen, host, on });
}

/**
 * A reservation of the host to a rule's article, or a suspension of it by either state. A reservation frees who made it: what its own
 * citizens have in the other state it leaves untouched.
 */
export function setAside(
  claims: readonly Claim[],
  article: string | null,
  { citizen, host, on }: Pick<Question, 'citizen' | 'host' | 'on'>,
): { claim: Claim; surely: boolean } | undefined {
  if (claims.length === 0) return undefined;
  const about = claims.filter(({ event, party, towards, articles }) => {
    const bound = event === 'reservation' ? [host] : [citizen, host];
    const speaks = party === '*' || bound.some(state => party.includes(state));
    const meant = towards === undefined || towards.includes(citizen) || towards.includes(host);
    return speaks && meant && covers(articles, article);
  });
  const sure = about.find(claim => stands(claim, on) === 'yes');
  const doubtful = sure ?? about.find(claim => stands(claim, on) === 'perhaps');
  return doubtful && { claim: doubtful, surely: doubtful === sure };
}

/** A reservation to article 13 covers 13(1) too. */
function covers(articles: readonly string[] | undefined, article: string | null): boolean {
  if (articles === undefined) return true;
  return article !== null && articles.some(each => article === each || article.startsWith(`${each}(`));
}

/**
 * Tries an exception and, where its case is met, its own exceptions. A fact that nobody gave leaves an exception untried: it is named, and
 * an untried exception holds nothing back.
 */
function tryException(exception: Exception, facts: Question['facts']): TriedException {
  const { id, text } = exception;
  const open = openFacts(exception.when, facts);
  const tried = (held: boolean, why: Reason, more: Partial<TriedException> = {}): TriedException => ({
    ...{ id, text, held, why, missing: [], exceptions: [] },
    ...more,
  });
  if (open === 'fails') return tried(false, reasons.otherCase);
  if (open.length > 0) return tried(false, reasons.notTried(open), { missing: open });
  const exceptions = exception.unless.map(inner => tryException(inner, facts));
  const back = exceptions.find(inner => inner.held);
  if (back !== undefined) return tried(false, reasons.ownExceptionHolds(back.text), { exceptions });
  return tried(true, reasons.caseMet, { exceptions });
}

/** Facts that a condition still needs; `fails` where one is known to be otherwise. */
function openFacts(condition: Condition, facts: Question['facts']): readonly Missing[] | 'fails' {
  const open: Missing[] = [];
  for (const [fact, values] of Object.entries(condition)) {
    const value = facts[fact];
    if (value === undefined) open.push({ fact, values });
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
