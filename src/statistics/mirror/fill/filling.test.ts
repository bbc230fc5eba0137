import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { flowsFromStocks, netOf, PSEUDO_BAYES } from './flows-from-stocks.ts';
import { fitLogLinear, sum, type Table } from './log-linear.ts';
import { fitNetConstrained, relativeEntropy } from './net-constrained.ts';

interface Cases {
  log_linear: { name: string; rows: number[]; columns: number[]; offset: number[][]; fit: number[][] }[];
  net_constrained: { name: string; net: number[]; prior: number[][]; fit: number[][] }[];
  flows_from_stocks: {
    name: string;
    start: number[][];
    end: number[][];
    minimum: number[][];
    minimum_total: number;
    independence?: number[][];
    independence_total?: number;
    mix?: number[][];
    net?: number[];
  }[];
}

const cases = parse(readFileSync(new URL('../cases/filling.yaml', import.meta.url), 'utf8')) as Cases;

function expectTable(found: Table, expected: Table): void {
  for (const [i, row] of expected.entries())
    for (const [j, value] of row.entries())
      expect(Math.abs(found[i]![j]! - value), `row ${i}, column ${j}`).toBeLessThan(1e-3);
}

const positive = fc.double({ min: 0.1, max: 100, noNaN: true });
const square = (n: number) =>
  fc.array(fc.array(positive, { minLength: n, maxLength: n }), { minLength: n, maxLength: n });
const turned = (table: Table): number[][] => table.map((_, i) => table.map(row => row[i]!));

describe('a table with given totals', () => {
  it.each(cases.log_linear)('$name', ({ offset, rows, columns, fit: expected }) => {
    expectTable(fitLogLinear(offset, rows, columns).table, expected);
  });

  it('meets its totals, whatever the scale of the offset, and turned round it is turned round', () => {
    fc.assert(
      fc.property(square(4), square(4), positive, (offset, truth, scale) => {
        const rows = truth.map(sum);
        const columns = turned(truth).map(sum);
        const { table } = fitLogLinear(offset, rows, columns);
        for (const [i, row] of table.entries()) expect(sum(row)).toBeCloseTo(rows[i]!, 5);
        for (const [j, column] of turned(table).entries()) expect(sum(column)).toBeCloseTo(columns[j]!, 5);
        expectTable(
          fitLogLinear(
            offset.map(row => row.map(value => value * scale)),
            rows,
            columns,
          ).table,
          table,
        );
        expectTable(turned(fitLogLinear(turned(offset), columns, rows).table), table);
        expect((table[0]![0]! * table[1]![1]!) / (table[0]![1]! * table[1]![0]!)).toBeCloseTo(
          (offset[0]![0]! * offset[1]![1]!) / (offset[0]![1]! * offset[1]![0]!),
          3,
        );
      }),
      { numRuns: 50 },
    );
  });

  it('is refused where there is none', () => {
    expect(() =>
      fitLogLinear(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 2],
        [2, 2],
      ),
    ).toThrow(/add up/);
    expect(() =>
      fitLogLinear(
        [
          [0, 0],
          [1, 1],
        ],
        [1, 2],
        [1, 2],
      ),
    ).toThrow(/zeros/);
    expect(() =>
      fitLogLinear(
        [
          [-1, 1],
          [1, 1],
        ],
        [1, 2],
        [1, 2],
      ),
    ).toThrow(/negative/);
    expect(
      fitLogLinear(
        [
          [1, 1],
          [1, 1],
        ],
        [0, 0],
        [0, 0],
      ).table,
    ).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

describe('a table with given balances', () => {
  it.each(cases.net_constrained)('$name', ({ net, prior, fit: expected }) => {
    expectTable(fitNetConstrained(prior, net).table, expected);
  });

  it('meets its balances, and no other table that does is nearer to the prior', () => {
    fc.assert(
      fc.property(square(4), square(4), fc.double({ min: -0.05, max: 0.05, noNaN: true }), (prior, truth, step) => {
        const empty = prior.map((row, i) => row.map((value, j) => (i === j ? 0 : value)));
        const net = netOf(truth);
        const { table } = fitNetConstrained(empty, net);
        for (const [i, balance] of netOf(table).entries()) expect(balance).toBeCloseTo(net[i]!, 6);
        // A round trip 0 → 1 → 2 → 0 changes no balance.
        const other = table.map(row => [...row]);
        for (const [i, j] of [
          [0, 1],
          [1, 2],
          [2, 0],
        ] as const)
          other[i]![j]! += step * Math.min(table[0]![1]!, table[1]![2]!, table[2]![0]!);
        expect(relativeEntropy(other, empty)).toBeGreaterThanOrEqual(relativeEntropy(table, empty) - 1e-9);
      }),
      { numRuns: 50 },
    );
  });

  it('is refused where balances do not add up or cannot come about', () => {
    expect(() =>
      fitNetConstrained(
        [
          [0, 1],
          [1, 0],
        ],
        [1, 1],
      ),
    ).toThrow(/add up/);
    expect(() =>
      fitNetConstrained(
        [
          [0, 0],
          [0, 0],
        ],
        [1, -1],
      ),
    ).toThrow(/zeros/);
    expect(() =>
      fitNetConstrained(
        [
          [0, 0, 1],
          [0, 0, 0],
          [1, 0, 0],
        ],
        [1, -1, 0],
      ),
    ).toThrow(/zeros/);
  });
});

describe('flows from stocks', () => {
  it.each(cases.flows_from_stocks)('$name', given => {
    const none = given.start.map(() => 0);
    const stocks = { start: given.start, end: given.end, births: none, deaths: none };
    const [low, high] = [flowsFromStocks(stocks, 'minimum'), flowsFromStocks(stocks, 'independence')];
    expectTable(low, given.minimum);
    expect(sum(low.map(sum))).toBeCloseTo(given.minimum_total, 3);
    if (given.independence_total) expect(sum(high.map(sum))).toBeCloseTo(given.independence_total, 2);
    if (given.independence) expectTable(high, given.independence);
    if (given.mix) expectTable(flowsFromStocks(stocks, { minimum: PSEUDO_BAYES }), given.mix);
    for (const [i, balance] of (given.net ?? []).entries())
      for (const flows of [low, high]) expect(netOf(flows)[i]).toBeCloseTo(balance, 3);
  });

  it('have the balances that stocks, births and deaths leave, least moves or not', () => {
    fc.assert(
      fc.property(
        square(3),
        square(3),
        fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (start, change, events) => {
          const [births, deaths] = [events.slice(0, 3), events.slice(3)];
          const natives = (table: number[][]): number[][] =>
            table.map((row, b) => row.map((value, r) => (b === r ? value + 300 : value)));
          const stocks = { start: natives(start), end: natives(change), births, deaths };
          const [low, high] = [flowsFromStocks(stocks, 'minimum'), flowsFromStocks(stocks, 'independence')];
          for (const [i, balance] of netOf(low).entries()) expect(balance).toBeCloseTo(netOf(high)[i]!, 4);
          expect(sum(netOf(low))).toBeCloseTo(0, 6);
          expect(sum(low.map(sum))).toBeLessThanOrEqual(sum(high.map(sum)) + 1e-6);
          for (const row of [...low, ...high]) for (const value of row) expect(value).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 50 },
    );
  });
});
