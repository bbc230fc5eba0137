import { CompiledRegister, cyclesOfReplacement } from '../force/compiled-register.ts';
import { CHOSEN, type Conflict } from '../force/reading.ts';
import { type Act, RIGHTS } from '../register/act.ts';
import type { Register } from '../register/read-register.ts';
import type { TriedRule } from '../rights/try-rule.ts';
import { type Case, tryCase } from './cases.ts';
import { clashes } from './clashes.ts';
import { disagreeingEntries } from './disagreeing-entry.ts';
import { linkFaults } from './links.ts';

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

/**
 * Looks over a whole register that could be read: links inside it, circles of replacement, recorded days against those that follow from the
 * acts' own rules, conflicts without a choice, rules of equal rank that differ, rules that no case reaches, cases. With a broken link or a
 * circle nothing can be answered, and the rest waits until that is put right.
 */
export function checkRegister(register: Register, cases: readonly Case[]): RegisterCheck {
  const { acts } = register;
  const size = {
    acts: acts.length,
    claims: acts.reduce((sum, { claims }) => sum + claims.length, 0),
    rules: acts.reduce(
      (sum, { provisions }) => sum + provisions.reduce((rules, each) => rules + each.rules.length, 0),
      0,
    ),
    cases: cases.length,
  };
  const structure = structureFaults(register);
  if (structure.length > 0) return { ...size, faults: structure, conflicts: [] };
  const compiled = new CompiledRegister(register);
  return {
    ...size,
    faults: [...contentFaults(compiled), ...caseFaults(compiled, cases)],
    conflicts: conflictsOf(compiled).map(
      ({ act, counted, others, settled }) =>
        `${act}: ${counted.event} ${[counted, ...others].map(({ date, source, evidence }) => `${date?.text ?? 'no date'} (${source ?? evidence})`).join(' or ')}, ${settled ? 'settled' : 'open'}`,
    ),
  };
}

/** What is wrong with a register apart from its cases. */
export function registerFaults(register: Register): string[] {
  const structure = structureFaults(register);
  return structure.length > 0 ? structure : contentFaults(new CompiledRegister(register));
}

function structureFaults(register: Register): string[] {
  return [...linkFaults(register), ...cyclesOfReplacement(register.acts)];
}

function contentFaults(compiled: CompiledRegister): string[] {
  return [
    ...[...compiled.acts.values()].flatMap(entryFaults),
    ...conflictsOf(compiled)
      .filter(({ counted, others }) => counted.chosen === undefined && !others.every(({ rejected }) => rejected))
      .map(
        ({ act, counted, others }) =>
          `${act}: ${counted.id} and ${others.map(({ id }) => id).join(', ')} differ, and none is chosen`,
      ),
    ...clashes(compiled),
  ];
}

function conflictsOf(compiled: CompiledRegister): readonly Conflict[] {
  return [...compiled.acts.values()].flatMap(act => compiled.conflictsOf(act, CHOSEN));
}

function entryFaults(act: Act): string[] {
  return disagreeingEntries(act, CHOSEN).map(
    ({ state, derived, recorded }) =>
      `${act.id}: by its own rule in force for ${state} on ${derived}, recorded ${recorded}`,
  );
}

/** Cases with another answer than the expected one, and rules that none of them reaches. */
function caseFaults(compiled: CompiledRegister, cases: readonly Case[]): string[] {
  const reached = new Set<string>();
  const wrong = cases.flatMap(one => {
    const { tried, faults } = tryCase(compiled, one);
    for (const rule of tried) if (isReached(rule)) reached.add(rule.placed.id);
    return faults.map(fault => `${one.place}: ${one.name}: ${fault}`);
  });
  const rules = RIGHTS.flatMap(right => compiled.rulesAbout(right));
  return [...wrong, ...rules.filter(({ id }) => !reached.has(id)).map(({ id }) => `rule ${id}: no case reaches it`)];
}

/** A case reaches a rule that applies to it or might; of an act that never came into force, one that asks its parties after the signature. */
function isReached({ placed: { act }, outcome, standing, forOthers }: TriedRule): boolean {
  if (forOthers) return false;
  return outcome !== 'does-not-apply' || standing.force !== 'not-in-force' || neverInForce(act, standing.because);
}

function neverInForce(act: Act, because: TriedRule['standing']['because']): boolean {
  return because.some(claim => claim.event === 'not-in-force' && act.claims.includes(claim));
}
