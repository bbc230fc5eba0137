import * as Plot from '@observablehq/plot';
import { type ExtendedFeature, type GeoProjection, type GeoStream, geoArea, geoCentroid, geoPath } from 'd3-geo';
import type { Language } from '../language.ts';
import { formatDecimal } from '../wording/numbers.ts';
import { MAP_STATES, type MapFrame, type MapState, mapProjection, statesInFrame } from './map-geometry.ts';
import { paint } from './palette.ts';
import { drawSvg, svgElement } from './svg.ts';

/** How far an office's figures lie above those of its partners (positive) or below (negative), −2 to 2. */
export interface OfficeAsymmetry {
  /** ISO 3166-1 numeric, three digits. */
  numeric: string;
  index: number;
}

/** Parts of the world, the smallest first. */
const VIEWS: readonly MapFrame['view'][] = [
  [21, 35.5, 80, 59.5],
  [-10, 35.5, 33, 66],
  [-10, 35.5, 80, 66],
  [-24, 18, 90, 70],
];
const WIDTH = { wide: 900, narrow: 360 } as const;
/** Numbers stand only where the state has this much room, in square pixels. */
const LEAST_ROOM = 700;
const LETTERS = { wide: 15, narrow: 9 } as const;
/** Decimals of the numbers on the map. */
const DIGITS = 1;

/**
 * The map of asymmetry: a state is the stronger shaded the farther its office's figures lie from those of its partners, in the colour of
 * departures where it counts fewer and in that of arrivals where it counts more. The number stands in the state.
 */
export function drawAsymmetryMap(
  offices: readonly OfficeAsymmetry[],
  { narrow, lang, title }: { narrow: boolean; lang: Language; title: string },
): string {
  const frame = frameOf(offices, narrow ? WIDTH.narrow : WIDTH.wide);
  const projection = mapProjection(frame);
  const known = new Map(offices.map(({ numeric, index }) => [numeric, index]));
  const states = statesInFrame(projection);
  const shaded = states.flatMap(state => {
    const index = known.get(state.numeric);
    return index === undefined ? [] : [{ ...state, index }];
  });
  return drawSvg(
    {
      width: frame.width,
      height: frame.height,
      margin: 0,
      projection: { stream: (sink: GeoStream) => projection.stream(sink) },
      marks: [
        Plot.geo(states, { geometry: 'shape', fill: paint('land'), stroke: paint('border'), strokeWidth: 0.8 }),
        Plot.geo(shaded, {
          geometry: 'shape',
          fill: ({ index }) => paint(index < 0 ? 'origin' : 'destination'),
          fillOpacity: ({ index }) => 0.08 + 0.8 * Math.min(1, Math.abs(index) / 1.5),
          stroke: paint('border'),
          strokeWidth: 0.8,
        }),
        numbers(shaded, projection, { lang, size: narrow ? LETTERS.narrow : LETTERS.wide }),
      ],
    },
    title,
  );
}

function numbers(
  shaded: readonly (MapState & { index: number })[],
  projection: GeoProjection,
  { lang, size }: { lang: Language; size: number },
): Plot.RenderFunction {
  const path = geoPath(projection);
  return (_index, _scales, _values, _dimensions, { document }) => {
    const halo = { stroke: paint('paper'), 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
    const texts = shaded.flatMap(({ index, ...state }) => {
      const [x = 0, y = 0] = projection(middleOf(state)) ?? [];
      if (path.area(mainPart(state.shape)) < (LEAST_ROOM * size ** 2) / LETTERS.wide ** 2) return [];
      const sign = index > 0 ? '+' : '';
      return [svgElement(document, 'text', { x, y: y + size / 3 }, sign + formatDecimal(index, DIGITS, lang))];
    });
    return svgElement(
      document,
      'g',
      { ...halo, fill: paint('ink'), 'font-size': size, 'text-anchor': 'middle' },
      texts,
    );
  };
}

/** The smallest part of the world that holds the middles of all the states, else the largest. */
function frameOf(offices: readonly OfficeAsymmetry[], width: number): MapFrame {
  const world = statesInFrame(mapProjection({ width, height: width, view: [-179, -60, 179, 80] }));
  const middles = world.filter(({ numeric }) => offices.some(each => each.numeric === numeric)).map(middleOf);
  const holds = ([west, south, east, north]: MapFrame['view']): boolean =>
    middles.every(([x, y]) => x >= west && x <= east && y >= south && y <= north);
  const view = VIEWS.find(holds) ?? VIEWS.at(-1) ?? [21, 35.5, 80, 59.5];
  const [west, , east] = view;
  return { width, height: Math.round(width * (east - west < 50 ? 0.78 : 0.6)), view };
}

/** Where one looks for a state: of a state of the space the middle of what its map shows, else the middle of its largest part. */
function middleOf({ numeric, shape }: MapState): [number, number] {
  const known = Object.values(MAP_STATES).find(each => each.numeric === numeric);
  return known === undefined ? geoCentroid(mainPart(shape)) : [known.longitude, known.latitude];
}

/** The largest of a state's parts. */
function mainPart(shape: ExtendedFeature): ExtendedFeature {
  const { geometry } = shape;
  if (geometry?.type !== 'MultiPolygon') return shape;
  const parts = geometry.coordinates.map(
    (coordinates): ExtendedFeature => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates },
    }),
  );
  return parts.reduce((largest, part) => (geoArea(part) > geoArea(largest) ? part : largest), parts[0] ?? shape);
}
