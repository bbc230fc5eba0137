import { useMemo } from 'react';
import { drawEffectiveness } from '../../../src/common/charts/effectiveness-chart.ts';
import { stateName } from '../../../src/common/states.ts';
import { studyWords } from '../../../src/common/wording/study-words.ts';
import type { FlowIndicators } from '../api/types.ts';
import { Chart } from '../layout/chart.tsx';
import { NARROW, useMatches } from '../layout/matches.ts';
import { useLanguage } from '../words/language.tsx';

const PAGE_WIDTH = 480;
const PHONE_WIDTH = 330;

/** How one-sidedly each state exchanges people, of one year. */
export function Effectiveness({
  states,
  title,
  source,
}: {
  states: FlowIndicators['states'];
  title: string;
  source: string | undefined;
}) {
  const { lang } = useLanguage();
  const { indicators } = studyWords(lang);
  const width = useMatches(NARROW) ? PHONE_WIDTH : PAGE_WIDTH;
  const svg = useMemo(() => {
    const known = states.flatMap(({ state, effectiveness }) =>
      effectiveness === null ? [] : [{ name: stateName(state, lang), effectiveness }],
    );
    return drawEffectiveness(known, title, width);
  }, [states, title, lang, width]);
  const rows = [
    ['state', 'first_year', 'year', 'arrivals', 'departures', 'net', 'turnover', 'effectiveness', 'kind'],
    ...states.map(each => [
      ...[each.state, each.first_year, each.year, each.arrivals, each.departures],
      ...[each.net, each.turnover, each.effectiveness, 'reported'],
    ]),
  ];
  return <Chart {...{ svg, rows, source, title }} name="saldo-effectiveness" caption={indicators.chartNote} narrow />;
}
