import type { Act, Claim } from '../register/act.ts';
import { type Day, dayAfter, type LegalDate } from '../register/legal-date.ts';
import { plusMonths } from '../register/term.ts';
import { derivedEntry } from './derived-entry.ts';
import { countedClaims, isKnown, type Reading } from './reading.ts';
import {
  effectOfNoticeNotFound,
  endNotFound,
  entryNotFound,
  objectionNotDated,
  type Reason,
  suspensionNotDated,
  together,
} from './reason.ts';

export type Force = 'in-force' | 'provisional' | 'not-in-force' | 'uncertain';

/** Whether an act binds two states towards each other on a day, and by which claims. */
export interface Standing {
  force: Force;
  because: readonly Claim[];
  /** Of an uncertain standing: what nobody found. */
  missing?: Reason;
  /** The act in force that took the place of this one. */
  replacedBy?: string;
}

/** Standings of an act between two states, each from its first day on; the first is from the beginning of time. */
export interface Segment {
  from: Day;
  standing: Standing;
}

const ALWAYS = '';

/**
 * When an act binds A and B towards each other: both by entry into force of their own (recorded, else by the act's own rule) or provisional
 * application, neither withdrawn, denounced with the notice run out, suspended or objecting to the other. A date known to a span only leaves
 * the days inside the span uncertain; a signatory without any date is uncertain from the signature on, and from its own ratification where a
 * source gives the day of that. Replacement by a later act is not seen here, nor reservations and suspensions of single articles.
 */
export function standings(act: Act, a: string, b: string, reading: Reading): Segment[] {
  if (!isKnown(act, reading)) return [{ from: ALWAYS, standing: { force: 'not-in-force', because: [] } }];
  const claims = countedClaims(act, reading);
  const segments = [ALWAYS, ...turningDaysOf(act, claims)].map(from => ({
    from,
    standing: standingOn(act, a, b, claims, from),
  }));
  return segments.filter(({ standing }, at) => !sameStanding(standing, segments[at - 1]?.standing));
}

/** The days on which the force of an act for anybody may change, in order. */
export function turningDaysOf(act: Act, claims: readonly Claim[]): Day[] {
  const days = new Set<Day>(act.signed === undefined ? [] : [act.signed]);
  const turn = ({ earliest, latest }: LegalDate) => {
    days.add(earliest);
    if (latest !== null) days.add(latest).add(dayAfter(latest));
  };
  for (const { date, until, event } of claims) {
    if (date !== undefined) turn(date);
    if (until !== undefined) turn(until);
    const end = event === 'notice-of-denunciation' ? endOfNotice(act, date) : undefined;
    if (end !== undefined) turn(end);
  }
  for (const state of act.signatories) {
    const derived = derivedEntry(act, claims, state);
    if (derived !== undefined) days.add(derived.day);
  }
  return [...days].sort();
}

/** The standing that holds on a day. */
export function standingAt(segments: readonly Segment[], on: Day): Standing {
  let found = segments[0];
  for (const segment of segments) if (segment.from <= on) found = segment;
  if (found === undefined) throw new Error('no segment');
  return found.standing;
}

function standingOn(act: Act, a: string, b: string, claims: readonly Claim[], on: Day): Standing {
  const sides = [partyOn(act, a, b, claims, on), partyOn(act, b, a, claims, on)];
  const outside = sides.find(({ force }) => force === 'not-in-force');
  if (outside !== undefined) return outside;
  const objections = claims.filter(claim => objects(claim, a, b));
  const objection = objections.find(claim => stands(claim, on) === 'yes');
  if (objection !== undefined) return { force: 'not-in-force', because: [objection] };
  const because = [...new Set(sides.flatMap(side => side.because))];
  const missing = sides.flatMap(side => side.missing ?? []);
  const doubtful = objections.filter(claim => stands(claim, on) === 'perhaps');
  if (doubtful.length > 0)
    return uncertain([...because, ...doubtful], together([...missing, objectionNotDated(act.id, a, b)]));
  if (missing.length > 0) return uncertain(because, together(missing));
  return { force: sides.some(({ force }) => force === 'provisional') ? 'provisional' : 'in-force', because };
}

/** How far one party is bound, seen from the other where there is one. */
export function partyOn(
  act: Act,
  party: string,
  other: string | undefined,
  claims: readonly Claim[],
  on: Day,
): Standing {
  const mine = (event: Claim['event']) => claimsFor(act, claims, { event, party, other });
  const refused = mine('not-in-force');
  if (refused.length > 0) return { force: 'not-in-force', because: refused };
  const end = endOn(act, party, on, {
    ends: [...mine('withdrawal'), ...mine('termination')],
    notices: mine('notice-of-denunciation'),
  });
  if (end?.force === 'not-in-force') return end;
  const started = startOn(act, party, on, {
    claims,
    entry: mine('entry-into-force'),
    early: mine('provisional-application'),
  });
  if (started.force === 'not-in-force') return started;
  const suspensions = mine('suspension').filter(({ articles }) => articles === undefined);
  const suspended = suspensions.find(claim => stands(claim, on) === 'yes');
  if (suspended !== undefined) return { force: 'not-in-force', because: [suspended] };
  if (end !== undefined) return { ...end, because: [...started.because, ...end.because] };
  const doubtful = suspensions.find(claim => stands(claim, on) === 'perhaps');
  if (doubtful !== undefined) return uncertain([...started.because, doubtful], suspensionNotDated(act.id, party));
  return started;
}

