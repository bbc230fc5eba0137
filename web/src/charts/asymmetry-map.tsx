import { useMemo } from 'react';
import { drawAsymmetryMap } from '../../../src/common/charts/asymmetry-map.ts';
import { Chart } from '../layout/chart.tsx';
import { NARROW, useMatches } from '../layout/matches.ts';
import type { OfficeSides } from '../pages/compare/office-asymmetry.ts';
import { useLanguage } from '../words/language.tsx';

/** Whose office counts fewer than its partners and whose more, on the map. */
export function AsymmetryMap({
  offices,
  numeric,
  caption,
  source,
}: {
  offices: readonly OfficeSides[];
  numeric: ReadonlyMap<string, string>;
  caption: string;
  source: string | undefined;
}) {
  const { words, lang } = useLanguage();
  const narrow = useMatches(NARROW);
  const svg = useMemo(
    () =>
      drawAsymmetryMap(
        offices.map(({ office, index }) => ({ numeric: numeric.get(office) ?? '', index })),
        { narrow, lang, title: words.compare.mapTitle },
      ),
    [offices, numeric, narrow, lang, words],
  );
  const rows = [
    ['office', 'cells', 'own', 'others', 'asymmetry'],
    ...offices.map(({ office, cells, own, others, index }) => [office, cells, own, others, index]),
  ];
  return <Chart svg={svg} name="saldo-asymmetry" rows={rows} caption={caption} source={source} />;
}
