import type { Act, Claim } from '../register/act.ts';
import type { Day, LegalDate } from '../register/legal-date.ts';

/** Claims of the register as one reader takes them: what was known on a day, and which of two that disagree counts. */
export interface Reading {
  /** Only what was recorded by this day is known; everything where absent. */
  knownOn?: Day;
  /** Claims (`ACT#ID`) that count instead of the ones that the register chose. */
  instead: ReadonlySet<string>;
}

export const CHOSEN: Reading = { instead: new Set() };

/** Claims about one thing with different dates: the one that counts and the others; or one that no other disputes, but that is doubtful itself. */
export interface Conflict {
  act: string;
  counted: Claim;
  others: readonly Claim[];
  /** True where the register gives a reason that leaves no doubt: then the conflict is shown, but the answer stands. */
  settled: boolean;
}

/** The claims known to a reading, without those that a known one supersedes. */
export function knownClaims({ claims }: Act, { knownOn }: Reading): readonly Claim[] {
  const known = knownOn === undefined ? claims : claims.filter(({ recorded_on: recorded }) => recorded <= knownOn);
  const superseded = new Set(known.map(({ supersedes }) => supersedes));
  return known.filter(({ id }) => !superseded.has(id));
}

/** Whether a reading knows anything of an act. */
export function isKnown(act: Act, reading: Reading): boolean {
  return reading.knownOn === undefined || act.claims.length === 0 || knownClaims(act, reading).length > 0;
}

/** Known claims that give one event of one party different dates, pairs of which one says that the other cannot be, and doubtful claims. */
export function conflictsOf(act: Act, reading: Reading): Conflict[] {
  const known = knownClaims(act, reading);
  const dates = groups(known).flatMap(group => {
    const counted = countedClaim(act, group, reading);
    const rest = group.filter(({ date }) => !overlap(date, counted.date));
    if (rest.length === 0) return [];
    const settled = counted.chosen?.settled ?? rest.every(({ rejected }) => rejected !== undefined);
    return [{ act: act.id, counted, others: rest, settled }];
  });
  const contradictions = known.flatMap(claim =>
    known
      .filter(({ id }) => claim.contradicts?.includes(id))
      .map(other => {
        const [counted, lost] = claim.chosen === undefined ? [other, claim] : [claim, other];
        const settled = lost.rejected !== undefined || (counted.chosen?.settled ?? false);
        return { act: act.id, counted, others: [lost], settled };
      }),
  );
  const doubts = countedClaims(act, reading)
    .filter(({ doubt }) => doubt !== undefined)
    .map(counted => ({ act: act.id, counted, others: [], settled: false }));
  return [...dates, ...contradictions, ...doubts];
}

/** One claim for each event of each party: the one that counts in this reading; none that a counting one contradicts. */
export function countedClaims(act: Act, reading: Reading): Claim[] {
  const counted = groups(knownClaims(act, reading)).map(group => countedClaim(act, group, reading));
  const impossible = new Set(
    counted
      .filter(({ id, chosen }) => chosen !== undefined || reading.instead.has(`${act.id}#${id}`))
      .flatMap(({ contradicts }) => contradicts ?? []),
  );
  return counted.filter(({ id }) => !impossible.has(id));
}

function countedClaim({ id: act }: Act, group: readonly Claim[], { instead }: Reading): Claim {
  const [first] = group;
  if (first === undefined) throw new Error(`no claim in a group of ${act}`);
  return (
    group.find(({ id }) => instead.has(`${act}#${id}`)) ??
    group.find(({ chosen }) => chosen !== undefined) ??
    group.find(({ rejected }) => rejected === undefined) ??
    first
  );
}

/** A year and a day in it do not disagree. */
function overlap(a: LegalDate | undefined, b: LegalDate | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  return a.earliest <= (b.latest ?? a.earliest) && b.earliest <= (a.latest ?? b.earliest);
}

const DATED: ReadonlySet<Claim['event']> = new Set([
  'entry-into-force',
  'provisional-application',
  'withdrawal',
  'termination',
  'signature',
]);

/** Dated claims of force by what they are about; every other claim stands alone. */
function groups(claims: readonly Claim[]): Claim[][] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const { event, party, towards, id } = claim;
    const about = DATED.has(event) ? [event, party === '*' ? '*' : party.join(), towards?.join()].join('|') : `#${id}`;
    groups.set(about, [...(groups.get(about) ?? []), claim]);
  }
  return [...groups.values()];
}
