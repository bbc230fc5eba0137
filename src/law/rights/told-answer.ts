import type { Language } from '../../common/language.ts';
import type { CompiledRegister } from '../force/compiled-register.ts';
import type { Conflict } from '../force/reading.ts';
import type { Force } from '../force/standing.ts';
import type { Both, Claim, Right, Rule } from '../register/act.ts';
import type { Answer, ShownConflict } from './answer.ts';
import type { Missing } from './missing.ts';
import { type Question, readingOf } from './question.ts';
import type { Outcome, Principle, Status } from './status.ts';
import type { TriedException, TriedRule } from './try-rule.ts';
import { PRINCIPLE_WORDS } from './words.ts';

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
  /** Of a limit: its last day for who entered on a known day, how days are counted, and in which window earlier stays count. */
  term?: { last_day: string | null; over: boolean; counting: string; within: number | 'calendar-year' | null };
  explanation: {
    /** Rules of acts that are in force between the two states that day, or may be, whether they apply or not. */
    rules: readonly ToldRule[];
    /** Rules that apply too, but stand back behind others. */
    outranked: readonly { rule: string; behind: string; by: Principle; why: string }[];
    /** Of an answer that national law decides: what the register knowingly lacks. */
    gaps: readonly string[];
  };
  /** Rules of acts that both states have to do with, but that do not bind them towards each other that day. */
  not_in_force: readonly ToldRule[];
}

export interface ToldClaim {
  id: string;
  event: Claim['event'];
  party: readonly string[] | '*';
  /** Of an event of the whole act: the states that it binds, where these are not all its signatories. */
  binds?: readonly string[];
  /** States towards which alone the event acts. */
  towards?: readonly string[];
  /** First day on which what it began no longer stands. */
  until?: string;
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
  text: Both;
  evidence: Claim['evidence'];
  effect: Rule['effect'];
  outcome: Outcome;
  why: string;
  in_force: { force: Force; because: readonly ToldClaim[]; missing: string | null };
  exceptions: readonly ToldException[];
  missing: readonly string[];
}

export interface ToldException {
  id: string;
  text: Both;
  held: boolean;
  why: string;
  missing: readonly string[];
  /** Its own exceptions, where its case was met. */
  exceptions: readonly ToldException[];
}

export function tellAnswer(register: CompiledRegister, answer: Answer, lang: Language = 'en'): ToldAnswer {
  const { right, question, status, value, unit, because, missing, conflicts, tried, outranked, term } = answer;
  const { citizen, host } = question;
  const reading = readingOf(question);
  return {
    domain: right,
    status,
    ...(value !== undefined && unit !== undefined && { value, unit }),
    because:
      status === 'unknown'
        ? []
        : because.map(({ placed: { act, provision } }) => ({ act: act.id, article: provision.article })),
    ...(term !== undefined && {
      term: { last_day: term.lastDay, over: term.over, counting: term.counting(lang), within: term.within },
    }),
    missing: tellMissing(missing, lang),
    conflicts: conflicts.map(conflict => tellConflict(register, conflict, lang)),
    explanation: {
      rules: tried.filter(isInForce).map(rule => tellRule(register, rule, lang)),
      outranked: outranked.map(({ rule, behind, by }) => ({
        ...{ rule: rule.placed.id, behind: behind.placed.id, by },
        why: PRINCIPLE_WORDS[by][lang],
      })),
      gaps:
        status === 'national-law'
          ? register.gapsAbout(right, citizen, host, reading).map(({ text }) => text[lang])
          : [],
    },
    not_in_force: tried
      .filter(rule => !isInForce(rule) && register.isBetween(rule.placed.act, citizen, host, reading))
      .map(rule => tellRule(register, rule, lang)),
  };
}

function isInForce({ standing }: TriedRule): boolean {
  return standing.force !== 'not-in-force';
}

/** Facts about the person by their names, so that a form can ask for them; what no source gives, in words. */
function tellMissing(missing: readonly Missing[], lang: Language): string[] {
  return missing.map(each => ('fact' in each ? each.fact : each.gap(lang)));
}

export function tellClaim(register: CompiledRegister, claim: Claim, lang: Language = 'en'): ToldClaim {
  const { id, event, party, binds, towards, date, until, evidence, source, note, detail, recorded_on } = claim;
  return {
    ...{ id, event, party, evidence, recorded_on },
    ...(binds !== undefined && { binds }),
    ...(towards !== undefined && { towards }),
    ...(until !== undefined && { until: until.text }),
    date: date?.text ?? null,
    source: source ?? null,
    source_address: (source && register.sources.get(source)) ?? null,
    note: (note ?? detail)?.[lang] ?? null,
  };
}

function tellConflict(
  register: CompiledRegister,
  { act, settled, counted, others, otherwise }: ShownConflict,
  lang: Language,
): ToldConflict {
  return {
    ...{ act, settled },
    reason: reasonOf({ counted, others }, lang),
    counted: tellClaim(register, counted, lang),
    others: others.map((claim, at) => ({
      ...tellClaim(register, claim, lang),
      ...(otherwise[at] ?? { status: 'unknown' }),
    })),
  };
}

/** Why the claim that counts was taken, the other set aside, or the only one is doubtful. */
export function reasonOf({ counted, others }: Pick<Conflict, 'counted' | 'others'>, lang: Language): string | null {
  const because =
    counted.doubt?.because ??
    counted.chosen?.because ??
    others.find(({ rejected }) => rejected !== undefined)?.rejected?.because;
  return because?.[lang] ?? null;
}

function tellRule(
  register: CompiledRegister,
  { placed, outcome, why, standing, exceptions, missing }: TriedRule,
  lang: Language,
): ToldRule {
  return {
    rule: placed.id,
    act: placed.act.id,
    article: placed.provision.article,
    text: placed.provision.text,
    evidence: placed.provision.evidence,
    effect: placed.rule.effect,
    outcome,
    why: why(lang),
    in_force: {
      force: standing.force,
      because: standing.because.map(claim => tellClaim(register, claim, lang)),
      missing: standing.missing?.(lang) ?? null,
    },
    exceptions: exceptions.map(exception => tellException(exception, lang)),
    missing: tellMissing(missing, lang),
  };
}

function tellException({ id, text, held, why, missing, exceptions }: TriedException, lang: Language): ToldException {
  return {
    ...{ id, text, held, why: why(lang), missing: tellMissing(missing, lang) },
    exceptions: exceptions.map(inner => tellException(inner, lang)),
  };
}

/** What a question looks like beside its answers. */
export function tellQuestion({ citizen, host, on, role, facts, knownOn, entered, stays = [] }: Question) {
  return {
    ...{ citizen, in: host, on, role, facts, known_on: knownOn ?? null },
    ...(entered !== undefined && { entered }),
    ...(stays.length > 0 && { stays }),
  };
}
