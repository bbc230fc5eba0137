import type { Act, Provision, Right, Rule } from '../register/act.ts';
import type { Day } from '../register/legal-date.ts';
import type { Register } from '../register/read-register.ts';
import { CHOSEN, type Conflict, conflictsOf, type Reading } from './reading.ts';
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
  readonly acts: ReadonlyMap<string, Act>;
  readonly sources: ReadonlyMap<string, string>;
  readonly #rules = new Map<Right, PlacedRule[]>();
  readonly #segments = new Map<string, readonly Segment[]>();
  readonly #conflicts = new Map<string, readonly Conflict[]>();
  readonly #replacedBy = new Map<string, string[]>();

  constructor({ acts, sources }: Register) {
    this.acts = new Map(acts.map(act => [act.id, act]));
    this.sources = sources;
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

  /** Whether an act binds A and B towards each other on a day; an act replaced by one in force between them does not. */
  inForce(act: Act, a: string, b: string, on: Day, reading: Reading = CHOSEN): Standing {
    const own = standingAt(this.#segmentsOf(act, a, b, reading), on);
    if (own.force === 'not-in-force') return own;
    for (const id of this.replacementsOf(act.id)) {
      const later = this.acts.get(id);
      const standing = later && this.inForce(later, a, b, on, reading);
      if (standing?.force === 'in-force') return { force: 'not-in-force', because: standing.because };
    }
    return own;
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

  #segmentsOf(act: Act, a: string, b: string, reading: Reading): readonly Segment[] {
    const [first, second] = a < b ? [a, b] : [b, a];
    const key = `${act.id}|${first}|${second}|${reading.knownOn ?? ''}|${[...reading.instead].join()}`;
    const found = this.#segments.get(key) ?? standings(act, first, second, reading);
    this.#segments.set(key, found);
    return found;
  }
}

function rulesOf(act: Act): PlacedRule[] {
  return act.provisions.flatMap((provision, place) =>
    provision.rules.map((rule, at) => ({
      id: `${act.id}/${provision.article ?? `provision ${place + 1}`}/${rule.right}${at > 0 && provision.rules[at - 1]?.right === rule.right ? `-${at + 1}` : ''}`,
      rule,
      provision,
      act,
    })),
  );
}
