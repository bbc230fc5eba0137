import * as Plot from '@observablehq/plot';
import { formatCount, formatYears } from '../wording/numbers.ts';
import { placeEndLabels } from './lines-layout.ts';
import { type Colour, paint } from './palette.ts';
import { drawSvg, svgElement } from './svg.ts';
import { roundTicks, yearTicks } from './ticks.ts';

/** One year of a corridor; null where an office, or the model, says nothing. */
export interface ChartYear {
  year: number;
  /** Of a period that ends with `year`. */
  firstYear?: number;
  departures: number | null;
  arrivals: number | null;
  estimate?: number | null;
  low95?: number | null;
  high95?: number | null;
}

export interface ReportedLabels {
  title: string;
  /** Who reports what; a line break where room is short. */
  departures: string;
  arrivals: string;
  estimate: string;
}

interface ReportedOptions {
  /** The largest value of all charts that share this one's scale. */
  highest?: number;
  /** Years in which an office's series changed its meaning. */
  breaks?: readonly number[];
}

const WIDTH = 400;
const HEIGHT = 236;

/**
 * A corridor's years: both offices' reports, thin with points, over the model's band and dashed line where there is one. A year or period
 * that stands alone has bars instead of lines.
 */
export function drawReported(
  years: readonly ChartYear[],
  labels: ReportedLabels,
  { highest = highestReported(years), breaks = [] }: ReportedOptions = {},
): string {
  const [only] = years;
  if (years.length === 1 && only !== undefined) return drawBars(only, labels, highest);
  const top = Math.max(highest, 1) * 1.04;
  const [first = 0, last = 0] = [years[0]?.year, years.at(-1)?.year];
  const ticks = roundTicks(0, top, 5);
  const longest = Math.max(
    ...[labels.departures, labels.arrivals].flatMap(text => text.split('\n')).map(line => line.length),
  );
  const banded = years.filter(({ low95, high95 }) => typeof low95 === 'number' && typeof high95 === 'number');
  return drawSvg(
    {
      width: WIDTH,
      height: HEIGHT,
      marginTop: 14,
      marginBottom: 26,
      marginLeft: 14 + 8 * String(ticks.at(-1) ?? 0).length,
      marginRight: 16 + Math.ceil(7.4 * longest),
      x: { type: 'linear', domain: [first, last] },
      y: { type: 'linear', domain: [0, top] },
      marks: [
        Plot.gridY(ticks, { stroke: paint('rule'), strokeOpacity: 1 }),
        Plot.axisY({ ticks, tickSize: 0, tickFormat: formatCount, fill: paint('quiet'), label: null }),
        Plot.axisX({
          ticks: yearTicks(first, last),
          tickSize: 4,
          tickFormat: (tick: number) => yearLabel(years, tick),
          fill: paint('quiet'),
          label: null,
        }),
        Plot.ruleX(
          breaks.filter(year => year > first && year <= last),
          { stroke: paint('quiet'), strokeDasharray: '2 3' },
        ),
        ...(banded.length > 1
          ? [
              Plot.areaY(banded, { x: 'year', y1: 'low95', y2: 'high95', fill: paint('modelled'), fillOpacity: 0.22 }),
              Plot.line(banded, {
                x: 'year',
                y: 'estimate',
                stroke: paint('modelled'),
                strokeWidth: 1.6,
                strokeDasharray: '4 3',
              }),
            ]
          : [
              Plot.ruleX(banded, {
                x: 'year',
                y1: 'low95',
                y2: 'high95',
                stroke: paint('modelled'),
                strokeWidth: 3,
                strokeOpacity: 0.4,
              }),
            ]),
        ...sideMarks(years, 'departures', 'origin'),
        ...sideMarks(years, 'arrivals', 'destination'),
        endLabels(years, labels, top),
      ],
    },
    labels.title,
  );
}

/** The largest figure of a corridor's years, the ends of intervals among them. */
export function highestReported(years: readonly ChartYear[]): number {
  return Math.max(
    0,
    ...years.flatMap(({ departures, arrivals, high95 }) => [departures, arrivals, high95 ?? 0].map(Number)),
  );
}

const BAR = 34;

