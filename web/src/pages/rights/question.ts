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
  /** Earlier stays, `FROM/TO` with commas. */
  stay?: string | undefined;
  /** Day by whose knowledge is answered; all that the register knows where absent. */
  known?: string | undefined;
}

/** A stay from the day of entry to the day of exit. */
export interface Stay {
  from: string;
  to: string;
}

export const PURPOSES: readonly Purpose[] = ['visit', 'work', 'study', 'family', 'permanent'];

export function readQuestion(given: Record<string, unknown>): AskedRights {
  const { citizen, in: host, on, purpose, entered, fact, stay, known } = given;
  return {
    citizen: stateOf(citizen),
    in: stateOf(host),
    on: dayOf(on),
    purpose: oneOf(PURPOSES, purpose),
    entered: dayOf(entered),
    fact: typeof fact === 'string' && FACTS.test(fact) ? fact : undefined,
    stay: typeof stay === 'string' ? withStays({}, staysOf({ stay })).stay : undefined,
    known: dayOf(known),
  };
}

const FACTS = /^[\w-]+=[\w-]+(,[\w-]+=[\w-]+)*$/;

/** The same question as the API takes it. */
export function asApiQuestion(question: AskedRights, day: string): Asked {
  const { citizen, in: host, on = day, purpose = 'visit', entered, fact, known } = question;
  return {
    ...{ citizen, in: host, on, purpose, fact: fact?.split(','), 'known-on': known },
    // Whoever enters later than on the day asked about has not entered yet.
    entered: entered !== undefined && entered <= on ? entered : undefined,
    stay: staysOf(question).map(stayText),
  };
}

/** Stays that an address names; what is no stay is passed over. */
export function staysOf({ stay }: Pick<AskedRights, 'stay'>): Stay[] {
  return (stay?.split(',') ?? []).slice(0, MOST_STAYS).flatMap(text => {
    const [from, to] = text.split('/').map(dayOf);
    return from !== undefined && to !== undefined && from <= to ? [{ from, to }] : [];
  });
}

export function withStays(question: AskedRights, stays: readonly Stay[]): AskedRights {
  return { ...question, stay: stays.length === 0 ? undefined : stays.map(stayText).join(',') };
}

/** So many the API takes. */
const MOST_STAYS = 20;

function stayText({ from, to }: Stay): string {
  return `${from}/${to}`;
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
