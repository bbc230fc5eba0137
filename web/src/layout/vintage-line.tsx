import type { Vintage } from '../api/types.ts';
import { useLanguage } from '../words/language.tsx';

/** Whose numbers a page shows: simulated or not, rounded or exact, of which run. */
export function VintageLine({ vintage }: { vintage: Vintage }) {
  const { words, lang } = useLanguage();
  const published = new Date(vintage.published_at).toLocaleDateString(lang, { dateStyle: 'long' });
  return (
    <p className="simulated">
      {vintage.simulated && <b>{words.simulated} </b>}
      <span className="quiet">
        {vintage.label ?? words.vintage(vintage.id)}, {published}
        {vintage.rounded_to !== null && ` · ${words.rounded(vintage.rounded_to)}`}
      </span>
    </p>
  );
}
