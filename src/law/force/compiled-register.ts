import { SaldoError } from '../../common/saldo-error.ts';
import { type Act, type Claim, type Provision, type Right, type Rule, statesOf } from '../register/act.ts';
import type { Day } from '../register/legal-date.ts';
import type { Gap, Register } from '../register/read-register.ts';
import { CHOSEN, type Conflict, conflictsOf, countedClaims, knownClaims, type Reading } from './reading.ts';
import { replacementNotDated } from './reason.ts';
import { type Segment, type Standing, standingAt, standings } from './standing.ts';

/** A rule with the place it comes from. */
export interface PlacedRule {
  id: string;
  rule: Rule;
  provision: Provision;
  act: Act;
}

/**
 * A register made ready for many questions: rules by right, and for each act, pair and reading the days on which its force changes, worked
 * out when first asked for.
 */
export class CompiledRegister {
  acts: ReadonlyMap<string, Act> = new Map();
  sources: ReadonlyMap<string, string> = new Map();
  #gaps: readonly Gap[] = [];
  /** Grows with every register that it takes; what is worked out from it holds for one edition. */
  edition = 0;
  readonly #rules = new Map<Right, PlacedRule[]>();
  readonly #segments = new Map<string, readonly Segment[]>();
  readonly #conflicts = new Map<string, readonly Conflict[]>();
  readonly #actsAbout = new Map<Right, readonly Act[]>();
  readonly #articleClaims = new Map<string, readonly Claim[]>();
  readonly #replacedBy = new Map<string, string[]>();
  readonly #parties = new Map<string, number>();

  /** @throws SaldoError `invalid_file` where acts replace each other in a circle */
  constructor(register: Register) {
    this.adopt(register);
  }

  /**
   * Takes a register in place of what it held: whoever holds this object answers by that from now on.
   *
   * @throws SaldoError `invalid_file` where acts replace each other in a circle; then it holds what it held
   */
  adopt({ acts, sources, gaps = [] }: Register): void {
    const cycle = cyclesOfReplacement(acts);
    if (cycle.length > 0) throw new SaldoError('invalid_file', cycle.join('; '), { faults: cycle });
    this.acts = new Map(acts.map(act => [act.id, act]));
    this.sources = sources;
    this.#gaps = gaps;
    this.edition += 1;
    for (const kept of [
      this.#rules,
      this.#segments,
      this.#conflicts,
      this.#actsAbout,
      this.#articleClaims,
      this.#replacedBy,
      this.#parties,
    ])
      kept.clear();
    for (const act of acts) {
      for (const earlier of act.replaces) this.#replacedBy.set(earlier, [...this.replacementsOf(earlier), act.id]);
      for (const placed of rulesOf(act)) {
        const { right } = placed.rule;
        this.#rules.set(right, [...this.rulesAbout(right), placed]);
      }
    }
  }

  rulesAbout(right: Right): readonly PlacedRule[] {
    return this.#rules.get(right) ?? [];
  }

  /** The acts whose rules speak of a right, and those that may take their place. */
  actsAbout(right: Right): readonly Act[] {
    const found = this.#actsAbout.get(right) ?? this.#withReplacements(this.rulesAbout(right).map(({ act }) => act));
    this.#actsAbout.set(right, found);
    return found;
  }

  /** Whether an act, as far as was known, has to do with both of two states. */
  isBetween(act: Act, a: string, b: string, reading: Reading = CHOSEN): boolean {
    const states = statesOf({ ...act, claims: knownClaims(act, reading) });
    return states.includes(a) && states.includes(b);
  }

  /** What the register knowingly lacks about a right between two states. */
  gapsAbout(right: Right, a: string, b: string, reading: Reading = CHOSEN): readonly Gap[] {
    const concerns = (id: string) => {
      const act = this.acts.get(id);
      return act !== undefined && this.isBetween(act, a, b, reading);
    };
    return this.#gaps.filter(({ rights, acts }) => rights.includes(right) && (acts?.some(concerns) ?? true));
  }

