import type { Language } from '../language.ts';

/** One text in every language. */
export type Worded = Readonly<Record<Language, string>>;
