import type { Asked } from '../../api/law-queries.ts';
import type { Purpose } from '../../words/law-english.ts';

/** The question as it stands in the page's address, so that it can be shared; a day that is absent is today. */
export interface AskedRights {
  citizen?: string | undefined;
  in?: string | undefined;
  on?: string | undefined;
  purpose?: Purpose | undefined;
  /** Further facts, `occupation=medical` with commas. */
  fact?: string | undefined;
}

export const PURPOSES: readonly Purpose[] = ['visit', 'work', 'study', 'family', 'permanent'];
export const FIRST_DAY = '1991-01-01';

/** What of an address can be asked; the rest is left out, so that a mistyped link still opens the form. */
export function readQuestion(given: Record<string, unknown>): AskedRights {
  const text = (name: string, form: RegExp) => {
    const value = given[name];
    return typeof value === 'string' && form.test(value) ? value : undefined;
  };
  const found = {
    citizen: text('citizen', /^[A-Z]{2}$/),
    in: text('in', /^[A-Z]{2}$/),
    on: dayOf(text('on', /^\d{4}-\d{2}-\d{2}$/)),
    purpose: PURPOSES.find(each => each === given['purpose']),
    fact: text('fact', /^[\w-]+=[\w-]+(,[\w-]+=[\w-]+)*$/),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** A day that is in the calendar, and not before the register begins. */
export function dayOf(text: string | undefined): string | undefined {
  if (text === undefined || text < FIRST_DAY) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

/** The same question as the API takes it. */
export function asApiQuestion({ citizen, in: host, on, purpose, fact }: AskedRights, day: string): Asked {
  return { citizen, in: host, on: on ?? day, purpose: purpose ?? 'visit', fact: fact?.split(',') };
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
