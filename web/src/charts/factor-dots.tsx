import { useMemo } from 'react';
import { drawFactors, type FactorFigures } from '../../../src/common/charts/factors-chart.ts';
import { Chart } from '../layout/chart.tsx';
import { NARROW, useMatches } from '../layout/matches.ts';
import { useLanguage } from '../words/language.tsx';

const PAGE_WIDTH = 460;
const PHONE_WIDTH = 340;

/** What each office's arrivals, or departures, are multiplied by: points with their intervals. */
export function FactorDots({ factors, source }: { factors: readonly FactorFigures[]; source: string | undefined }) {
  const { words, lang } = useLanguage();
  const side = factors[0]?.side ?? 'arrivals';
  const title = words.reconcile.sides[side];
  const width = useMatches(NARROW) ? PHONE_WIDTH : PAGE_WIDTH;
  const svg = useMemo(() => drawFactors(factors, title, lang, width), [factors, title, lang, width]);
  const rows = [
    ['office', 'side', 'factor', 'low95', 'high95'],
    ...factors.map(each => [each.office, each.side, each.factor, each.low95, each.high95]),
  ];
  return (
    <Chart
      svg={svg}
      title={title}
      name={`saldo-factors-${side}`}
      rows={rows}
      caption={words.reconcile.dotsNote}
      source={source}
    />
  );
}
