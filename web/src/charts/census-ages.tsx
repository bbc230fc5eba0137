import { useMemo } from 'react';
import { addedSteps, drawCensusAges } from '../../../src/common/charts/census-ages-chart.ts';
import { hiddenWords } from '../../../src/common/wording/hidden-words.ts';
import type { CensusResidual } from '../api/types.ts';
import { Chart } from '../layout/chart.tsx';
import { NARROW, useMatches } from '../layout/matches.ts';
import { useLanguage } from '../words/language.tsx';

const PAGE_WIDTH = 440;
const PHONE_WIDTH = 330;

/** Net migration between censuses by sex and age, all steps together. */
export function CensusAges({ found, source }: { found: CensusResidual; source: string | undefined }) {
  const { lang } = useLanguage();
  const { census } = hiddenWords(lang);
  const width = useMatches(NARROW) ? PHONE_WIDTH : PAGE_WIDTH;
  const svg = useMemo(() => {
    const drawn = found.rows.map(({ sex, age, net }) => ({ sex, net, age: age.replace('-', '–') }));
    return drawCensusAges(addedSteps(drawn), census.byAge, width);
  }, [found, census, width]);
  const rows = [
    ['sex', 'first_year', 'year', 'age', 'net', 'low', 'high', 'kind'],
    ...found.rows.map(({ sex, first_year: first, year, age, net: { value, low, high } }) => [
      ...[sex, first, year, age, value, low, high, 'modelled'],
    ]),
  ];
  return <Chart {...{ svg, rows, source }} name="saldo-census-ages" caption={census.agesNote} narrow />;
}
