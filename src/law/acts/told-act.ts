import type { CompiledRegister } from '../force/compiled-register.ts';
import { partiesOn } from '../force/parties.ts';
import { CHOSEN, type Conflict } from '../force/reading.ts';
import type { Act, Provision } from '../register/act.ts';
import type { Day } from '../register/legal-date.ts';
import { tellClaim } from '../rights/told-answer.ts';

/** An act as programs get it, with its parties on a day. */
export function tellAct(register: CompiledRegister, act: Act, on: Day) {
  const { id, title, kind, subjects, signed, place, remark, amends, replaces, provisions, claims } = act;
  return {
    ...{ id, title, kind, subjects, on, replaces },
    ...{ signed: signed ?? null, place: place ?? null, amends: amends ?? null, remark: remark ?? null },
    parties: partiesOn(act, on, CHOSEN).map(({ because, reservations, ...party }) => ({
      ...party,
      because: because.map(claim => tellClaim(register, claim)),
      reservations: reservations.map(({ articles, detail }) => ({ articles: articles ?? [], text: detail ?? null })),
    })),
    conflicts: register.conflictsOf(act).map(conflict => tellActConflict(register, conflict)),
    provisions: provisions.map(provision => tellProvision(register, provision)),
    claims: claims.map(claim => tellClaim(register, claim)),
  };
}

/** Claims of an act that disagree, the one that counts first. */
export function tellActConflict(register: CompiledRegister, { counted, others, settled }: Conflict) {
  return {
    event: counted.event,
    settled,
    reason: counted.chosen?.because ?? null,
    claims: [counted, ...others].map(claim => tellClaim(register, claim)),
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
