import type { Act, Claim } from '../register/act.ts';
import { type Day, dayAfter, type LegalDate } from '../register/legal-date.ts';
import { countedClaims, type Reading } from './reading.ts';

export type Force = 'in-force' | 'provisional' | 'not-in-force' | 'uncertain';

/** Whether an act binds two states towards each other on a day, and by which claims. */
export interface Standing {
  force: Force;
  because: readonly Claim[];
  /** Of an uncertain standing: what nobody found. */
  missing?: string;
}

/** Standings of an act between two states, each from its first day on; the first is from the beginning of time. */
export interface Segment {
  from: Day;
  standing: Standing;
}

const ALWAYS = '';

/**
 * When an act binds A and B towards each other: both by own entry into force or provisional application, neither withdrawn, suspended or
 * objecting to the other. A date known to a span only leaves the days inside the span uncertain; a signatory without any date is
 * uncertain from the signature on. Replacement by a later act is not seen here.
 */
export function standings(act: Act, a: string, b: string, reading: Reading): Segment[] {
  const claims = countedClaims(act, reading);
  const days = new Set<Day>([ALWAYS, ...(act.signed ? [act.signed] : [])]);
  for (const { date } of claims) {
    if (date === undefined) continue;
    days.add(date.earliest);
    if (date.latest !== null) days.add(date.latest).add(dayAfter(date.latest));
  }
  const segments = [...days].sort().map(from => ({ from, standing: standingOn(act, a, b, claims, from) }));
  return segments.filter(({ standing }, at) => !sameStanding(standing, segments[at - 1]?.standing));
}

/** The standing that holds on a day. */
export function standingAt(segments: readonly Segment[], on: Day): Standing {
  let found = segments[0];
  for (const segment of segments) if (segment.from <= on) found = segment;
  if (found === undefined) throw new Error('no segment');
  return found.standing;
}

function standingOn(act: Act, a: string, b: string, claims: readonly Claim[], on: Day): Standing {
  const objection = claims.find(claim => objects(claim, a, b) && reached(claim.date, on) !== 'no');
  const sides = [partyOn(act, a, b, claims, on), partyOn(act, b, a, claims, on)];
  const because = [...new Set(sides.flatMap(side => side.because))];
  const outside = sides.find(({ force }) => force === 'not-in-force');
  if (outside !== undefined) return { ...outside, because: outside.because };
  if (objection !== undefined) return { force: 'not-in-force', because: [objection] };
  const missing = sides.flatMap(side => side.missing ?? []);
  if (missing.length > 0) return { force: 'uncertain', because, missing: [...new Set(missing)].join('; ') };
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
  const ends = [...mine('withdrawal'), ...mine('termination')];
  const ended = ends.find(({ date }) => reached(date, on) === 'yes');
  if (ended !== undefined) return { force: 'not-in-force', because: [ended] };
  const refused = mine('not-in-force');
  if (refused.length > 0) return { force: 'not-in-force', because: refused };
  const started = startOn(act, party, on, { entry: mine('entry-into-force'), early: mine('provisional-application') });
  if (started.force === 'not-in-force') return started;
  const suspended = mine('suspension').find(({ date }) => date !== undefined && within(date, on));
  if (suspended !== undefined) return { force: 'not-in-force', because: [suspended] };
  const doubtful = ends.find(({ date }) => reached(date, on) === 'perhaps');
  if (doubtful !== undefined)
    return uncertain(
      [...started.because, doubtful],
      `the day on which ${act.id} ended for ${party} (${doubtful.date?.text ?? 'no date'})`,
    );
  const notice =
    ends.length > 0 ? undefined : mine('notice-of-denunciation').find(({ date }) => reached(date, on) !== 'no');
  if (notice !== undefined)
    return uncertain(
      [...started.because, notice],
      `the day on which the denunciation of ${act.id} by ${party} takes effect`,
    );
  return started;
}

function startOn(
  act: Act,
  party: string,
  on: Day,
  { entry, early }: { entry: readonly Claim[]; early: readonly Claim[] },
): Standing {
  const entered = entry.find(({ date }) => reached(date, on) === 'yes');
  if (entered !== undefined) return { force: 'in-force', because: [entered] };
  const applied = early.find(({ date }) => reached(date, on) === 'yes');
  if (applied !== undefined) return { force: 'provisional', because: [applied] };
  const perhaps = [...entry, ...early].find(({ date }) => reached(date, on) === 'perhaps');
  if (perhaps !== undefined)
    return uncertain(
      [perhaps],
      `the day on which ${act.id} entered into force for ${party} (${perhaps.date?.text ?? 'no date'})`,
    );
  const dated = entry.length + early.length > 0;
  if (dated || !act.signatories.includes(party) || bindsByName(act, on))
    return { force: 'not-in-force', because: entry };
  return uncertain([], `the day on which ${act.id} entered into force for ${party}`);
}

/** Before the signature nothing is in force; a signatory whose act binds others by name is bound by an own event only. */
function bindsByName(act: Act, on: Day): boolean {
  if (act.signed !== undefined && on < act.signed) return true;
  return act.claims.some(({ event }) => event === 'entry-into-force');
}

function uncertain(because: readonly Claim[], missing: string): Standing {
  return { force: 'uncertain', because, missing };
}

/** The claims of an event that speak of a party: its own ones, else those of the whole act. */
function claimsFor(
  act: Act,
  claims: readonly Claim[],
  { event, party, other }: { event: Claim['event']; party: string; other: string | undefined },
): Claim[] {
  const here = claims.filter(
    claim => claim.event === event && (other === undefined || (claim.towards?.includes(other) ?? true)),
  );
  const own = here.filter(claim => claim.party !== '*' && claim.party.includes(party));
  if (own.length > 0) return own;
  return here.filter(claim => claim.party === '*' && (claim.binds ?? act.signatories).includes(party));
}

function objects(claim: Claim, a: string, b: string): boolean {
  if (claim.event !== 'objection' || claim.party === '*') return false;
  const against = (party: string, other: string) =>
    claim.party.includes(party) && (claim.towards?.includes(other) ?? false);
  return against(a, b) || against(b, a);
}

function reached(date: LegalDate | undefined, on: Day): 'yes' | 'no' | 'perhaps' {
  if (date === undefined) return 'perhaps';
  if (on < date.earliest) return 'no';
  return date.latest !== null && on >= date.latest ? 'yes' : 'perhaps';
}

function within({ earliest, latest }: LegalDate, on: Day): boolean {
  return on >= earliest && (latest === null || on <= latest);
}

function sameStanding(a: Standing, b: Standing | undefined): boolean {
  return (
    b !== undefined &&
    a.force === b.force &&
    a.missing === b.missing &&
    a.because.join() === b.because.join() &&
    a.because.every((claim, at) => claim === b.because[at])
  );
}
