import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Language } from '../../../src/common/language.ts';
import { ENGLISH, type PageWords } from './english.ts';
import { RUSSIAN } from './russian.ts';

interface Spoken {
  lang: Language;
  words: PageWords;
  speak: (lang: Language) => void;
}

const SpokenContext = createContext<Spoken>({ lang: 'en', words: ENGLISH, speak: () => {} });
const KEPT = 'saldo.language';

/** The reader's language: as kept, or else as the browser prefers. */
export function SpokenLanguage({ children }: { children: ReactNode }) {
  const [lang, setLang] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = lang;
    localStorage.setItem(KEPT, lang);
  }, [lang]);
  const words = lang === 'ru' ? RUSSIAN : ENGLISH;
  return <SpokenContext.Provider value={{ lang, words, speak: setLang }}>{children}</SpokenContext.Provider>;
}

export function useLanguage(): Spoken {
  return useContext(SpokenContext);
}

function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(KEPT);
  if (asked === 'ru' || asked === 'en') return asked;
  return navigator.language.startsWith('ru') ? 'ru' : 'en';
}
