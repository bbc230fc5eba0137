import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Language } from '../../../src/common/language.ts';
import type { PageWords } from './english.ts';

interface Spoken {
  lang: Language;
  words: PageWords;
  speak: (lang: Language) => void;
}

/** A language with its texts. */
export interface LoadedWords {
  lang: Language;
  words: PageWords;
}

const SpokenContext = createContext<Spoken | undefined>(undefined);
const KEPT = 'saldo.language';

/** The texts of one language; those of the others are not loaded before somebody asks for them. */
export async function loadWords(lang: Language): Promise<LoadedWords> {
  const words = lang === 'ru' ? (await import('./russian.ts')).RUSSIAN : (await import('./english.ts')).ENGLISH;
  return { lang, words };
}

/** The reader's language: as asked for in the address, as kept, or else as the browser prefers. */
export function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(KEPT);
  if (asked === 'ru' || asked === 'en') return asked;
  return navigator.language.startsWith('ru') ? 'ru' : 'en';
}

/** Everything in one language, until the reader asks for another. */
export function SpokenLanguage({ first, children }: { first: LoadedWords; children: ReactNode }) {
  const [{ lang, words }, setLoaded] = useState(first);
  useEffect(() => {
    document.documentElement.lang = lang;
    localStorage.setItem(KEPT, lang);
  }, [lang]);
  const speak = (next: Language) => {
    loadWords(next).then(setLoaded, () => {});
  };
  return <SpokenContext.Provider value={{ lang, words, speak }}>{children}</SpokenContext.Provider>;
}

export function useLanguage(): Spoken {
  const spoken = useContext(SpokenContext);
  if (spoken === undefined) throw new Error('no language is spoken here');
  return spoken;
}
