import { useActs } from '../api/law-queries.ts';
import { useLanguage } from '../words/language.tsx';

/** Gives an act's title by its id; the id itself until the titles are there. */
export function useActTitle(): (id: string) => string {
  const { lang } = useLanguage();
  const { data } = useActs({});
  return id => data?.items.find(act => act.id === id)?.title[lang] ?? id;
}