  /** Whether an act binds A and B towards each other on a day; an act replaced by one in force between them does not. */
  inForce(act: Act, a: string, b: string, on: Day, reading: Reading = CHOSEN): Standing {
    const own = standingAt(this.#segmentsOf(act, a, b, reading), on);
    if (own.force === 'not-in-force') return own;
    let doubtful = own;
    for (const id of this.replacementsOf(act.id)) {
      const later = this.acts.get(id);
      const { force, because, missing } = later ? this.inForce(later, a, b, on, reading) : own;
      if (later === undefined || force === 'not-in-force') continue;
      if (force !== 'uncertain') return { force: 'not-in-force', because, replacedBy: id };
      doubtful = {
        ...{ force, because: [...own.because, ...because] },
        ...(missing !== undefined && { missing: replacementNotDated(act.id, id, missing) }),
      };
    }
    return doubtful;
  }

  /** How many states an act was ever made to bind, as far as was known: the fewer, the more special it is. */
  partiesOf(act: Act, reading: Reading = CHOSEN): number {
    const key = reading.knownOn === undefined ? act.id : `${act.id}|${reading.knownOn}`;
    const found = this.#parties.get(key) ?? countParties(act, knownClaims(act, reading));
    this.#parties.set(key, found);
    return found;
  }

  /** Counted claims that reserve or suspend single articles of an act. */
  articleClaimsOf(act: Act, reading: Reading = CHOSEN): readonly Claim[] {
    const key = `${act.id}|${reading.knownOn ?? ''}`;
    const found =
      this.#articleClaims.get(key) ??
      countedClaims(act, { ...reading, instead: new Set() }).filter(
        ({ event, articles }) => event === 'reservation' || (event === 'suspension' && articles !== undefined),
      );
    this.#articleClaims.set(key, found);
    return found;
  }

  conflictsOf(act: Act, reading: Reading = CHOSEN): readonly Conflict[] {
    const key = `${act.id}|${reading.knownOn ?? ''}`;
    const found = this.#conflicts.get(key) ?? conflictsOf(act, { ...reading, instead: new Set() });
    this.#conflicts.set(key, found);
    return found;
  }

  /** Acts that take the place of an act where they are in force. */
  replacementsOf(act: string): string[] {
    return this.#replacedBy.get(act) ?? [];
  }

  #withReplacements(acts: readonly Act[]): readonly Act[] {
    const all = new Set(acts);
    for (const act of all)
      for (const id of this.replacementsOf(act.id)) {
        const later = this.acts.get(id);
        if (later !== undefined) all.add(later);
      }
    return [...all];
  }

  #segmentsOf(act: Act, a: string, b: string, reading: Reading): readonly Segment[] {
    const [first, second] = a < b ? [a, b] : [b, a];
    const key = `${act.id}|${first}|${second}|${reading.knownOn ?? ''}|${[...reading.instead].join()}`;
    const found = this.#segments.get(key) ?? standings(act, first, second, reading);
    this.#segments.set(key, found);
    return found;
  }
}

/** Signatories and states that joined later; without any named the act is the most general of all. */
function countParties({ signatories }: Act, claims: readonly Claim[]): number {
  const joined = claims.filter(({ event }) => event === 'entry-into-force' || event === 'accession');
  const named = joined.flatMap(({ party, binds }) => [...(party === '*' ? [] : party), ...(binds ?? [])]);
  return new Set([...signatories, ...named]).size || Number.MAX_SAFE_INTEGER;
}

/** The rules of an act, each with the name by which others override it. */
export function rulesOf(act: Act): PlacedRule[] {
  return act.provisions.flatMap((provision, place) =>
    provision.rules.map((rule, at) => ({
      id: `${act.id}/${provision.article ?? `provision ${place + 1}`}/${rule.right}${at > 0 && provision.rules[at - 1]?.right === rule.right ? `-${at + 1}` : ''}`,
      rule,
      provision,
      act,
    })),
  );
}

/** Acts that take their own place, or amend themselves, through others: a circle of replacement leaves no act of it in force. */
export function cyclesOfReplacement(acts: readonly Act[]): string[] {
  const circles = (leadsTo: (act: Act) => readonly string[]) => {
    const next = new Map(acts.map(act => [act.id, leadsTo(act)]));
    const inCircle = (start: string, at: string, seen: readonly string[]): boolean =>
      (next.get(at) ?? []).some(id => id === start || (!seen.includes(id) && inCircle(start, id, [...seen, id])));
    return acts.filter(({ id }) => inCircle(id, id, [id]));
  };
  return [
    ...circles(({ replaces }) => replaces).map(({ id }) => `${id}: replaces itself through others`),
    ...circles(({ amends }) => (amends === undefined ? [] : [amends])).map(
      ({ id }) => `${id}: amends itself through others`,
    ),
  ];
}
