export type Point = readonly [x: number, y: number];

/** A round place that labels had better avoid. */
export interface Obstacle {
  at: Point;
  reach: number;
}

/** A curved arrow that widens from its origin to its head; it bends to its own right, so that both directions lie side by side. */
export interface FlowArrow {
  path: string;
  /** Where its number may stand, the middle first: on a thin arrow, on either side of a thick one. */
  beside: readonly Point[];
  /** Points along its middle, with how far it reaches about them in pixels. */
  along: readonly Obstacle[];
}

const BEND = 0.14;
/** The width at the origin as a share of the width at the head. */
const TAPER = 0.3;

/**
 * @param width the width at the head in pixels, which is the number
 * @param clearance pixels left free around both ends
 */
export function flowArrow(
  from: Point,
  to: Point,
  { width, clearance }: { width: number; clearance: number },
): FlowArrow {
  const half = width / 2;
  const outward = unit(normal(minus(to, from)));
  // Each direction keeps to its own lane, so that the tail of one does not run into the head of the other.
  const lane = scaled(outward, Math.min(half + 0.5, 0.12 * distance(from, to)));
  const [first, last] = [plus(from, lane), plus(to, lane)];
  const bend = plus(middle(first, last), scaled(outward, BEND * distance(from, to)));
  const start = plus(first, scaled(unit(minus(bend, first)), clearance));
  const tip = plus(last, scaled(unit(minus(bend, last)), clearance));
  const forward = unit(minus(tip, bend));
  const head = Math.min(5 + 0.8 * width, 0.45 * distance(start, tip));
  const base = plus(tip, scaled(forward, -head));
  const thin = Math.max(half * TAPER, 0.35);
  const atStart = scaled(normal(unit(minus(bend, start))), thin);
  const atBend = scaled(normal(unit(minus(base, start))), (half + thin) / 2);
  const atBase = scaled(normal(forward), half);
  const barb = scaled(normal(forward), half + 1.8 + 0.26 * width);
  const path = [
    `M${xy(plus(start, atStart))}Q${xy(plus(bend, atBend))} ${xy(plus(base, atBase))}`,
    `L${xy(plus(base, barb))}L${xy(tip)}L${xy(minus(base, barb))}L${xy(minus(base, atBase))}`,
    `Q${xy(minus(bend, atBend))} ${xy(minus(start, atStart))}Z`,
  ].join('');
  const offsets = width > 5 ? [half + 10, -half - 10] : [0];
  const beside = [0.5, 0.58, 0.42, 0.66, 0.34, 0.74, 0.26].flatMap(share =>
    offsets.map(offset => plus(onCurve(start, bend, base, share), scaled(outward, offset))),
  );
  const along = Array.from({ length: 41 }, (_, step) => {
    const share = step / 40;
    return { at: onCurve(start, bend, tip, share), reach: half * (TAPER + (1 - TAPER) * share) };
  });
  return { path, beside, along };
}

function onCurve(start: Point, bend: Point, end: Point, share: number): Point {
  const rest = 1 - share;
  const along = (a: number, b: number, c: number) => rest * rest * a + 2 * rest * share * b + share * share * c;
  return [along(start[0], bend[0], end[0]), along(start[1], bend[1], end[1])];
}

function plus(a: Point, b: Point): Point {
  return [a[0] + b[0], a[1] + b[1]];
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1]];
}

function scaled(a: Point, factor: number): Point {
  return [a[0] * factor, a[1] * factor];
}

function middle(a: Point, b: Point): Point {
  return scaled(plus(a, b), 0.5);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

function unit(a: Point): Point {
  return scaled(a, 1 / (Math.hypot(...a) || 1));
}

function normal(a: Point): Point {
  return [-a[1], a[0]];
}

function xy(point: Point): string {
  return point.map(value => value.toFixed(1)).join(',');
}
