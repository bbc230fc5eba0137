import type { Act, Claim } from '../register/act.ts';
import type { Day } from '../register/legal-date.ts';
import { countedClaims, type Reading } from './reading.ts';
import type { Reason } from './reason.ts';
import { partyOn, type Standing } from './standing.ts';

export type PartyStatus =
  | 'in-force'
  | 'provisional'
  | 'signed'
  | 'suspended'
  | 'ended'
  | 'not-in-force'
  | 'uncertain'
  | 'observer';

/** How an act stands for one state on a day. */
export interface Party {
  state: string;
  status: PartyStatus;
  /** First day, as the source gives it. */
  since?: string;
  until?: string;
  /** States towards which alone it stands so. */
  towards?: readonly string[];
  /** Of an uncertain one: what nobody found. */
  missing?: Reason;
  because: readonly Claim[];
  reservations: readonly Claim[];
}

const STARTS: readonly Claim['event'][] = ['entry-into-force', 'provisional-application'];
const ENDS: readonly Claim['event'][] = ['withdrawal', 'termination'];

/** The states that signed an act or of which a claim speaks, and how it stands for each. */
export function partiesOn(act: Act, on: Day, reading: Reading): Party[] {
  const claims = countedClaims(act, reading);
  const named = claims.flatMap(({ party, binds }) => [...(party === '*' ? [] : party), ...(binds ?? [])]);
  return [...new Set([...act.signatories, ...named])].sort().map(state => partyOf(act, state, on, claims));
}

function partyOf(act: Act, state: string, on: Day, claims: readonly Claim[]): Party {
  const mine = claims.filter(claim => speaksOf(claim, act, state));
  const own = mine.filter(({ party }) => party !== '*');
  const date = (events: readonly Claim['event'][]) =>
    (own.find(({ event }) => events.includes(event)) ?? mine.find(({ event }) => events.includes(event)))?.date?.text;
  const towards = own.find(({ event, towards: only }) => STARTS.includes(event) && only !== undefined)?.towards;
  const standing = partyOn(act, state, towards?.[0], claims, on);
  const [since, until] = [date(STARTS), date(ENDS)];
  const observer = own.some(({ event }) => event === 'observer');
  return {
    state,
    status: observer ? 'observer' : statusOf(act, state, on, standing),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(towards !== undefined && { towards }),
    ...(standing.missing !== undefined && { missing: standing.missing }),
    because: standing.because,
    reservations: own.filter(({ event }) => event === 'reservation'),
  };
}

function statusOf(act: Act, state: string, on: Day, { force, because }: Standing): PartyStatus {
  if (force !== 'not-in-force') return force;
  const by = (events: readonly Claim['event'][]) => because.some(({ event }) => events.includes(event));
  if (by(['suspension'])) return 'suspended';
  if (by([...ENDS, 'notice-of-denunciation'])) return 'ended';
  const signed = act.signatories.includes(state) && act.signed !== undefined && act.signed <= on;
  return signed ? 'signed' : 'not-in-force';
}

function speaksOf({ party, binds }: Claim, act: Act, state: string): boolean {
  return party === '*' ? (binds ?? act.signatories).includes(state) : party.includes(state);
}
