import { useMemo } from 'react';
import { coverageLow, drawCoverage } from '../../../src/common/charts/coverage-chart.ts';
import { officeName } from '../../../src/common/wording/offices.ts';
import type { Coverage } from '../api/types.ts';
import { Chart } from '../layout/chart.tsx';
import { useLanguage } from '../words/language.tsx';

/** What one office sees of each corridor, as a point in its interval; `all` are the rows of every office, which share one scale. */
export function CoverageChart({
  office,
  all,
  source,
  vintage,
}: {
  office: string;
  all: readonly Coverage[];
  source: string;
  vintage: number;
}) {
  const { words, lang } = useLanguage();
  const measured = useMemo(
    () =>
      all
        .filter(row => row.office === office && row.coverage !== null)
        .toSorted((a, b) => a.side.localeCompare(b.side) || b.other - a.other),
    [all, office],
  );
  const svg = useMemo(
    () => (measured.length === 0 ? '' : drawCoverage(office, measured, { low: coverageLow(all), lang })),
    [office, measured, all, lang],
  );
  if (svg === '') return <p className="empty sans">{words.offices.unmeasured}</p>;
  const rows = [
    ['office', 'side', 'origin', 'destination', 'coverage', 'low95', 'high95'],
    ...measured.map(row => [
      ...[row.office, row.side, row.origin, row.destination],
      ...[row.coverage, row.low95, row.high95],
    ]),
  ];
  return (
    <Chart
      narrow
      svg={svg}
      title={officeName(office, lang)}
      name={`saldo-coverage-${office}`}
      rows={rows}
      caption={`${words.offices.coverageNote} ${words.source(vintage)}.`}
      source={source}
    />
  );
}
