import highs from 'highs';
import { checkTable, sum, type Table, unsolvable } from './log-linear.ts';

/** What is made least: the sum of absolute changes (L1, a linear programme) or of squared ones (L2, a quadratic one). */
export type Nearness = 'linear' | 'quadratic';

// The package's types are those of a CommonJS module, its code one of ES.
const loadHighs = highs as unknown as typeof highs.default;

let solver: ReturnType<typeof loadHighs> | undefined;

/**
 * The table with given balances that lies nearest to another.
 *
 *   minimise Σ |y_ij − m_ij|    (linear)    or    Σ (y_ij − m_ij)²    (quadratic)
 *   subject to Σ_j y_ji − Σ_j y_ij = net_i,   y ≥ 0,   y = 0 where m = 0 and on the diagonal
 *
 * m: an earlier table; results in its unit, modelled. The quadratic table is the only one; of the linear form there may be several that are
 * equally near, of which one is given: it changes few cells by much. Both may bring cells to 0, which the entropy form never does.
 *
 * Assumes that changes of small and large cells weigh alike. Fails, and refuses, where the balances do not add up to 0 or the zeros of m leave
 * no way to bring them about.
 *
 * Source: linear and quadratic programming over the net-flow constraints, as in migest; solved by HiGHS.
 */
export async function fitNearest(prior: Table, net: readonly number[], nearness: Nearness): Promise<number[][]> {
  const n = net.length;
  checkTable(prior, n, n);
  const scale = Math.max(sum(prior.map(sum)) / Math.max(n * n, 1), 1e-300);
  if (!net.every(Number.isFinite) || Math.abs(sum(net)) > 1e-9 * (scale * n * n + sum(net.map(Math.abs))))
    throw unsolvable(`balances add up to ${sum(net)}, expected 0`, { net });
  const cells = net.flatMap((_, i) =>
    net.flatMap((__, j) => {
      const value = prior[i]?.[j] ?? 0;
      return i === j || value === 0 ? [] : [{ i, j, value: value / scale, name: `y_${i}_${j}` }];
    }),
  );
  const table = net.map(() => new Array<number>(n).fill(0));
  const last = lastBalance(net);
  if (cells.length === 0) {
    if (last !== undefined) throw unsolvable('no table with these zeros has these balances', { net });
    return table;
  }
  solver ??= loadHighs();
  const balances = net.slice(0, -1).flatMap((target, at) => {
    const terms = cells.flatMap(({ i, j, name }) => (j === at ? [`+ ${name}`] : i === at ? [`- ${name}`] : []));
    if (terms.length > 0) return [` balance_${at}: ${terms.join(' ')} = ${decimal(target / scale)}`];
    if (Math.abs(target) > 1e-9 * scale) throw unsolvable('no table with these zeros has these balances', { net });
    return [];
  });
  const solved = (await solver).solve(problemText(cells, balances, nearness), { output_flag: false });
  if (solved.Status !== 'Optimal') throw unsolvable('no table with these zeros has these balances', { net });
  for (const { i, j, name } of cells) {
    const value = Number(solved.Columns[name]?.Primal ?? 0);
    const row = table[i];
    if (row !== undefined) row[j] = Math.max(0, value) * scale;
  }
  return table;
}

interface Cell {
  value: number;
  name: string;
}

/** The problem as solvers read it; values are in units of the mean cell, so that tolerances mean the same for every table. */
function problemText(cells: readonly Cell[], balances: readonly string[], nearness: Nearness): string {
  const bounds = cells.map(({ name }) => ` ${name} >= 0`);
  if (nearness === 'quadratic') {
    const squares = cells.map(({ name }) => `2 ${name} ^2`).join(' + ');
    const linear = cells.map(({ name, value }) => `- ${decimal(2 * value)} ${name}`).join(' ');
    return [
      'Minimize',
      ` distance: ${linear} + [ ${squares} ] / 2`,
      'Subject To',
      ...balances,
      'Bounds',
      ...bounds,
      'End',
    ].join('\n');
  }
  const changes = cells.flatMap(({ name, value }) => [
    ` up_${name}: d_${name} - ${name} >= ${decimal(-value)}`,
    ` down_${name}: d_${name} + ${name} >= ${decimal(value)}`,
  ]);
  const distance = cells.map(({ name }) => `d_${name}`).join(' + ');
  return ['Minimize', ` distance: ${distance}`, 'Subject To', ...balances, ...changes, 'Bounds', ...bounds, 'End'].join(
    '\n',
  );
}

function lastBalance(net: readonly number[]): number | undefined {
  return net.find(each => each !== 0);
}

/** A number without an exponent that the reader might take for a name. */
function decimal(value: number): string {
  return value.toFixed(15).replace(/\.?0+$/, '');
}
