import * as Plot from '@observablehq/plot';
import type { Language } from '../language.ts';
import { stateName } from '../states.ts';
import { formatDecimal } from '../wording/numbers.ts';
import { paint } from './palette.ts';
import { drawSvg } from './svg.ts';

/** What a side of an office is multiplied by, with its 95 % interval. */
export interface FactorFigures {
  office: string;
  side: 'arrivals' | 'departures';
  factor: number;
  low95: number;
  high95: number;
}

const ROW = 19;
const WIDTH = 460;
const TICKS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** Factors of one side as points with their intervals, one row an office, on a logarithmic scale with 1 as its line. */
export function drawFactors(factors: readonly FactorFigures[], title: string, lang: Language, width = WIDTH): string {
  const rows = factors
    .map(each => ({ ...each, name: stateName(each.office, lang) }))
    .sort((a, b) => a.factor - b.factor);
  const colour = factors[0]?.side === 'departures' ? paint('origin') : paint('destination');
  const [low, high] = [
    Math.min(0.5, ...rows.map(({ low95 }) => low95)),
    Math.max(2, ...rows.map(({ high95 }) => high95)),
  ];
  const ticks = TICKS.filter(tick => tick >= low * 0.99 && tick <= high * 1.01);
  const longest = Math.max(1, ...rows.map(({ name }) => name.length));
  return drawSvg(
    {
      width,
      height: 34 + ROW * rows.length,
      marginTop: 6,
      marginBottom: 26,
      marginLeft: 12 + Math.ceil(7.7 * longest),
      marginRight: 16,
      x: { type: 'log', domain: [low, high] },
      y: { type: 'band', domain: rows.map(({ name }) => name) },
      marks: [
        Plot.gridX(ticks, { stroke: paint('rule'), strokeOpacity: 1 }),
        Plot.ruleX([1], { stroke: paint('quiet') }),
        Plot.axisX({
          ticks,
          tickSize: 4,
          tickFormat: (tick: number) => formatDecimal(tick, tick < 1 ? 2 : 0, lang),
          fill: paint('quiet'),
          label: null,
        }),
        Plot.axisY({ tickSize: 0, fill: paint('ink'), label: null }),
        Plot.ruleY(rows, {
          y: 'name',
          x1: 'low95',
          x2: 'high95',
          stroke: paint('modelled'),
          strokeWidth: 4,
          strokeOpacity: 0.4,
        }),
        Plot.dot(rows, { y: 'name', x: 'factor', r: 3, fill: colour, stroke: colour }),
      ],
    },
    title,
  );
}
