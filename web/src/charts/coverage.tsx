import { useMemo } from 'react';
import { coverageLow, drawCoverage } from '../../../src/common/charts/coverage-chart.ts';
import type { Coverage } from '../api/types.ts';
import { Chart } from '../layout/chart.tsx';
import { useLanguage } from '../words/language.tsx';

/** What one office sees of each corridor, as a point in its interval. */
export function CoverageChart({ office, rows }: { office: string; rows: readonly Coverage[] }) {
  const { lang } = useLanguage();
  const measured = rows.filter(({ coverage }) => coverage !== null);
  const svg = useMemo(
    () => (measured.length === 0 ? '' : drawCoverage(office, measured, { low: coverageLow(measured), lang })),
    [office, measured, lang],
  );
  const table = [
    ['side', 'origin', 'destination', 'coverage', 'low95', 'high95'],
    ...measured.map(({ side, origin, destination, coverage, low95, high95 }) => [
      side,
      origin,
      destination,
      coverage,
      low95,
      high95,
    ]),
  ];
  return svg === '' ? null : (
    <Chart svg={svg} name={`saldo-coverage-${office}`} rows={table} source="/api/vintages/latest/coverage" />
  );
}
