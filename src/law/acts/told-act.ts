import type { Language } from '../../common/language.ts';
import type { CompiledRegister } from '../force/compiled-register.ts';
import { partiesOn } from '../force/parties.ts';
import { CHOSEN, type Conflict } from '../force/reading.ts';
import { stands } from '../force/standing.ts';
import type { Act, Provision } from '../register/act.ts';
import type { Day } from '../register/legal-date.ts';
import type { Question } from '../rights/question.ts';
import { reasonOf, tellClaim } from '../rights/told-answer.ts';

/** An act as programs get it, with its parties on a day. */
export function tellAct(register: CompiledRegister, act: Act, on: Day, lang: Language = 'en') {
  const { id, title, kind, subjects, signed, place, remark, amends, replaces, provisions, claims } = act;
  return {
    ...{ id, title, kind, subjects, on, replaces },
    ...{ signed: signed ?? null, place: place?.[lang] ?? null, amends: amends ?? null, remark: remark?.[lang] ?? null },
    parties: partiesOn(act, on, CHOSEN).map(({ because, reservations, missing, ...party }) => ({
      ...party,
      ...(missing !== undefined && { missing: missing(lang) }),
      because: because.map(claim => tellClaim(register, claim, lang)),
      reservations: reservations.map(({ articles, detail }) => ({
        articles: articles ?? [],
        text: detail?.[lang] ?? null,
      })),
    })),
    conflicts: register.conflictsOf(act).map(conflict => tellActConflict(register, conflict, lang)),
    provisions: provisions.map(provision => tellProvision(register, provision)),
    claims: claims.map(claim => tellClaim(register, claim, lang)),
  };
}

/** Claims of an act that disagree, the one that counts first. */
export function tellActConflict(
  register: CompiledRegister,
  { counted, others, settled }: Conflict,
  lang: Language = 'en',
) {
  return {
    event: counted.event,
    settled,
    reason: reasonOf({ counted, others }, lang),
    claims: [counted, ...others].map(claim => tellClaim(register, claim, lang)),
  };
}

export function tellProvision(register: CompiledRegister, { article, text, evidence, source, rules }: Provision) {
  return {
    ...{ article, text, evidence },
    source: source ?? null,
    source_address: (source && register.sources.get(source)) ?? null,
    rules: rules.map(({ right, effect, who, value, unit, since, until }) => ({
      ...{ domain: right, effect, who },
      ...(value !== undefined && { value }),
      ...(unit !== undefined && { unit }),
      ...(since !== undefined && { since: since.text }),
      ...(until !== undefined && { until: until.text }),
    })),
  };
}

/** Whether an act binds two states on a day, and the reservations to it that stand. */
export function tellForce(
  register: CompiledRegister,
  act: Act,
  { citizen, host, on, knownOn }: Question,
  lang: Language,
) {
  const reading = knownOn === undefined ? CHOSEN : { ...CHOSEN, knownOn };
  const { force, because, missing, replacedBy } = register.inForce(act, citizen, host, on, reading);
  const reserved = register
    .articleClaimsOf(act, reading)
    .filter(claim => claim.party === '*' || claim.party.includes(citizen) || claim.party.includes(host))
    .filter(claim => stands(claim, on) !== 'no');
  return {
    ...{ act: act.id, between: [citizen, host], on, known_on: knownOn ?? null, force },
    missing: missing?.(lang) ?? null,
    replaced_by: replacedBy ?? null,
    because: because.map(claim => tellClaim(register, claim, lang)),
    reservations: reserved.map(claim => ({ ...tellClaim(register, claim, lang), articles: claim.articles ?? [] })),
  };
}
