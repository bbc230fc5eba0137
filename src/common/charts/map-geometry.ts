import { type ExtendedFeature, type GeoProjection, geoConicEqualArea, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { NameSide } from './map-labels.ts';
import { worldShapes } from './world-shapes.ts';

/** One form of the map: its size in pixels and the part of the world that fills it. */
export interface MapFrame {
  width: number;
  height: number;
  /** Corners west, south, east, north in degrees that the frame must hold. */
  view: readonly [number, number, number, number];
}

/** A state as it is drawn: shape, and what the map knows of it. */
export interface MapState {
  /** ISO 3166-1 numeric, as world-atlas gives it. */
  numeric: string;
  shape: ExtendedFeature;
}

/**
 * The states of the space with the point from which their arrows start, in degrees: the middle of what the map shows of them, which is
 * not the capital where that lies at a border.
 */
export const MAP_STATES: Readonly<
  Record<string, { numeric: string; longitude: number; latitude: number; name: NameSide }>
> = {
  AM: { numeric: '051', longitude: 44.9, latitude: 40.3, name: 'below' },
  AZ: { numeric: '031', longitude: 48.2, latitude: 40.4, name: 'right' },
  BY: { numeric: '112', longitude: 28.2, latitude: 53.4, name: 'above' },
  GE: { numeric: '268', longitude: 43.2, latitude: 42.3, name: 'left' },
  KG: { numeric: '417', longitude: 74.6, latitude: 41.6, name: 'below' },
  KZ: { numeric: '398', longitude: 67.5, latitude: 48.4, name: 'above' },
  MD: { numeric: '498', longitude: 28.5, latitude: 47.1, name: 'below' },
  RU: { numeric: '643', longitude: 53, latitude: 57.6, name: 'above' },
  TJ: { numeric: '762', longitude: 70.6, latitude: 38.6, name: 'below' },
  TM: { numeric: '795', longitude: 59, latitude: 39.2, name: 'below' },
  UA: { numeric: '804', longitude: 32, latitude: 48.8, name: 'left' },
  UZ: { numeric: '860', longitude: 63.4, latitude: 42.1, name: 'below' },
};

/** Albers' conic for the space: standard parallels near its northern and southern edges, its middle meridian upright. */
export function mapProjection({ width, height, view }: MapFrame): GeoProjection {
  const [west, south, east, north] = view;
  const edge = Array.from({ length: 9 }, (_, step) => west + ((east - west) * step) / 8);
  const corners = edge.flatMap(longitude => [
    [longitude, south],
    [longitude, north],
  ]);
  return geoConicEqualArea()
    .parallels([south + 5, north - 5])
    .rotate([-(west + east) / 2, 0])
    .fitExtent(
      [
        [0, 0],
        [width, height],
      ],
      { type: 'MultiPoint', coordinates: corners },
    )
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
}

/** The states of world-atlas that appear in a frame, clipped to it. */
export function statesInFrame(projection: GeoProjection): MapState[] {
  const path = geoPath(projection);
  return worldStates().filter(({ shape }) => path(shape) !== null);
}

let world: readonly MapState[] | undefined;

function worldStates(): readonly MapState[] {
  if (world !== undefined) return world;
  const topology = worldShapes();
  const { countries } = topology.objects;
  const collection = countries === undefined ? undefined : feature(topology, countries);
  if (collection?.type !== 'FeatureCollection') throw new Error('world-atlas has no countries');
  world = collection.features.map(shape => ({ numeric: String(shape.id), shape }));
  return world;
}
