import { derivedEntry } from '../force/derived-entry.ts';
import { countedClaims, type Reading } from '../force/reading.ts';
import type { Act } from '../register/act.ts';

/** States whose recorded entry into force differs from the one that the act's own rule gives. */
export function disagreeingEntries(act: Act, reading: Reading): { state: string; derived: string; recorded: string }[] {
  const claims = countedClaims(act, reading);
  return act.signatories.flatMap(state => {
    const derived = derivedEntry(act, claims, state)?.day;
    if (derived === undefined) return [];
    const recorded = claims.filter(
      ({ event, party, binds }) =>
        event === 'entry-into-force' &&
        (party === '*' ? (binds ?? act.signatories).includes(state) : party.includes(state)),
    );
    const agrees =
      recorded.length === 0 ||
      recorded.some(
        ({ date }) => date !== undefined && date.earliest <= derived && derived <= (date.latest ?? derived),
      );
    return agrees ? [] : [{ state, derived, recorded: recorded.map(({ date }) => date?.text ?? 'no date').join(', ') }];
  });
}
