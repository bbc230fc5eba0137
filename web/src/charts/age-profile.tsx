import { useMemo } from 'react';
import { drawAgeProfile } from '../../../src/common/charts/age-chart.ts';
import { studyWords } from '../../../src/common/wording/study-words.ts';
import type { AgeProfile } from '../api/types.ts';
import { Chart } from '../layout/chart.tsx';
import { NARROW, useMatches } from '../layout/matches.ts';
import { useLanguage } from '../words/language.tsx';

const PAGE_WIDTH = 480;
const PHONE_WIDTH = 330;

/** The observed ages and the fitted curve in its band. */
export function AgePicture({ found: { points }, source }: { found: AgeProfile; source: string | undefined }) {
  const { lang } = useLanguage();
  const { age } = studyWords(lang);
  const width = useMatches(NARROW) ? PHONE_WIDTH : PAGE_WIDTH;
  const svg = useMemo(() => drawAgeProfile(points, { title: age.question, lang, width }), [points, age, lang, width]);
  const rows = [
    ['age', 'observed', 'fitted', 'low95', 'high95'],
    ...points.map(({ age: middle, observed, fitted, low95, high95 }) => [middle, observed, fitted, low95, high95]),
  ];
  return <Chart {...{ svg, rows, source }} name="saldo-age-profile" caption={age.note} narrow />;
}
