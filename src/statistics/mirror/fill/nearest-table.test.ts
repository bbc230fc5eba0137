import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { netOf } from './flows-from-stocks.ts';
import type { Table } from './log-linear.ts';
import { fitNearest, type Nearness } from './nearest-table.ts';
import { fitNetConstrained, relativeEntropy } from './net-constrained.ts';

interface Nearest {
  distance: number;
  table: number[][];
}
const cases = parse(readFileSync(new URL('../cases/nearest-tables.yaml', import.meta.url), 'utf8')) as {
  name: string;
  net: number[];
  prior: number[][];
  linear: { distance: number };
  quadratic: Nearest;
  entropy: Nearest;
}[];

const distance = (table: Table, prior: Table, nearness: Nearness): number =>
  table.reduce(
    (total, row, i) =>
      total +
      row.reduce((part, value, j) => {
        const change = Math.abs(value - (prior[i]?.[j] ?? 0));
        return part + (nearness === 'linear' ? change : change * change);
      }, 0),
    0,
  );

describe('the nearest table with given balances', () => {
  /** By hand: states 0 and 1, five more are to come to 0. Both forms share the five over the two cells or put it on either. */
  it('changes two cells by half the difference, or one by all of it', async () => {
    const prior = [
      [0, 10],
      [10, 0],
    ];
    const quadratic = await fitNearest(prior, [5, -5], 'quadratic');
    expect(quadratic[0]?.[1]).toBeCloseTo(7.5, 6);
    expect(quadratic[1]?.[0]).toBeCloseTo(12.5, 6);
    expect(distance(await fitNearest(prior, [5, -5], 'linear'), prior, 'linear')).toBeCloseTo(5, 6);
  });

  it.each(cases)('is that of other solvers: $name', async ({ prior, net, linear, quadratic, entropy }) => {
    const near = (found: Table, expected: Table): void => {
      for (const [i, row] of expected.entries())
        for (const [j, value] of row.entries())
          expect(Math.abs(found[i]![j]! - value), `row ${i}, column ${j}`).toBeLessThan(1e-3);
    };
    const byChanges = await fitNearest(prior, net, 'linear');
    expect(distance(byChanges, prior, 'linear')).toBeCloseTo(linear.distance, 4);
    for (const [i, balance] of netOf(byChanges).entries()) expect(balance).toBeCloseTo(net[i]!, 5);
    const bySquares = await fitNearest(prior, net, 'quadratic');
    near(bySquares, quadratic.table);
    expect(distance(bySquares, prior, 'quadratic')).toBeCloseTo(quadratic.distance, 2);
    const { table } = fitNetConstrained(prior, net);
    near(table, entropy.table);
    expect(relativeEntropy(table, prior)).toBeCloseTo(entropy.distance, 4);
  });

  it('by squares is the prior with differences of potentials, where no cell comes to 0', async () => {
    // y = m + p_j − p_i; every state has n − 1 partners each way, so p_i = (net_i − net of m) / 2n. Worked for a prior of 4 states.
    const prior = [
      [0, 200, 130, 170],
      [150, 0, 145, 105],
      [160, 135, 0, 140],
      [120, 125, 120, 0],
    ];
    const potentials = [12.5, -2.5, 3.125, -13.125];
    const quadratic = await fitNearest(prior, [30, 40, -15, -55], 'quadratic');
    for (const [i, row] of quadratic.entries())
      for (const [j, value] of row.entries())
        if (i !== j) expect(value).toBeCloseTo(prior[i]![j]! + potentials[j]! - potentials[i]!, 4);
  });

  it('meets its balances, and no round trip brings it nearer', async () => {
    const cell = fc.integer({ min: 1, max: 100 });
    const square = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        square,
        square,
        fc.constantFrom<Nearness>('linear', 'quadratic'),
        async (given, truth, nearness) => {
          const prior = given.map((row, i) => row.map((value, j) => (i === j ? 0 : value)));
          const net = netOf(truth);
          const table = await fitNearest(prior, net, nearness);
          for (const [i, balance] of netOf(table).entries()) expect(balance).toBeCloseTo(net[i]!, 3);
          for (const row of table) for (const value of row) expect(value).toBeGreaterThanOrEqual(0);
          const best = distance(table, prior, nearness);
          for (const step of [0.5, -0.5]) {
            const other = table.map(row => [...row]);
            for (const [i, j] of [
              [0, 1],
              [1, 2],
              [2, 0],
            ] as const)
              other[i]![j]! += step;
            if (other.flat().some(value => value < 0)) continue;
            expect(distance(other, prior, nearness)).toBeGreaterThanOrEqual(best - 1e-4 * (1 + best));
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is refused where balances do not add up or cannot come about', async () => {
    const prior = [
      [0, 0, 1],
      [0, 0, 0],
      [1, 0, 0],
    ];
    await expect(fitNearest(prior, [1, 1, 0], 'linear')).rejects.toThrow(/add up/);
    for (const nearness of ['linear', 'quadratic'] as const)
      await expect(fitNearest(prior, [1, -1, 0], nearness)).rejects.toThrow(/zeros/);
    expect(
      await fitNearest(
        [
          [0, 0],
          [0, 0],
        ],
        [0, 0],
        'linear',
      ),
    ).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});
