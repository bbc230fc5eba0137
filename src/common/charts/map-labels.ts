import type { Obstacle, Point } from './flow-arrow.ts';

export interface MapLabel {
  text: string;
  at: Point;
}

/** On which side of its point a name stands. */
export type NameSide = 'above' | 'below' | 'left' | 'right';

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const SIDES: readonly NameSide[] = ['above', 'below', 'left', 'right'];

/** A distance in pixels beyond which an arrow near a number no longer disturbs it. */
const CLEAR = 16;

/** Finds places for names and numbers: within the frame, off each other, and as far from arrows as can be. */
export class MapLabels {
  readonly #taken: Box[] = [];
  readonly #frame: Box;
  readonly #letter: number;

  /** @param letter the mean width of a letter in pixels */
  constructor({ width, height }: { width: number; height: number }, letter: number) {
    this.#frame = { left: 3, right: width - 3, top: 3, bottom: height - 3 };
    this.#letter = letter;
  }

  /** Places a name beside its point, where the fewest arrows pass; on the side given first where several are alike. */
  name(text: string, point: Point, { first, arrows }: { first: NameSide; arrows: readonly Obstacle[] }): MapLabel {
    const sides = [first, ...SIDES.filter(side => side !== first)];
    const choices = sides.map(side => {
      const label = { text, at: this.#beside(text, point, side) };
      const box = this.#boxOf(label);
      const passing = arrows.filter(arrow => isWithin(arrow, box)).length;
      return { label, cost: passing + (this.#isFree(box) ? 0 : 1000) };
    });
    return this.#take(choices.reduce((best, choice) => (choice.cost < best.cost ? choice : best)).label);
  }

  /** Places a number at the point of its own arrow that lies farthest from the others; gives nothing where all places are taken. */
  number(text: string, points: readonly Point[], arrows: readonly Obstacle[]): MapLabel | undefined {
    const free = points.map(at => ({ text, at })).filter(label => this.#isFree(this.#boxOf(label)));
    const [first, ...rest] = free.map(label => ({ label, room: Math.min(CLEAR, nearest(label.at, arrows)) }));
    if (first === undefined) return undefined;
    return this.#take(rest.reduce((best, choice) => (choice.room > best.room + 1 ? choice : best), first).label);
  }

  #beside(text: string, [x, y]: Point, side: NameSide): Point {
    const aside = (text.length * this.#letter) / 2 + 9;
    const places = { above: [x, y - 13], below: [x, y + 14], left: [x - aside, y], right: [x + aside, y] } as const;
    return places[side];
  }

  #take(label: MapLabel): MapLabel {
    this.#taken.push(this.#boxOf(label));
    return label;
  }

  #isFree(box: Box): boolean {
    const { left, right, top, bottom } = this.#frame;
    if (box.left < left || box.right > right || box.top < top || box.bottom > bottom) return false;
    return this.#taken.every(
      other => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
    );
  }

  #boxOf({ text, at: [x, y] }: MapLabel): Box {
    const half = (text.length * this.#letter) / 2;
    return { left: x - half, right: x + half, top: y - 7, bottom: y + 7 };
  }
}

function isWithin({ at: [x, y], reach }: Obstacle, { left, right, top, bottom }: Box): boolean {
  return x > left - reach && x < right + reach && y > top - reach && y < bottom + reach;
}

/** The distance from a point to the nearest edge of an obstacle, across counting half, since numbers are wider than high. */
function nearest([x, y]: Point, obstacles: readonly Obstacle[]): number {
  const distances = obstacles.map(({ at: [ox, oy], reach }) => Math.hypot((ox - x) / 2, oy - y) - reach);
  return Math.min(...distances, Number.POSITIVE_INFINITY);
}
