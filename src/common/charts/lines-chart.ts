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
  figure: keyof Figures;
  colour: Colour;
  label: string;
}

/**
 * A corridor's years as the note's figures show them: what either office reported, thin with points, and the united count over them.
 *
 * @param highest the largest value of all charts that share this one's scale
 */
export function drawLines(corridor: Corridor, highest: number, lang: Language): string {
  const words = chartWords(lang);
  const series = seriesOf(corridor, lang);
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
        ...series.flatMap(each => seriesMarks(each, corridor)),
        labelMark(series, corridor, top),
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

function seriesMarks({ figure, colour }: Series, { years }: Corridor): Plot.Markish[] {
  const at = { x: 'year', y: figure, stroke: paint(colour) } as const;
  if (figure === 'united') {
    return years.length > 1
      ? [Plot.line(years, { ...at, strokeWidth: 2.6 })]
      : [Plot.tickY(years, { x: null, y: figure, stroke: paint(colour), strokeWidth: 2.6 })];
  }
  const fill = figure === 'arrivals' ? paint(colour) : paint('paper');
  return [Plot.line(years, { ...at, strokeWidth: 1.1 }), Plot.dot(years, { ...at, r: 2.3, fill, strokeWidth: 1.1 })];
}

function labelMark(series: readonly Series[], { years }: Corridor, top: number): Plot.RenderFunction {
  const end = years.at(-1);
  const labels = placeEndLabels(
    series.map(({ label, figure }) => ({ text: label, value: end?.[figure] ?? 0 })),
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
