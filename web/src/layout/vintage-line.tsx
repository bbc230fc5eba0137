import { Link, useNavigate } from '@tanstack/react-router';
import type { Language } from '../../../src/common/language.ts';
import { vintageLabel } from '../../../src/common/wording/vintage-label.ts';
import { useVintages } from '../api/queries.ts';
import type { Vintage } from '../api/types.ts';
import { useLanguage } from '../words/language.tsx';
import { formatDay } from '../words/moments.ts';
import { TermWord } from './term.tsx';

/** Whose numbers a page shows: simulated or not, rounded or exact, of which vintage; another one may be chosen. */
export function VintageLine({ vintage, fixed = false }: { vintage: Vintage; fixed?: boolean }) {
  const { words, lang } = useLanguage();
  return (
    <p className="simulated">
      {vintage.simulated && <b>{words.simulated} </b>}
      <span className="quiet">
        <TermWord term="vintage">{words.vintageWord}</TermWord>{' '}
        {fixed ? nameOf(vintage, lang) : <ChosenVintage vintage={vintage} />}, {formatDay(vintage.published_at, lang)}
        {' · '}
        {words.stay(vintage.parameters.threshold)}
        {vintage.rounded_to !== null && ` · ${words.rounded(vintage.rounded_to)}`} ·{' '}
        <Link to="/method">{words.howMade}</Link>
      </span>
    </p>
  );
}

function nameOf({ id, label }: Vintage, lang: Language): string {
  return label === null ? String(id) : `${id}: ${vintageLabel(label, lang)}`;
}

function ChosenVintage({ vintage }: { vintage: Vintage }) {
  const { words, lang } = useLanguage();
  const navigate = useNavigate();
  const { data } = useVintages();
  const vintages = data?.items ?? [];
  if (vintages.length < 2) return <>{nameOf(vintage, lang)}</>;
  return (
    <select
      className="inline"
      aria-label={words.vintageWord}
      value={vintage.id}
      onChange={event =>
        navigate({ to: '.', search: before => ({ ...before, vintage: Number(event.target.value) }), replace: true })
      }
    >
      {vintages.map(each => (
        <option key={each.id} value={each.id}>
          {nameOf(each, lang)}, {words.stay(each.parameters.threshold)}
        </option>
      ))}
    </select>
  );
}
