import type { Asked } from '../../api/law-queries.ts';
import { dayOf, oneOf, stateOf } from '../../law/address.ts';
import type { Purpose } from '../../words/law-english.ts';

/** The question as it stands in the page's address, so that it can be shared; a day that is absent is today. */
export interface AskedRights {
  citizen?: string | undefined;
  in?: string | undefined;
  on?: string | undefined;
  purpose?: Purpose | undefined;
  /** Day of entry, from which limits count. */
  entered?: string | undefined;
  /** Further facts, `occupation=medical` with commas. */
  fact?: string | undefined;
}

export const PURPOSES: readonly Purpose[] = ['visit', 'work', 'study', 'family', 'permanent'];

export function readQuestion(given: Record<string, unknown>): AskedRights {
  const { citizen, in: host, on, purpose, entered, fact } = given;
  return {
    citizen: stateOf(citizen),
    in: stateOf(host),
    on: dayOf(on),
    purpose: oneOf(PURPOSES, purpose),
    entered: dayOf(entered),
    fact: typeof fact === 'string' && FACTS.test(fact) ? fact : undefined,
  };
}

const FACTS = /^[\w-]+=[\w-]+(,[\w-]+=[\w-]+)*$/;

/** The same question as the API takes it. */
export function asApiQuestion(question: AskedRights, day: string): Asked {
  const { citizen, in: host, on = day, purpose = 'visit', entered, fact } = question;
  return {
    ...{ citizen, in: host, on, purpose, fact: fact?.split(',') },
    // Whoever enters later than on the day asked about has not entered yet.
    entered: entered !== undefined && entered <= on ? entered : undefined,
  };
}

export function factsOf({ fact }: AskedRights): Record<string, string> {
  return Object.fromEntries((fact?.split(',') ?? []).map(word => word.split('=') as [string, string]));
}

export function withFact(question: AskedRights, fact: string, value: string | undefined): AskedRights {
  const { [fact]: _before, ...others } = factsOf(question);
  const facts = value === undefined ? others : { ...others, [fact]: value };
  const words = Object.entries(facts).map(pair => pair.join('='));
  return { ...question, fact: words.length === 0 ? undefined : words.join(',') };
}
