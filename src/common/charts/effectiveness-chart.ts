import * as Plot from '@observablehq/plot';
import { formatSigned } from '../wording/numbers.ts';
import { paint } from './palette.ts';
import { drawSvg } from './svg.ts';

const ROW = 19;
const WIDTH = 440;
const TICKS = [-100, -50, 0, 50, 100];

/** Effectiveness of states, −100 (all leave) to 100 (all come), the one that gains most above. Reported. */
export function drawEffectiveness(
  states: readonly { name: string; effectiveness: number }[],
  title: string,
  width = WIDTH,
): string {
  const rows = [...states].sort((a, b) => b.effectiveness - a.effectiveness);
  const colour = ({ effectiveness }: { effectiveness: number }) =>
    effectiveness < 0 ? paint('origin') : paint('destination');
  return drawSvg(
    {
      ...{ width, height: 34 + ROW * rows.length, marginTop: 6, marginBottom: 26, marginRight: 18 },
      marginLeft: 12 + Math.ceil(7.7 * Math.max(1, ...rows.map(({ name }) => name.length))),
      x: { type: 'linear', domain: [-100, 100] },
      y: { type: 'band', domain: rows.map(({ name }) => name) },
      marks: [
        Plot.gridX(TICKS, { stroke: paint('rule'), strokeOpacity: 1 }),
        Plot.ruleX([0], { stroke: paint('quiet') }),
        Plot.axisX(TICKS, { tickSize: 4, tickFormat: formatSigned, fill: paint('quiet'), label: null }),
        Plot.axisY({ tickSize: 0, fill: paint('ink'), label: null }),
        Plot.ruleY(rows, { y: 'name', x1: 0, x2: 'effectiveness', stroke: colour, strokeWidth: 2 }),
        Plot.dot(rows, { y: 'name', x: 'effectiveness', r: 3.5, fill: colour, stroke: colour }),
      ],
    },
    title,
  );
}