/** Whether a party has left: by a claimed end, else by a notice of denunciation that has run out. */
function endOn(
  act: Act,
  party: string,
  on: Day,
  { ends, notices }: { ends: readonly Claim[]; notices: readonly Claim[] },
): Standing | undefined {
  const ended = ends.find(({ date }) => reached(date, on) === 'yes');
  if (ended !== undefined) return { force: 'not-in-force', because: [ended] };
  const doubtful = ends.find(({ date }) => reached(date, on) === 'perhaps');
  if (doubtful !== undefined) return uncertain([doubtful], endNotFound(act.id, party, doubtful.date));
  const notice = ends.length > 0 ? undefined : notices.find(({ date }) => reached(date, on) !== 'no');
  if (notice === undefined) return undefined;
  const end = endOfNotice(act, notice.date);
  const left = end === undefined ? 'perhaps' : reached(end, on);
  if (left === 'yes') return { force: 'not-in-force', because: [notice] };
  return left === 'no' ? undefined : uncertain([notice], effectOfNoticeNotFound(act.id, party));
}

/** When a denunciation takes effect by the act's own term of notice. */
function endOfNotice({ denunciation }: Act, date: LegalDate | undefined): LegalDate | undefined {
  if (denunciation === undefined || date === undefined) return undefined;
  const earliest = plusMonths(date.earliest, denunciation.months);
  const latest = date.latest === null ? null : plusMonths(date.latest, denunciation.months);
  return { text: latest === earliest ? earliest : `${earliest}/${latest ?? '..'}`, earliest, latest };
}

function startOn(
  act: Act,
  party: string,
  on: Day,
  { claims, entry, early }: { claims: readonly Claim[]; entry: readonly Claim[]; early: readonly Claim[] },
): Standing {
  const entered = entry.find(({ date }) => reached(date, on) === 'yes');
  if (entered !== undefined) return { force: 'in-force', because: [entered] };
  const derived = entry.length > 0 ? undefined : derivedEntry(act, claims, party);
  if (derived !== undefined && derived.day <= on) return { force: 'in-force', because: derived.because };
  const applied = early.find(claim => stands(claim, on) === 'yes');
  if (applied !== undefined) return { force: 'provisional', because: [applied] };
  const perhaps =
    entry.find(({ date }) => reached(date, on) === 'perhaps') ?? early.find(claim => stands(claim, on) === 'perhaps');
  if (perhaps !== undefined) return uncertain([perhaps], entryNotFound(act.id, party, perhaps.date));
  const dated = entry.length > 0 || derived !== undefined || early.length > 0;
  if (dated || !act.signatories.includes(party) || bindsByName(act, claims, on))
    return { force: 'not-in-force', because: [...entry, ...early] };
  const later = claims.filter(claim => isOwnConsent(claim, party) && reached(claim.date, on) === 'no');
  if (later.length > 0) return { force: 'not-in-force', because: later };
  return uncertain([], entryNotFound(act.id, party));
}

/** A step without which a party cannot be bound: its ratification and what leads to it. */
function isOwnConsent({ event, party }: Claim, state: string): boolean {
  return CONSENT.includes(event) && party !== '*' && party.includes(state);
}

const CONSENT: readonly Claim['event'][] = [
  'ratification',
  'ratification-law',
  'notification',
  'parliament',
  'approval',
];

/** Before the signature nothing is in force; a signatory whose act binds others by name is bound by an own event only. */
function bindsByName(act: Act, claims: readonly Claim[], on: Day): boolean {
  if (act.signed !== undefined && on < act.signed) return true;
  return claims.some(({ event }) => event === 'entry-into-force');
}

function uncertain(because: readonly Claim[], missing: Reason): Standing {
  return { force: 'uncertain', because, missing };
}

const HELD_TOGETHER: readonly Claim['event'][] = ['suspension', 'not-in-force', 'notice-of-denunciation'];

/** The claims of an event that speak of a party: its own ones, else those of the whole act; both where an event may come again. */
function claimsFor(
  act: Act,
  claims: readonly Claim[],
  { event, party, other }: { event: Claim['event']; party: string; other: string | undefined },
): Claim[] {
  const here = claims.filter(
    claim => claim.event === event && (other === undefined || (claim.towards?.includes(other) ?? true)),
  );
  const own = here.filter(claim => claim.party !== '*' && claim.party.includes(party));
  const general = here.filter(claim => claim.party === '*' && (claim.binds ?? act.signatories).includes(party));
  if (HELD_TOGETHER.includes(event)) return [...own, ...general];
  return own.length > 0 ? own : general;
}

function objects(claim: Claim, a: string, b: string): boolean {
  if (claim.event !== 'objection' || claim.party === '*') return false;
  const against = (party: string, other: string) =>
    claim.party.includes(party) && (claim.towards?.includes(other) ?? false);
  return against(a, b) || against(b, a);
}

/** Whether a state of things that a claim began, such as a suspension or a reservation, stands on a day; always where it has no day. */
export function stands({ date, until }: Claim, on: Day): 'yes' | 'no' | 'perhaps' {
  const begun = date === undefined ? 'yes' : reached(date, on);
  const over = until === undefined ? 'no' : reached(until, on);
  if (begun === 'no' || over === 'yes') return 'no';
  return begun === 'yes' && over === 'no' ? 'yes' : 'perhaps';
}

function reached(date: LegalDate | undefined, on: Day): 'yes' | 'no' | 'perhaps' {
  if (date === undefined) return 'perhaps';
  if (on < date.earliest) return 'no';
  return date.latest !== null && on >= date.latest ? 'yes' : 'perhaps';
}

function sameStanding(a: Standing, b: Standing | undefined): boolean {
  return (
    b !== undefined &&
    a.force === b.force &&
    a.missing?.('en') === b.missing?.('en') &&
    a.because.length === b.because.length &&
    a.because.every((claim, at) => claim === b.because[at])
  );
}
