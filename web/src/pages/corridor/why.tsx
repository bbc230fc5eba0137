import { lazy, Suspense, useState } from 'react';
import type { Corridor, Vintage } from '../../api/types.ts';
import type { ChosenCause } from '../../charts/corridor-charts.tsx';
import { Loading } from '../../layout/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { CausesTable } from './causes-table.tsx';
import { Histories } from './histories.tsx';

const Waterfall = lazy(() =>
  import('../../charts/corridor-charts.tsx').then(({ Waterfall }) => ({ default: Waterfall })),
);

/** The gap of the two offices, cause by cause, of one year or all; and behind a cause examples of what happened. */
export function Why({ corridor, vintage, source }: { corridor: Corridor; vintage: Vintage; source: string }) {
  const { words } = useLanguage();
  const [chosen, choose] = useState<ChosenCause>();
  const [year, setYear] = useState<number | null>(null);
  if (corridor.years.length === 0) return null;
  return (
    <section>
      <h2>{words.corridor.why}</h2>
      <div className="chart-and-more">
        <div>
          <form>
            <label>
              {words.year}
              <select
                value={year ?? ''}
                onChange={({ target: { value } }) => setYear(value === '' ? null : Number(value))}
              >
                <option value="">{words.allYears}</option>
                {corridor.years.map(each => (
                  <option key={each.year}>{each.year}</option>
                ))}
              </select>
            </label>
          </form>
          <Suspense fallback={<Loading tall />}>
            <Waterfall {...{ corridor, year, chosen, choose, source }} vintage={vintage.id} />
          </Suspense>
        </div>
        <Histories {...{ vintage, corridor, chosen, year }} />
      </div>
      <h3>{words.corridor.causes}</h3>
      <CausesTable {...{ corridor, vintage, chosen, choose }} />
    </section>
  );
}
