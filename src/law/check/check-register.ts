import { CompiledRegister } from '../force/compiled-register.ts';
import { CHOSEN } from '../force/reading.ts';
import { type Act, RIGHTS } from '../register/act.ts';
import type { Register } from '../register/read-register.ts';
import { contradicts } from '../rights/rank.ts';
import type { Case } from './cases.ts';
import { tryCase } from './cases.ts';
import { disagreeingForce } from './derived-force.ts';

export interface RegisterCheck {
  acts: number;
  claims: number;
  rules: number;
  cases: number;
  /** What must be put right. */
  faults: readonly string[];
  /** Sources that differ, recorded and marked. */
  conflicts: readonly string[];
}

/** Looks over a whole register that could be read: links inside it, derived against recorded days, marked conflicts, rules, cases. */
export function checkRegister(register: Register, cases: readonly Case[]): RegisterCheck {
  const compiled = new CompiledRegister(register);
  const reached = new Set<string>();
  const caseFaults = cases.flatMap(one => {
    const { found, faults } = tryCase(compiled, one);
    for (const { placed } of found.tried) if (isBetween(placed.act, one)) reached.add(placed.id);
    return faults.map(fault => `case ${one.citizen} in ${one.in} on ${one.on}, ${one.ask}: ${fault}`);
  });
  const rules = RIGHTS.flatMap(right => compiled.rulesAbout(right));
  const conflicts = register.acts.flatMap(act => compiled.conflictsOf(act, CHOSEN));
  return {
    acts: register.acts.length,
    claims: register.acts.reduce((sum, { claims }) => sum + claims.length, 0),
    rules: rules.length,
    cases: cases.length,
    faults: [
      ...register.acts.flatMap(act => linkFaults(act, register)),
      ...cycles(register.acts),
      ...register.acts.flatMap(forceFaults),
      ...conflicts
        .filter(({ counted, others }) => counted.chosen === undefined && !others.every(({ rejected }) => rejected))
        .map(
          ({ act, counted, others }) =>
            `${act}: ${counted.id} and ${others.map(({ id }) => id).join(', ')} differ, and none is chosen`,
        ),
      ...equalRank(compiled),
      ...rules.filter(({ id }) => !reached.has(id)).map(({ id }) => `rule ${id}: no case reaches it`),
      ...caseFaults,
    ],
    conflicts: conflicts.map(
      ({ act, counted, others, settled }) =>
        `${act}: ${counted.event} ${[counted, ...others].map(({ date, source, evidence }) => `${date?.text} (${source ?? evidence})`).join(' or ')}, ${settled ? 'settled' : 'open'}`,
    ),
  };
}

/** A case reaches a rule whose act was made between its two states. */
function isBetween(act: Act, { citizen, in: host }: Case): boolean {
  const named = new Set([...act.signatories, ...act.claims.flatMap(({ party }) => (party === '*' ? [] : party))]);
  return named.has(citizen) && named.has(host);
}

function linkFaults(act: Act, { acts, sources }: Register): string[] {
  const ids = new Set(acts.map(({ id }) => id));
  const claims = new Set(act.claims.map(({ id }) => id));
  const unknownActs = [...act.replaces, ...(act.amends ? [act.amends] : [])].filter(id => !ids.has(id));
  const unknownSources = [...act.claims, ...act.provisions].flatMap(({ source }) =>
    source !== undefined && !sources.has(source) ? [source] : [],
  );
  const unknownClaims = act.claims.flatMap(({ supersedes }) =>
    supersedes !== undefined && !claims.has(supersedes) ? [supersedes] : [],
  );
  const twice = act.claims.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at);
  return [
    ...unknownActs.map(id => `${act.id}: there is no act ${id}`),
    ...unknownSources.map(key => `${act.id}: there is no source ${key}`),
    ...unknownClaims.map(id => `${act.id}: there is no claim ${id} to supersede`),
    ...twice.map(id => `${act.id}: two claims are called ${id}`),
  ];
}

function cycles(acts: readonly Act[]): string[] {
  const replaces = new Map(acts.map(({ id, replaces: earlier }) => [id, earlier]));
  const inCycle = (start: string, at: string, seen: readonly string[]): boolean =>
    (replaces.get(at) ?? []).some(
      next => next === start || (!seen.includes(next) && inCycle(start, next, [...seen, next])),
    );
  return acts.filter(({ id }) => inCycle(id, id, [id])).map(({ id }) => `${id}: replaces itself through others`);
}

function forceFaults(act: Act): string[] {
  return disagreeingForce(act).map(
    ({ state, derived, recorded }) =>
      `${act.id}: by its own rule in force for ${state} on ${derived}, recorded ${recorded}`,
  );
}

/** Rules of one right, of acts between the same number of parties and of one day, that lead to different answers. */
function equalRank(compiled: CompiledRegister): string[] {
  return RIGHTS.flatMap(right => {
    const rules = compiled.rulesAbout(right).map(placed => ({
      ...{ placed, outcome: 'applies' as const, why: '', exceptions: [], missing: [] },
      standing: { force: 'in-force' as const, because: [] },
    }));
    return rules.flatMap((a, at) =>
      rules.slice(at + 1).flatMap(b => {
        const sameAct = a.placed.act === b.placed.act;
        const together =
          a.placed.rule.who.some(role => b.placed.rule.who.includes(role)) &&
          overlapInTime(a.placed.rule, b.placed.rule);
        const parties = a.placed.act.signatories.filter(state => b.placed.act.signatories.includes(state)).length >= 2;
        const equal =
          a.placed.act.signatories.length === b.placed.act.signatories.length &&
          a.placed.act.signed === b.placed.act.signed;
        const clash = (sameAct || (equal && parties)) && together && contradicts(a, b);
        return clash ? [`rules ${a.placed.id} and ${b.placed.id} have equal rank and differ`] : [];
      }),
    );
  });
}

type Timed = { since?: { earliest: string } | undefined; until?: { latest: string | null } | undefined };

function overlapInTime(a: Timed, b: Timed): boolean {
  const before = (x: Timed, y: Timed) =>
    x.until?.latest != null && y.since !== undefined && x.until.latest <= y.since.earliest;
  return !before(a, b) && !before(b, a);
}
