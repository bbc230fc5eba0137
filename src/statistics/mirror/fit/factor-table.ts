import type { Side } from '../mirror-table.ts';
import type { FactorFit } from './factor-fit.ts';
import { studentT } from './student-t.ts';

/** A factor with its 95 % interval: it multiplies what the office reported. Modelled. */
export interface Factor {
  office: string;
  side: Side;
  factor: number;
  low95: number;
  high95: number;
}

/** All factors of a fit, the benchmark's 1 included, in order of side and office. */
export function factorTable({ network, logFactors, covariance, df }: FactorFit): Factor[] {
  const n = network.offices.length;
  const t = studentT(0.95, df);
  const fitted = network.offices.map(({ office, side }, at) => {
    const middle = logFactors[at] ?? 0;
    const half = t * Math.sqrt(covariance[at * n + at] ?? 0);
    return { office, side, factor: Math.exp(middle), low95: Math.exp(middle - half), high95: Math.exp(middle + half) };
  });
  const benchmark = { office: network.benchmark, side: 'arrivals' as const, factor: 1, low95: 1, high95: 1 };
  return [...fitted, benchmark].sort((a, b) =>
    a.side === b.side ? (a.office < b.office ? -1 : 1) : a.side < b.side ? -1 : 1,
  );
}
