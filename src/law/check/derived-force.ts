import type { Act, Claim } from '../register/act.ts';

/**
 * The day on which an act came into force by its own rule and the claimed instruments, where these suffice: for `nth-instrument` the day of
 * the n-th notification or ratification plus `days`; for `all-notifications` that of the last, once every signatory has given one; for
 * `signature` the day of signing. Undefined where the instruments are not all there.
 */
export function derivedForce(act: Act): string | undefined {
  const { force, signatories, signed } = act;
  if (force === undefined) return undefined;
  if (force.rule === 'signature') return signed;
  const days = signatories.map(state => instrumentDay(act.claims, state)).filter(day => day !== undefined);
  days.sort();
  if (force.rule === 'all-notifications') {
    const last = days.at(-1);
    return days.length === signatories.length && last !== undefined ? plusDays(last, force.days) : undefined;
  }
  const nth = force.rule === 'nth-instrument' ? days[(force.number ?? 0) - 1] : undefined;
  return nth === undefined ? undefined : plusDays(nth, force.days);
}

/** States whose recorded entry into force differs from the derived one; own later instruments count from their own day. */
export function disagreeingForce(act: Act): { state: string; derived: string; recorded: string }[] {
  const general = derivedForce(act);
  if (general === undefined) return [];
  return act.signatories.flatMap(state => {
    const instrument = instrumentDay(act.claims, state);
    if (instrument === undefined) return [];
    const own = plusDays(instrument, act.force?.days ?? 0);
    const derived = own > general && act.force?.later === 'own-instrument' ? own : general;
    const recorded = act.claims.filter(
      ({ event, party, rejected }) =>
        event === 'entry-into-force' && rejected === undefined && (party === '*' || party.includes(state)),
    );
    const agrees =
      recorded.length === 0 ||
      recorded.some(
        ({ date }) => date !== undefined && date.earliest <= derived && derived <= (date.latest ?? derived),
      );
    return agrees ? [] : [{ state, derived, recorded: recorded.map(({ date }) => date?.text ?? 'no date').join(', ') }];
  });
}

function instrumentDay(claims: readonly Claim[], state: string): string | undefined {
  const claim = claims.find(
    ({ event, party }) =>
      (event === 'notification' || event === 'ratification') && party !== '*' && party.includes(state),
  );
  return claim?.date !== undefined && claim.date.earliest === claim.date.latest ? claim.date.earliest : undefined;
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
