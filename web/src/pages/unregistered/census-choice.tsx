import { hiddenWords } from '../../../../src/common/wording/hidden-words.ts';
import { formatShare } from '../../../../src/common/wording/numbers.ts';
import { useLanguage } from '../../words/language.tsx';

/** Which table is counted by which method, and by how much censuses and mortality may be off, as shares. */
export interface Choice {
  table: 'by-age' | 'by-cohort' | 'own';
  method: 'auto' | 'survival' | 'cohort' | 'stock' | 'time' | 'totals';
  censusError: number;
  mortalityError: number;
}

export const FIRST_CHOICE: Choice = { table: 'by-age', method: 'auto', censusError: 0.005, mortalityError: 0.02 };

const METHODS = ['auto', 'survival', 'cohort', 'stock', 'time', 'totals'] as const;
const CENSUS_ERRORS = [0, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.05];
const MORTALITY_ERRORS = [0, 0.01, 0.02, 0.05, 0.1, 0.2];

export function CensusChoice({
  choice,
  change,
  hasOwn,
}: {
  choice: Choice;
  change: (choice: Choice) => void;
  hasOwn: boolean;
}) {
  const { lang } = useLanguage();
  const { census } = hiddenWords(lang);
  const tables: readonly Choice['table'][] = hasOwn ? ['by-age', 'by-cohort', 'own'] : ['by-age', 'by-cohort'];
  return (
    <form aria-label={census.choose} className="row">
      <label>
        {census.table}
        <select
          value={choice.table}
          onChange={({ target }) => change({ ...choice, table: target.value as Choice['table'], method: 'auto' })}
        >
          {tables.map(each => (
            <option key={each} value={each}>
              {census.tables[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {census.method}
        <select
          value={choice.method}
          onChange={({ target }) => change({ ...choice, method: target.value as Choice['method'] })}
        >
          {METHODS.map(each => (
            <option key={each} value={each}>
              {census.methods[each]}
            </option>
          ))}
        </select>
      </label>
      <ChooseShare
        label={census.censusError}
        shares={CENSUS_ERRORS}
        value={choice.censusError}
        change={censusError => change({ ...choice, censusError })}
      />
      <ChooseShare
        label={census.mortalityError}
        shares={MORTALITY_ERRORS}
        value={choice.mortalityError}
        change={mortalityError => change({ ...choice, mortalityError })}
      />
    </form>
  );
}

function ChooseShare({
  label,
  shares,
  value,
  change,
}: {
  label: string;
  shares: readonly number[];
  value: number;
  change: (share: number) => void;
}) {
  const { lang } = useLanguage();
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => change(Number(target.value))}>
        {shares.map(share => (
          <option key={share} value={share}>
            {formatShare(share, lang, share * 1000 === Math.round(share * 1000) ? 1 : 2)}
          </option>
        ))}
      </select>
    </label>
  );
}
