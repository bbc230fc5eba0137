import type { Act, Claim } from '../register/act.ts';
import { type Day, plusDays } from '../register/legal-date.ts';

/** The day that an act's own rule of entry into force gives, with the instruments that it follows from. */
export interface DerivedEntry {
  day: Day;
  because: readonly Claim[];
}

/**
 * When an act entered into force for a party by its own rule and the claimed instruments, where these suffice: `signature`, the day of
 * signing; `fixed-day`, that day; `nth-instrument`, the day of the n-th notification or ratification; `all-notifications`, that of the last
 * once every signatory has given one; both plus `days`. A later party is bound from its own instrument where the act says so. Undefined
 * where the instruments are not all there, or an instrument has no exact day.
 */
export function derivedEntry(act: Act, claims: readonly Claim[], party: string): DerivedEntry | undefined {
  const { force, signatories, signed } = act;
  if (force === undefined) return undefined;
  if (force.rule === 'signature')
    return signed !== undefined && signatories.includes(party) ? { day: signed, because: [] } : undefined;
  if (force.rule === 'fixed-day')
    return force.day !== undefined && signatories.includes(party) ? { day: force.day, because: [] } : undefined;
  const general = generalEntry(act, claims);
  const own = instrumentOf(claims, party);
  if (general === undefined || own === undefined) return undefined;
  const later = plusDays(own.day, force.days);
  return later > general.day && force.later === 'own-instrument' ? { day: later, because: [own.claim] } : general;
}

function generalEntry({ force, signatories }: Act, claims: readonly Claim[]): DerivedEntry | undefined {
  if (force === undefined) return undefined;
  const instruments = signatories
    .flatMap(state => instrumentOf(claims, state) ?? [])
    .sort((a, b) => a.day.localeCompare(b.day));
  const needed = force.rule === 'all-notifications' ? signatories.length : (force.number ?? 0);
  const last = instruments[needed - 1];
  if (last === undefined) return undefined;
  return { day: plusDays(last.day, force.days), because: instruments.slice(0, needed).map(({ claim }) => claim) };
}

function instrumentOf(claims: readonly Claim[], state: string): { day: Day; claim: Claim } | undefined {
  const claim = claims.find(
    ({ event, party }) =>
      (event === 'notification' || event === 'ratification') && party !== '*' && party.includes(state),
  );
  const day = claim?.date?.earliest;
  return claim !== undefined && day !== undefined && day === claim.date?.latest ? { day, claim } : undefined;
}
