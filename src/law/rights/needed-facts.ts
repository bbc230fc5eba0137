import type { CompiledRegister } from '../force/compiled-register.ts';
import { type Exception, RIGHTS, type Right, type Rule } from '../register/act.ts';

/** A fact about the person on which a rule or an exception hangs, with the values that these name. */
export interface NeededFact {
  fact: string;
  values: readonly string[];
  domains: readonly Right[];
}

/** All facts on which answers may hang. */
export function neededFacts(register: CompiledRegister): NeededFact[] {
  const facts = new Map<string, { values: Set<string>; domains: Set<Right> }>();
  for (const right of RIGHTS) {
    for (const { rule } of register.rulesAbout(right)) {
      for (const [fact, values] of conditionsOf(rule)) {
        const found = facts.get(fact) ?? { values: new Set(), domains: new Set() };
        for (const value of values) found.values.add(value);
        found.domains.add(right);
        facts.set(fact, found);
      }
    }
  }
  return [...facts].map(([fact, { values, domains }]) => ({ fact, values: [...values], domains: [...domains] }));
}

function conditionsOf({ when, unless }: Pick<Rule | Exception, 'when' | 'unless'>): [string, readonly string[]][] {
  return [...Object.entries(when), ...unless.flatMap(conditionsOf)];
}
