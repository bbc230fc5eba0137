import { lazy, Suspense, useMemo, useState } from 'react';
import { corridorTitle } from '../../../../src/common/charts/corridor-title.ts';
import { capital } from '../../../../src/common/wording/capital.ts';
import { formatCount, formatDecimal, formatYears } from '../../../../src/common/wording/numbers.ts';
import { officeName } from '../../../../src/common/wording/offices.ts';
import type { MirrorComparison } from '../../api/mirror.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { Loading } from '../../layout/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { YearSlider } from '../overview/year-slider.tsx';
import { type OfficeSides, officesByAsymmetry } from './office-asymmetry.ts';
import { shown } from './tables.tsx';

const AsymmetryMap = lazy(() =>
  import('../../charts/asymmetry-map.tsx').then(({ AsymmetryMap }) => ({ default: AsymmetryMap })),
);

const MOST_CORRIDORS = 12;

/** Whose office counts fewer than its partners: the map, the offices, and the directions that differ most. */
export function Asymmetry({ comparison, source }: { comparison: MirrorComparison; source: string | undefined }) {
  const { words, lang } = useLanguage();
  const [year, choose] = useState<number | null>(null);
  const years = useMemo(
    () =>
      [...new Set(comparison.corridors.filter(({ asymmetry }) => asymmetry !== null).map(each => each.year))].sort(),
    [comparison],
  );
  const corridors = useMemo(
    () => comparison.corridors.filter(each => each.asymmetry !== null && (year === null || each.year === year)),
    [comparison, year],
  );
  const offices = useMemo(() => officesByAsymmetry(corridors), [corridors]);
  const numeric = useMemo(
    () => new Map(comparison.states.map(({ state, numeric: code }) => [state, code])),
    [comparison],
  );
  const [fewest] = offices;
  const most = offices.at(-1);
  return (
    <section>
      <h2>{words.compare.asymmetryTitle}</h2>
      {fewest === undefined || most === undefined ? (
        <p>{words.compare.noBothSides}</p>
      ) : (
        <>
          <p className="answer">
            {words.compare.asymmetryAnswer({
              cells: corridors.length,
              fewest: officeName(fewest.office, lang),
              fewestShare: formatDecimal(fewest.own / fewest.others, 2, lang),
              most: officeName(most.office, lang),
              mostShare: formatDecimal(most.own / most.others, 2, lang),
            })}
          </p>
          <YearSlider years={years} year={year} choose={choose} />
          <div className="chart-and-more">
            <Suspense fallback={<Loading tall />}>
              <AsymmetryMap {...{ offices, numeric, source }} caption={words.compare.mapNote} />
            </Suspense>
            <OfficesTable offices={offices} />
          </div>
          <Farthest corridors={corridors} />
        </>
      )}
    </section>
  );
}

function OfficesTable({ offices }: { offices: readonly OfficeSides[] }) {
  const { words, lang } = useLanguage();
  return (
    <Scrolled label={words.compare.mapTitle}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="text">
              {words.offices.office}
            </th>
            {[words.compare.own, words.compare.others].map(head => (
              <th key={head} scope="col">
                {head}
                <span className="kind">{words.reported}</span>
              </th>
            ))}
            <th scope="col">{words.compare.officeIndex}</th>
          </tr>
        </thead>
        <tbody>
          {offices.map(({ office, own, others, index }) => (
            <tr key={office}>
              <th scope="row" className="text">
                {capital(officeName(office, lang))}
              </th>
              <td>{formatCount(own)}</td>
              <td>{formatCount(others)}</td>
              <td>
                {index > 0 && '+'}
                {formatDecimal(index, 2, lang)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Farthest({ corridors }: { corridors: MirrorComparison['corridors'] }) {
  const { words, lang } = useLanguage();
  const rows = corridors
    .toSorted((one, other) => Math.abs(other.gap ?? 0) - Math.abs(one.gap ?? 0))
    .slice(0, MOST_CORRIDORS);
  return (
    <>
      <h3>{words.compare.farthest}</h3>
      <Scrolled label={words.compare.farthest}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="text">
                {words.pages.corridor}
              </th>
              <th scope="col">{words.year}</th>
              {[words.arrivals, words.departures].map(head => (
                <th key={head} scope="col">
                  {head}
                  <span className="kind">{words.reported}</span>
                </th>
              ))}
              <th scope="col">{words.quality.index}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(each => (
              <tr key={`${each.origin}${each.destination}${each.first_year}${each.year}`}>
                <th scope="row" className="text">
                  {corridorTitle(each, lang)}
                </th>
                <td>{formatYears(each.first_year, each.year)}</td>
                <td>{shown(each.arrivals, formatCount)}</td>
                <td>{shown(each.departures, formatCount)}</td>
                <td>{shown(each.asymmetry, value => formatDecimal(value, 2, lang))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </>
  );
}
