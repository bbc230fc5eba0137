import type { CompiledRegister } from './force/compiled-register.ts';
import { partiesOn } from './force/parties.ts';
import { CHOSEN } from './force/reading.ts';
import type { Act } from './register/act.ts';
import type { Day } from './register/legal-date.ts';
import { tellClaim } from './rights/told-answer.ts';

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
    conflicts: register.conflictsOf(act).map(({ counted, others, settled }) => ({
      event: counted.event,
      settled,
      reason: counted.chosen?.because ?? null,
      claims: [counted, ...others].map(claim => tellClaim(register, claim)),
    })),
    provisions: provisions.map(({ article, text, evidence, source }) => ({
      article,
      text,
      evidence,
      source: source ?? null,
    })),
    claims: claims.map(claim => tellClaim(register, claim)),
  };
}
