import * as Plot from '@observablehq/plot';
import { paint } from '../../../common/charts/palette.ts';
import { drawSvg } from '../../../common/charts/svg.ts';
import type { ProfileFit } from '../indicators/rogers-castro.ts';

/** The observed profile as points over the fitted curve in its band. */
export function drawAgeProfile({ points }: ProfileFit, title: string): string {
  const top = Math.max(...points.flatMap(({ observed, high95 }) => [observed, high95]));
  const bottom = Math.min(0, ...points.map(({ low95 }) => low95));
  return drawSvg(
    {
      ...{ width: 460, height: 240, marginTop: 10, marginBottom: 26, marginLeft: 52, marginRight: 12 },
      x: { type: 'linear', domain: [0, Math.max(...points.map(({ age }) => age))] },
      y: { type: 'linear', domain: [bottom, top * 1.04] },
      marks: [
        Plot.gridY({ ticks: 5, stroke: paint('rule'), strokeOpacity: 1 }),
        Plot.axisY({ ticks: 5, tickSize: 0, fill: paint('quiet'), label: null }),
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
