import type { Language } from '../states.ts';

/** One text in every language. */
export type Worded = Readonly<Record<Language, string>>;