function drawBars(only: ChartYear, labels: ReportedLabels, highest: number): string {
  const sides = [
    { side: 'departures', colour: 'origin' },
    { side: 'arrivals', colour: 'destination' },
  ] as const;
  const rows = sides.flatMap(({ side, colour }) => {
    const value = only[side];
    return value === null ? [] : [{ label: labels[side].replace('\n', ' '), value, colour }];
  });
  const { estimate = null, low95 = null, high95 = null } = only;
  const modelled =
    estimate === null || low95 === null || high95 === null ? [] : [{ label: labels.estimate, estimate, low95, high95 }];
  const names = [...rows, ...modelled].map(({ label }) => label);
  const beside = { y: 'label', textAnchor: 'start', dx: 6, fill: paint('ink') } as const;
  return drawSvg(
    {
      width: WIDTH,
      height: 18 + BAR * names.length,
      marginTop: 4,
      marginBottom: 14,
      marginLeft: 12 + Math.ceil(7.6 * Math.max(1, ...names.map(name => name.length))),
      marginRight: 76,
      x: { type: 'linear', domain: [0, Math.max(highest, 1)], axis: null },
      y: { type: 'band', domain: names, padding: 0.3 },
      marks: [
        Plot.axisY({ tickSize: 0, fill: paint('ink'), label: null }),
        Plot.barX(rows, {
          y: 'label',
          x: 'value',
          fill: row => paint(row.colour),
          fillOpacity: row => (row.colour === 'destination' ? 0.85 : 0.35),
          stroke: row => paint(row.colour),
        }),
        Plot.text(rows, { ...beside, x: 'value', text: row => formatCount(row.value) }),
        Plot.ruleY(modelled, {
          y: 'label',
          x1: 'low95',
          x2: 'high95',
          stroke: paint('modelled'),
          strokeWidth: 4,
          strokeOpacity: 0.4,
        }),
        Plot.dot(modelled, { y: 'label', x: 'estimate', fill: paint('modelled') }),
        Plot.text(modelled, { ...beside, x: 'high95', text: row => formatCount(row.estimate) }),
        Plot.ruleX([0], { stroke: paint('quiet') }),
      ],
    },
    labels.title,
  );
}

function yearLabel(years: readonly ChartYear[], tick: number): string {
  const { firstYear = tick } = years.find(({ year }) => year === tick) ?? {};
  return formatYears(firstYear, tick);
}

/** Years without a figure break the line. */
function sideMarks(years: readonly ChartYear[], side: 'departures' | 'arrivals', colour: Colour): Plot.Markish[] {
  const rows = years.map(each => ({ year: each.year, value: each[side] ?? Number.NaN }));
  const at = { x: 'year', y: 'value', stroke: paint(colour) } as const;
  const shown = rows.filter(({ value }) => !Number.isNaN(value));
  return [
    Plot.line(rows, { ...at, strokeWidth: 1.1 }),
    Plot.dot(shown, { ...at, r: 2.3, fill: side === 'arrivals' ? paint(colour) : paint('paper'), strokeWidth: 1.1 }),
  ];
}

function endLabels(years: readonly ChartYear[], labels: ReportedLabels, top: number): Plot.RenderFunction {
  const last = (side: 'departures' | 'arrivals' | 'estimate'): number | null =>
    years.findLast(each => typeof each[side] === 'number')?.[side] ?? null;
  const ends = (
    [
      ['departures', 'origin', labels.departures],
      ['arrivals', 'destination', labels.arrivals],
      ['estimate', 'modelled', labels.estimate],
    ] as const
  ).flatMap(([side, colour, text]) => {
    const value = last(side);
    return value === null ? [] : [{ text, value, colour }];
  });
  const placed = placeEndLabels(ends, top);
  return (_index, _scales, _values, dimensions, { document }) => {
    const left = dimensions.width - dimensions.marginRight + 8;
    const texts = placed.map(({ text, top: at }) => {
      const colour = ends.find(each => each.text === text)?.colour ?? 'quiet';
      const lines = text.split('\n').map((line, row) => svgElement(document, 'tspan', { x: left, dy: row * 14 }, line));
      return svgElement(document, 'text', { x: left, y: at + 11, fill: paint(colour) }, lines);
    });
    return svgElement(document, 'g', { 'text-anchor': 'start' }, texts);
  };
}
