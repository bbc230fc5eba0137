import type { Language } from '../language.ts';
import { stateName } from '../states.ts';
import { formatCount } from '../wording/numbers.ts';
import type { Corridor } from './corridors.ts';
import { type FlowArrow, flowArrow, type Point } from './flow-arrow.ts';
import { MAP_STATES, type MapFrame, mapProjection } from './map-geometry.ts';
import { type MapLabel, MapLabels } from './map-labels.ts';
import { roundStep } from './ticks.ts';

const MOST_ARROWS = 30;

interface MapArrow extends FlowArrow {
  corridor: Corridor;
}

export interface MapLayout {
  /** The largest last, so that it lies on top. */
  arrows: readonly MapArrow[];
  numbers: readonly MapLabel[];
  names: readonly MapLabel[];
  /** Where arrows begin and end. */
  points: readonly Point[];
  /** The sample of the scale. */
  scale: { moves: number; width: number } | undefined;
}

/** What differs between a page's map and a phone's: widths in pixels, and how many numbers there is room for. */
const SIZES = {
  wide: { widest: 22, clearance: 7, letter: 7.2, numbers: 14 },
  narrow: { widest: 13, clearance: 5, letter: 5.9, numbers: 5 },
} as const;

/** The corridors that have an arrow: both ends on the map, and moves to show; the largest of them. */
export function drawnCorridors(corridors: readonly Corridor[]): Corridor[] {
  const onMap = corridors.filter(
    ({ origin, destination, total }) => origin in MAP_STATES && destination in MAP_STATES && total.united > 0,
  );
  return onMap.slice(0, MOST_ARROWS);
}

/**
 * Places arrows, names and numbers in a frame; a number that finds no free place is left out and stands in the table.
 *
 * @param largest the moves that have the widest arrow; those of the largest corridor where absent
 */
export function mapLayout(
  corridors: readonly Corridor[],
  { frame, lang, largest }: { frame: MapFrame; lang: Language; largest?: number | undefined },
): MapLayout {
  const size = frame.width < 500 ? SIZES.narrow : SIZES.wide;
  const projection = mapProjection(frame);
  const pointOf = (state: string): Point => {
    const { longitude = 0, latitude = 0 } = MAP_STATES[state] ?? {};
    return projection([longitude, latitude]) ?? [0, 0];
  };
  const drawn = drawnCorridors(corridors);
  const widest = largest ?? drawn[0]?.total.united ?? 1;
  const widthOf = (moves: number) => Math.max(1.2, (size.widest * moves) / widest);
  const arrows = drawn.map((corridor): MapArrow => {
    const { origin, destination, total } = corridor;
    const options = { width: widthOf(total.united), clearance: size.clearance };
    return { corridor, ...flowArrow(pointOf(origin), pointOf(destination), options) };
  });
  const labels = new MapLabels(frame, size.letter);
  const along = arrows.flatMap(arrow => arrow.along);
  const ends = [...new Set(drawn.flatMap(({ origin, destination }) => [origin, destination]))];
  const others = Object.keys(MAP_STATES).filter(state => !ends.includes(state));
  const names = [...ends, ...(size === SIZES.wide ? others : [])].map(state =>
    labels.name(stateName(state, lang), pointOf(state), { first: MAP_STATES[state]?.name ?? 'above', arrows: along }),
  );
  const numbers = arrows.slice(0, size.numbers).flatMap(arrow => {
    const obstacles = arrows.flatMap(other => (other === arrow ? [] : other.along));
    return labels.number(formatCount(arrow.corridor.total.united), arrow.beside, obstacles) ?? [];
  });
  const moves = roundStep(widest / 4);
  const scale = drawn.length > 0 ? { moves, width: widthOf(moves) } : undefined;
  return { arrows: arrows.toReversed(), numbers, names, points: ends.map(pointOf), scale };
}
