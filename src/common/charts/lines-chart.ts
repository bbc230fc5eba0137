import * as Plot from '@observablehq/plot';
import type { Language } from '../language.ts';
import { formatCount } from '../wording/numbers.ts';
import { officeLabel } from '../wording/offices.ts';
import { chartWords } from './chart-words.ts';
import { corridorTitle } from './corridor-title.ts';
import type { Corridor, Figures } from './corridors.ts';
import { LINES_HEIGHT, LINES_WIDTH, linesLayout, placeEndLabels } from './lines-layout.ts';
import { type Colour, paint } from './palette.ts';
import { drawSvg, svgElement } from './svg.ts';

interface Series {
  figure: keyof Figures | 'modelled';
  colour: Colour;
  label: string;
}

interface LinesOptions {
  /** The largest value of all charts that share this one's scale. */
  highest: number;
  lang: Language;
  /** The lines to draw, where not all are known; all of them where absent. */
  only?: readonly (keyof Figures)[];
  /** The modelled true flow as a multiple of the united count, with its interval; the same for every year. */
  modelled?: { low: number; middle: number; high: number } | undefined;
}

/** A corridor's years as the note's figures show them: what either office reported, thin with points, and the united count over them. */
export function drawLines(corridor: Corridor, { highest, lang, only, modelled }: LinesOptions): string {
  const words = chartWords(lang);
  const series = [
    ...seriesOf(corridor, lang).filter(({ figure }) => figure !== 'modelled' && (only?.includes(figure) ?? true)),
    ...(modelled === undefined ? [] : [modelledSeries(lang)]),
  ];
  const layout = linesLayout(
    corridor,
    highest,
    series.map(each => each.label),
  );
  const { top } = layout;
  const alone = layout.first === layout.last ? 0.5 : 0;
  return drawSvg(
    {
      width: LINES_WIDTH,
      height: LINES_HEIGHT,
      ...layout.margins,
      x: { type: 'linear', domain: [layout.first - alone, layout.last + alone] },
      y: { type: 'linear', domain: [0, top] },
      marks: [
        Plot.gridY(layout.valueTicks, { stroke: paint('rule'), strokeOpacity: 1 }),
        Plot.axisY({
          ticks: [...layout.valueTicks],
          tickSize: 0,
          tickFormat: formatCount,
          fill: paint('quiet'),
          label: null,
        }),
        Plot.axisX({
          ticks: [...layout.yearTicks],
          tickSize: 4,
          tickFormat: String,
          fill: paint('quiet'),
          label: null,
        }),
        ...bandMarks(corridor, modelled),
        ...series.flatMap(each => seriesMarks(each, corridor)),
        labelMark(series, { corridor, top, modelled }),
      ],
    },
    words.lines(corridorTitle(corridor, lang)),
  );
}

function seriesOf({ origin, destination }: Corridor, lang: Language): Series[] {
  const words = chartWords(lang);
  return [
    { figure: 'departures', colour: 'origin', label: `${officeLabel(origin, lang)},\n${words.departures}` },
    { figure: 'arrivals', colour: 'destination', label: `${officeLabel(destination, lang)},\n${words.arrivals}` },
    { figure: 'united', colour: 'united', label: words.united },
  ];
}

function modelledSeries(lang: Language): Series {
  return { figure: 'modelled', colour: 'modelled', label: chartWords(lang).modelled };
}

/** A band and its dashed middle, never a bare line. */
function bandMarks({ years }: Corridor, modelled: LinesOptions['modelled']): Plot.Markish[] {
  if (modelled === undefined || years.length < 2) return [];
  const { low, middle, high } = modelled;
  const fill = paint('modelled');
  return [
    Plot.areaY(years, {
      x: 'year',
      y1: each => each.united * low,
      y2: each => each.united * high,
      fill,
      fillOpacity: 0.3,
    }),
    Plot.line(years, {
      x: 'year',
      y: each => each.united * middle,
      stroke: fill,
      strokeWidth: 1.4,
      strokeDasharray: '4 3',
    }),
  ];
}

function seriesMarks({ figure, colour }: Series, { years }: Corridor): Plot.Markish[] {
  if (figure === 'modelled') return [];
  const at = { x: 'year', y: figure, stroke: paint(colour) } as const;
  if (figure === 'united') {
    return years.length > 1
      ? [Plot.line(years, { ...at, strokeWidth: 2.6 })]
      : [Plot.tickY(years, { x: null, y: figure, stroke: paint(colour), strokeWidth: 2.6 })];
  }
  const fill = figure === 'arrivals' ? paint(colour) : paint('paper');
  return [Plot.line(years, { ...at, strokeWidth: 1.1 }), Plot.dot(years, { ...at, r: 2.3, fill, strokeWidth: 1.1 })];
}

function labelMark(
  series: readonly Series[],
  { corridor, top, modelled }: { corridor: Corridor; top: number; modelled: LinesOptions['modelled'] },
): Plot.RenderFunction {
  const end = corridor.years.at(-1);
  const endOf = (figure: Series['figure']) =>
    figure === 'modelled' ? (end?.united ?? 0) * (modelled?.middle ?? 1) : (end?.[figure] ?? 0);
  const labels = placeEndLabels(
    series.map(({ label, figure }) => ({ text: label, value: endOf(figure) })),
    top,
  );
  return (_index, _scales, _values, dimensions, { document }) => {
    const left = dimensions.width - dimensions.marginRight + 8;
    const texts = labels.map(label => {
      const { colour = 'united', figure } = series.find(each => each.label === label.text) ?? {};
      const lines = label.text
        .split('\n')
        .map((line, row) => svgElement(document, 'tspan', { x: left, dy: row * 14 }, line));
      const weight = figure === 'united' ? 'bold' : 'normal';
      return svgElement(
        document,
        'text',
        { x: left, y: label.top + 11, fill: paint(colour), 'font-weight': weight },
        lines,
      );
    });
    return svgElement(document, 'g', { 'text-anchor': 'start' }, texts);
  };
}
