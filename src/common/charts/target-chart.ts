import * as Plot from '@observablehq/plot';
import type { Range } from '../range.ts';
import { formatCount } from '../wording/numbers.ts';
import { LINES_HEIGHT, LINES_WIDTH, placeEndLabels } from './lines-layout.ts';
import { type Colour, paint } from './palette.ts';
import { drawSvg, svgElement } from './svg.ts';
import { roundTicks } from './ticks.ts';

/** Net migration added up year by year, by one way of counting. */
export interface TargetLine {
  by: 'own_office' | 'other_offices' | 'arrival_place' | 'united' | 'estimate';
  label: string;
  years: readonly { year: number; cumulative: Range }[];
}

const COLOURS: Readonly<Record<TargetLine['by'], Colour>> = {
  own_office: 'origin',
  other_offices: 'destination',
  arrival_place: 'ink',
  united: 'united',
  estimate: 'modelled',
};

interface TargetFrame {
  title: string;
  /** Added up, year by year. */
  plan: readonly { year: number; planned: number }[];
  planLabel: string;
  /** Pixels; a phone has fewer than a page. */
  width?: number;
}

/** The plan as a straight line to its end, what happened added up, the estimate dashed in its band. */
export function drawTargets(
  lines: readonly TargetLine[],
  { title, plan, planLabel, width = LINES_WIDTH + 60 }: TargetFrame,
): string {
  const first = (plan[0]?.year ?? 0) - 1;
  const last = plan.at(-1)?.year ?? 0;
  const end = plan.at(-1)?.planned ?? 0;
  const levels = [
    0,
    ...plan.map(({ planned }) => planned),
    ...lines.flatMap(({ years }) => years.flatMap(({ cumulative: { low, value, high } }) => [low, value, high])),
  ];
  const [low, high] = [Math.min(...levels) * 1.04, Math.max(1, ...levels) * 1.04];
  const ticks = roundTicks(low, high, 6);
  const labels = [...lines.map(({ label }) => label), planLabel];
  const marginLeft = 16 + 7 * Math.max(...ticks.map(tick => formatCount(tick).length));
  return drawSvg(
    {
      ...{ width, height: LINES_HEIGHT, marginTop: 14, marginBottom: 26, marginLeft },
      marginRight: 16 + Math.ceil(7.4 * Math.max(...labels.map(label => label.length))),
      x: { type: 'linear', domain: [first, last] },
      y: { type: 'linear', domain: [low, high] },
      marks: [
        Plot.gridY(ticks, { stroke: paint('rule'), strokeOpacity: 1 }),
        Plot.axisY({ ticks, tickSize: 0, tickFormat: formatCount, fill: paint('quiet'), label: null }),
        Plot.axisX({
          ...{
            ticks: plan.map(({ year }) => year),
            tickSize: 4,
            tickFormat: String,
            fill: paint('quiet'),
            label: null,
          },
        }),
        Plot.ruleY([0], { stroke: paint('quiet'), strokeWidth: 0.8 }),
        Plot.line([{ year: first, planned: 0 }, ...plan], {
          ...{ x: 'year', y: 'planned', stroke: paint('quiet'), strokeWidth: 3, strokeOpacity: 0.55 },
        }),
        ...lines.flatMap(line => lineMarks(line, first)),
        endLabels([...lines.map(endOf), { text: planLabel, value: end, colour: 'quiet' }], [low, high]),
      ],
    },
    title,
  );
}

function lineMarks({ by, years }: TargetLine, first: number): Plot.Markish[] {
  const stroke = paint(COLOURS[by]);
  const rows = [
    { year: first, low: 0, value: 0, high: 0 },
    ...years.map(({ year, cumulative }) => ({ year, ...cumulative })),
  ];
  const band = Plot.areaY(rows, { x: 'year', y1: 'low', y2: 'high', fill: paint('modelled'), fillOpacity: 0.22 });
  const banded = rows.some(({ low, high }) => low < high) ? [band] : [];
  if (by === 'estimate')
    return [...banded, Plot.line(rows, { x: 'year', y: 'value', stroke, strokeWidth: 1.6, strokeDasharray: '4 3' })];
  if (by === 'united') return [...banded, Plot.line(rows, { x: 'year', y: 'value', stroke, strokeWidth: 2.6 })];
  return [
    ...banded,
    Plot.line(rows, { x: 'year', y: 'value', stroke, strokeWidth: 1.1 }),
    Plot.dot(rows.slice(1), {
      x: 'year',
      y: 'value',
      r: 2.5,
      stroke,
      fill: by === 'own_office' ? paint('paper') : stroke,
    }),
  ];
}

interface End {
  text: string;
  value: number;
  colour: Colour;
}

function endOf({ by, label, years }: TargetLine): End {
  return { text: label, value: years.at(-1)?.cumulative.value ?? 0, colour: COLOURS[by] };
}

function endLabels(ends: readonly End[], [low, high]: readonly [number, number]): Plot.RenderFunction {
  // The labels are placed on a scale from zero: the values are moved by what the axis begins with.
  const placed = placeEndLabels(
    ends.map(({ text, value }) => ({ text, value: value - low })),
    high - low,
  );
  return (_index, _scales, _values, dimensions, { document }) => {
    const left = dimensions.width - dimensions.marginRight + 8;
    const texts = placed.map(({ text, top }) => {
      const colour = ends.find(each => each.text === text)?.colour ?? 'quiet';
      return svgElement(document, 'text', { x: left, y: top + 11, fill: paint(colour) }, text);
    });
    return svgElement(document, 'g', { 'text-anchor': 'start' }, texts);
  };
}
