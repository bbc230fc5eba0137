import * as Plot from '@observablehq/plot';
import { useMemo } from 'react';
import { paint } from '../../../src/common/charts/palette.ts';
import { drawSvg } from '../../../src/common/charts/svg.ts';
import { roundTicks, yearTicks } from '../../../src/common/charts/ticks.ts';
import { formatCount } from '../../../src/common/wording/numbers.ts';
import type { Overview } from '../api/types.ts';
import { Chart } from '../layout/chart.tsx';
import { NARROW as PHONE, useMatches } from '../layout/matches.ts';
import { useLanguage } from '../words/language.tsx';

const WIDE = { width: 900, height: 260, right: 190, years: 12 };
const NARROW = { width: 400, height: 240, right: 165, years: 4 };

/** The flows between the states that sent slips, together, year by year: what the offices reported, thin, and the united count, solid. */
export function Trend({
  years,
  source,
  vintage,
}: {
  years: Overview['between_offices']['by_year'];
  source: string;
  vintage: number;
}) {
  const { words, lang } = useLanguage();
  const form = useMatches(PHONE) ? NARROW : WIDE;
  const svg = useMemo(() => {
    const highest = Math.max(
      1,
      ...years.flatMap(each => [each.united, each.arrivals_reported, each.departures_reported]),
    );
    const [first = 0, last = 0] = [years[0]?.year, years.at(-1)?.year];
    const ticks = roundTicks(0, highest, 4);
    const lines = [
      { figure: 'arrivals_reported', colour: 'destination', label: words.arrivalsReported },
      { figure: 'departures_reported', colour: 'origin', label: words.departuresReported },
      { figure: 'united', colour: 'united', label: words.united },
    ] as const;
    const end = years.at(-1);
    const placed = lines.map(each => ({ ...each, at: end?.[each.figure] ?? 0 })).toSorted((a, b) => a.at - b.at);
    const gap = (highest * 17) / (form.height - 50);
    let floor = Number.NEGATIVE_INFINITY;
    const labels = placed.map(each => {
      floor = Math.max(each.at, floor + gap);
      return { ...each, at: floor };
    });
    return drawSvg(
      {
        width: form.width,
        height: form.height,
        marginLeft: 48,
        marginRight: form.right,
        x: { type: 'linear', domain: [first, Math.max(last, first + 1)] },
        y: { domain: [0, Math.max(highest, ...labels.map(({ at }) => at))] },
        marks: [
          Plot.gridY(ticks, { stroke: paint('rule'), strokeOpacity: 1 }),
          Plot.axisY({ ticks: [...ticks], tickSize: 0, tickFormat: formatCount, fill: paint('quiet'), label: null }),
          Plot.axisX({
            ticks: [...yearTicks(first, last, form.years)],
            tickSize: 4,
            tickFormat: String,
            fill: paint('quiet'),
            label: null,
          }),
          ...lines.flatMap(({ figure, colour }) => [
            Plot.line(years, {
              x: 'year',
              y: figure,
              stroke: paint(colour),
              strokeWidth: figure === 'united' ? 2.6 : 1.1,
            }),
            ...(figure === 'united'
              ? []
              : [
                  Plot.dot(years, {
                    x: 'year',
                    y: figure,
                    stroke: paint(colour),
                    r: 2.3,
                    fill: figure === 'arrivals_reported' ? paint(colour) : paint('paper'),
                  }),
                ]),
          ]),
          ...labels.map(({ colour, label, at }) =>
            Plot.text([{}], {
              x: last,
              y: at,
              text: () => label,
              dx: 8,
              textAnchor: 'start',
              fill: paint(colour),
              fontWeight: colour === 'united' ? 'bold' : 'normal',
            }),
          ),
        ],
      },
      words.overview.trend,
    );
  }, [years, words, form]);
  const rows = [
    ['year', 'united', 'arrivals_reported', 'departures_reported'],
    ...years.map(each => [each.year, each.united, each.arrivals_reported, each.departures_reported]),
  ];
  return (
    <Chart
      key={lang}
      svg={svg}
      name="saldo-years"
      rows={rows}
      caption={`${words.corridor.linesNote} ${words.source(vintage)}.`}
      source={source}
    />
  );
}
