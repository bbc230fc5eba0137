/** Words of a page's address as its page takes them: what is mistyped becomes undefined, so that the link still opens the page. */
export const FIRST_DAY = '1991-01-01';

const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** A day that is in the calendar, and not before the register begins. */
export function dayOf(word: unknown): string | undefined {
  if (typeof word !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(word) || word < FIRST_DAY) return undefined;
  const date = new Date(`${word}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(word) ? word : undefined;
}

/** The code of a state that has a name. */
export function stateOf(word: unknown): string | undefined {
  return typeof word === 'string' && /^[A-Z]{2}$/.test(word) && REGIONS.of(word) !== undefined ? word : undefined;
}

/** One of several words. */
export function oneOf<Word extends string>(words: readonly Word[], word: unknown): Word | undefined {
  return words.find(each => each === word);
}
