import * as Plot from '@observablehq/plot';
import { plus, type Range } from '../range.ts';
import { formatSigned } from '../wording/numbers.ts';
import { paint } from './palette.ts';
import { drawSvg } from './svg.ts';
import { roundTicks } from './ticks.ts';

/** Net migration of a sex and age between censuses. Modelled. */
export interface AgeResidual {
  sex: 'M' | 'F' | 'T';
  /** As it is shown; ages come from the youngest. */
  age: string;
  net: Range;
}

/** Rows of the same sex and age of one step after another, added up; ages stay in their order. */
export function addedSteps(rows: readonly AgeResidual[]): AgeResidual[] {
  const sums = new Map<string, AgeResidual>();
  for (const { sex, age, net } of rows) {
    const before = sums.get(`${sex} ${age}`);
    sums.set(`${sex} ${age}`, { sex, age, net: before === undefined ? net : plus(before.net, net) });
  }
  return [...sums.values()];
}

const ROW = 20;
const WIDTH = 440;

/** Net migration by age with its range, the youngest below: a full point for men or both sexes, a hollow one for women. */
export function drawCensusAges(rows: readonly AgeResidual[], title: string, width = WIDTH): string {
  const ages = [...new Set(rows.map(({ age }) => age))].reverse();
  const [low, high] = [Math.min(0, ...rows.map(({ net }) => net.low)), Math.max(1, ...rows.map(({ net }) => net.high))];
  const room = (high - low) * 0.03;
  const ticks = roundTicks(low, high, width / (formatSigned(low).length * 6.9 + 24));
  const isPaired = new Set(rows.map(({ sex }) => sex)).size > 1;
  const marksOf = (sex: AgeResidual['sex']) => {
    const shown = rows.filter(row => row.sex === sex).map(({ age, net }) => ({ age, ...net }));
    const at = { y: 'age', dy: isPaired ? (sex === 'F' ? 4 : -4) : 0 } as const;
    const line = { stroke: paint('modelled'), strokeWidth: 5, strokeOpacity: sex === 'F' ? 0.25 : 0.45 };
    return [
      Plot.ruleY(shown, { ...at, ...line, x1: 'low', x2: 'high' }),
      Plot.dot(shown, {
        ...{ ...at, x: 'value', r: 3, stroke: paint('modelled'), strokeWidth: 1.4 },
        fill: sex === 'F' ? paint('paper') : paint('modelled'),
      }),
    ];
  };
  return drawSvg(
    {
      ...{ width, height: 34 + ROW * ages.length, marginTop: 6, marginBottom: 26, marginRight: 16 },
      marginLeft: 12 + Math.ceil(7.7 * Math.max(1, ...ages.map(age => age.length))),
      x: { type: 'linear', domain: [low - room, high + room] },
      y: { type: 'band', domain: ages },
      marks: [
        Plot.gridX(ticks, { stroke: paint('rule'), strokeOpacity: 1 }),
        Plot.ruleX([0], { stroke: paint('quiet') }),
        Plot.axisX(ticks, { tickSize: 0, tickFormat: formatSigned, fill: paint('quiet'), label: null }),
        Plot.axisY({ tickSize: 0, fill: paint('ink'), label: null }),
        ...(['T', 'M', 'F'] as const).flatMap(marksOf),
      ],
    },
    title,
  );
}
