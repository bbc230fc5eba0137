import * as Plot from '@observablehq/plot';
import type { GeoStream } from 'd3-geo';
import type { Language } from '../language.ts';
import { formatCount } from '../wording/numbers.ts';
import { chartWords } from './chart-words.ts';
import type { Corridor } from './corridors.ts';
import { MAP_STATES, type MapFrame, type MapState, mapProjection, statesInFrame } from './map-geometry.ts';
import type { MapLabel } from './map-labels.ts';
import { type MapLayout, mapLayout } from './map-layout.ts';
import { type Colour, paint } from './palette.ts';
import { drawSvg, svgElement } from './svg.ts';

/** The map for a wide page, and for a phone; the page shows whichever fits. */
export const MAP_FRAMES = {
  wide: { width: 900, height: 560, view: [21, 35.5, 80, 59.5] },
  narrow: { width: 360, height: 284, view: [23.5, 36.5, 78, 59] },
} as const satisfies Readonly<Record<string, MapFrame>>;

interface MapOptions {
  /** The states whose offices' slips are loaded. */
  offices: readonly string[];
  frame: MapFrame;
  lang: Language;
  /** The moves that have the widest arrow, where several maps share one scale. */
  largest?: number;
}

/** The map of united flows: states lightly shaded, the loaded ones more; arrows as wide as their number. */
export function drawFlowMap(corridors: readonly Corridor[], { offices, frame, lang, largest }: MapOptions): string {
  const projection = mapProjection(frame);
  const layout = mapLayout(corridors, { frame, lang, largest });
  const states = statesInFrame(projection);
  const loaded = new Set(offices.map(office => MAP_STATES[office]?.numeric));
  const shade = ({ numeric }: MapState): string => paint(shadeOf(numeric, loaded));
  return drawSvg(
    {
      width: frame.width,
      height: frame.height,
      margin: 0,
      projection: { stream: (sink: GeoStream) => projection.stream(sink) },
      marks: [
        Plot.geo(states, { geometry: 'shape', fill: shade, stroke: paint('border'), strokeWidth: 0.8 }),
        overlay(layout, frame, lang),
      ],
    },
    chartWords(lang).map,
  );
}

function shadeOf(numeric: string, loaded: ReadonlySet<string | undefined>): Colour {
  if (loaded.has(numeric)) return 'loaded';
  return Object.values(MAP_STATES).some(state => state.numeric === numeric) ? 'space' : 'land';
}

/** Arrows, then names, then numbers, then the scale, in pixels of the frame. */
function overlay(layout: MapLayout, frame: MapFrame, lang: Language): Plot.RenderFunction {
  const small = frame.width < 500;
  return (_index, _scales, _values, _dimensions, { document }) => {
    const arrows = layout.arrows.map(({ path, corridor: { origin, destination } }) =>
      svgElement(document, 'path', { d: path, 'data-corridor': `${origin}-${destination}` }),
    );
    const points = layout.points.map(([cx, cy]) => svgElement(document, 'circle', { cx, cy, r: small ? 2 : 3 }));
    const texts = (labels: readonly MapLabel[]) =>
      labels.map(({ text, at: [x, y] }) => svgElement(document, 'text', { x, y: y + 4 }, text));
    const halo = { stroke: paint('paper'), 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
    return svgElement(document, 'g', {}, [
      svgElement(document, 'g', { ...halo, fill: paint('united'), 'stroke-width': 1.6 }, arrows),
      svgElement(document, 'g', { fill: paint('united') }, points),
      svgElement(document, 'g', { ...halo, fill: paint('ink'), 'font-size': small ? 10 : 12.5 }, texts(layout.names)),
      svgElement(
        document,
        'g',
        { ...halo, fill: paint('united'), 'font-size': small ? 10 : 11.5, 'font-weight': 'bold' },
        texts(layout.numbers),
      ),
      ...scaleMarks(document, layout, frame, lang),
    ]);
  };
}

function scaleMarks(document: Document, { scale }: MapLayout, frame: MapFrame, lang: Language): Element[] {
  if (scale === undefined) return [];
  const y = frame.height - 16;
  return [
    svgElement(document, 'rect', {
      x: 12,
      y: y - scale.width / 2,
      width: 40,
      height: scale.width,
      fill: paint('united'),
    }),
    svgElement(
      document,
      'text',
      {
        x: 60,
        y: y + 4,
        'text-anchor': 'start',
        fill: paint('ink'),
        stroke: paint('paper'),
        'stroke-width': 3,
        'paint-order': 'stroke',
      },
      chartWords(lang).scale(formatCount(scale.moves)),
    ),
  ];
}
