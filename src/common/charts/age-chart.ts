import * as Plot from '@observablehq/plot';
import type { Language } from '../language.ts';
import { formatDecimal } from '../wording/numbers.ts';
import { paint } from './palette.ts';
import { drawSvg } from './svg.ts';

/** Rate, or share of all migrants, a year of age: as observed, and by a model with its 95 % interval. */
export interface AgePoint {
  age: number;
  observed: number;
  fitted: number;
  low95: number;
  high95: number;
}

const WIDTH = 460;

/** The observed profile as points over the fitted curve in its band. */
export function drawAgeProfile(
  points: readonly AgePoint[],
  { title, lang, width = WIDTH }: { title: string; lang: Language; width?: number },
): string {
  const digits = (step: number) => Math.max(0, -Math.floor(Math.log10(step)));
  const top = Math.max(...points.flatMap(({ observed, high95 }) => [observed, high95]));
  return drawSvg(
    {
      ...{ width, height: 240, marginTop: 10, marginBottom: 26, marginLeft: 52, marginRight: 12 },
      x: { type: 'linear', domain: [0, Math.max(...points.map(({ age }) => age))] },
      y: { type: 'linear', domain: [0, top * 1.04] },
      marks: [
        Plot.gridY({ ticks: 5, stroke: paint('rule'), strokeOpacity: 1 }),
        Plot.axisY({
          ...{ ticks: 5, tickSize: 0, fill: paint('quiet'), label: null },
          tickFormat: (tick: number) => formatDecimal(tick, digits(top / 5), lang),
        }),
        Plot.axisX({ ticks: 8, tickSize: 4, fill: paint('quiet'), label: null }),
        Plot.areaY(points, { x: 'age', y1: 'low95', y2: 'high95', fill: paint('modelled'), fillOpacity: 0.25 }),
        Plot.line(points, {
          ...{ x: 'age', y: 'fitted', stroke: paint('modelled'), strokeWidth: 1.6 },
          strokeDasharray: '4 3',
        }),
        Plot.dot(points, { x: 'age', y: 'observed', r: 2.2, stroke: paint('ink'), fill: paint('paper') }),
      ],
    },
    title,
  );
}
