import { formatCount, formatSigned } from '../../../common/wording/numbers.ts';
import type { Comparison } from './compare.ts';

/** How figures are printed for a reader: in thousands where nothing is lost by it. */
export interface FigureUnit {
  divisor: 1 | 1000;
  name: 'persons' | 'thousands of persons';
}

/** Thousands, where every figure is a whole number of them. */
export function figureUnit({ corridors }: Comparison): FigureUnit {
  const figures = corridors.flatMap(({ departures, arrivals }) => [departures ?? 0, arrivals ?? 0]);
  const whole = figures.every(figure => figure % 1000 === 0) && figures.some(figure => figure > 0);
  return whole ? { divisor: 1000, name: 'thousands of persons' } : { divisor: 1, name: 'persons' };
}

/** A count, or an ellipsis where nobody reports it. */
export function figure(value: number | null, { divisor }: FigureUnit): string {
  return value === null ? '…' : formatCount(value / divisor);
}

/** A balance or a gap, with its sign. */
export function signedFigure(value: number | null, { divisor }: FigureUnit): string {
  return value === null ? '…' : formatSigned(value / divisor);
}

/** A difference and its two parts: `−195 = −50 − 145`. */
export function differenceText(
  difference: number | null,
  parts: readonly [number | null, number | null],
  unit: FigureUnit,
): string {
  const [first, second] = parts;
  if (difference === null || first === null || second === null) return signedFigure(difference, unit);
  const sign = second < 0 ? '\u2212' : '+';
  return `${signedFigure(difference, unit)} = ${signedFigure(first, unit)} ${sign} ${figure(Math.abs(second), unit)}`;
}
