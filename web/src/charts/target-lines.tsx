import { useMemo } from 'react';
import { drawTargets } from '../../../src/common/charts/target-chart.ts';
import { studyWords } from '../../../src/common/wording/study-words.ts';
import type { TargetTrack } from '../api/types.ts';
import { Chart } from '../layout/chart.tsx';
import { NARROW, useMatches } from '../layout/matches.ts';
import { useLanguage } from '../words/language.tsx';

const PAGE_WIDTH = 480;
const PHONE_WIDTH = 330;

/** The plan and what happened, added up year by year. */
export function TargetLines({ track, source }: { track: TargetTrack; source: string | undefined }) {
  const { lang } = useLanguage();
  const { targets } = studyWords(lang);
  const { plan, series } = track;
  const title = plan.title[lang];
  const width = useMatches(NARROW) ? PHONE_WIDTH : PAGE_WIDTH;
  const svg = useMemo(() => {
    const lines = series.map(({ by, years }) => ({ by, years, label: targets.shortSeries[by] }));
    const planned = plan.years.map(({ year }, at) => ({
      year,
      planned: plan.years.slice(0, at + 1).reduce((sum, { balance }) => sum + balance, 0),
    }));
    return drawTargets(lines, { title, plan: planned, planLabel: targets.plan, width });
  }, [plan, series, title, targets, width]);
  const rows = [
    ['by', 'year', 'balance', 'low', 'high', 'cumulative', 'planned', 'gap', 'kind'],
    ...series.flatMap(({ by, years }) =>
      years.map(({ year, balance, cumulative, planned, gap, kind }) => [
        ...[by, year, balance.value, balance.low, balance.high, cumulative.value, planned, gap, kind],
      ]),
    ),
  ];
  return <Chart {...{ svg, title, rows, source }} name="saldo-targets" caption={targets.chartNote} narrow />;
}
