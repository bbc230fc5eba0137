import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dataFolder } from '../../../common/data-folder.ts';
import { emptyCell, type MirrorCell } from '../mirror-table.ts';
import { readTables } from '../tables/read-tables.ts';
import { fitBinomialFactors } from './binomial-factors.ts';
import { type Factor, factorTable } from './factor-table.ts';
import { fitFactors } from './fit-factors.ts';
import { fitLogFactors } from './log-factors.ts';
import { studentT } from './student-t.ts';
import { cholesky, solveFactored } from './symmetric-matrix.ts';

let panel: readonly MirrorCell[];
beforeAll(async () => {
  panel = (await readTables([join(dataFolder, 'mirror', 'eurostat-2010-2019.csv')])).cells;
});

const expected = parse(
  readFileSync(new URL('../cases/eurostat-log-factors.yaml', import.meta.url), 'utf8'),
) as Factor[];

function cell(
  origin: string,
  destination: string,
  year: number,
  departures: number | null,
  arrivals: number | null,
): MirrorCell {
  return { ...emptyCell({ origin, destination, year, firstYear: year }), departures, arrivals };
}

/** Offices of four states in some years, each with its habits, around flows drawn at random. */
const network = fc
  .record({
    years: fc.integer({ min: 3, max: 5 }),
    seeing: fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
    noise: fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 120, maxLength: 120 }),
  })
  .map(({ years, seeing, noise }) => {
    const states = ['AM', 'BY', 'KZ', 'SE'];
    let drawn = 0;
    return states.flatMap((origin, i) =>
      states.flatMap((destination, j) =>
        i === j
          ? []
          : Array.from({ length: years }, (_, year) => {
              const flow = 5000 * Math.exp(2 * (noise[drawn % 120] ?? 0));
              drawn += 7;
              const error = 1 + (noise[drawn % 120] ?? 0);
              return cell(
                origin,
                destination,
                2000 + year,
                Math.round(flow * (seeing[i] ?? 1)) + 1,
                Math.round(flow * error * (seeing[4 + j] ?? 1)) + 1,
              );
            }),
      ),
    );
  });

describe('factors by the log form', () => {
  it('are those of the Eurostat panel within 0.5 %', () => {
    const fit = fitLogFactors(panel, 'SE');
    expect(fit.network.cells).toHaveLength(1765);
    expect(fit.df).toBe(1734);
    expect(fit.summary['residual_sd']).toBeCloseTo(0.706, 3);
    expect(fit.summary['r_squared']).toBeCloseTo(0.669, 3);
    const found = new Map(factorTable(fit).map(each => [`${each.side} ${each.office}`, each]));
    for (const { office, side, ...numbers } of expected) {
      const factor = found.get(`${side} ${office}`)!;
      for (const name of ['factor', 'low95', 'high95'] as const) {
        expect(Math.abs(factor[name] / numbers[name] - 1), `${name} of ${side} of ${office}`).toBeLessThan(0.005);
      }
    }
  });

  it('predict cells left out far better than no model', () => {
    const { diagnostics } = fitFactors(panel, { model: 'log', benchmark: 'SE', corridors: false, seed: 1 });
    expect(diagnostics.cross_validation!.rmse).toBeCloseTo(0.712, 1);
    expect(diagnostics.cross_validation!.rmse_without_model).toBeCloseTo(1.215, 1);
    expect(diagnostics.cross_validation!.rmse_whole_corridors).toBeCloseTo(0.755, 1);
  });

  it('leave over a third of the residual variance to corridors, whose effects predict better still', () => {
    const { diagnostics } = fitFactors(panel, { model: 'log', benchmark: 'SE', corridors: true, seed: 1 });
    expect(diagnostics.fit['corridor_share']).toBeGreaterThan(0.33);
    expect(diagnostics.cross_validation!.rmse).toBeLessThan(0.65);
  });

  it('take up the scale of an office and nothing else changes', () => {
    fc.assert(
      fc.property(network, fc.integer({ min: 2, max: 9 }), (cells, scale) => {
        const scaled = cells.map(each =>
          each.origin === 'BY' ? { ...each, departures: each.departures! * scale } : each,
        );
        const [before, after] = [factorTable(fitLogFactors(cells, 'SE')), factorTable(fitLogFactors(scaled, 'SE'))];
        for (const [at, factor] of before.entries()) {
          const times = factor.office === 'BY' && factor.side === 'departures' ? scale : 1;
          expect(after[at]!.factor * times).toBeCloseTo(factor.factor, 6);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('do not depend on the names of the offices', () => {
    const renamed = new Map(Object.entries({ AM: 'ZM', BY: 'AZ', KZ: 'UA', SE: 'DK' }));
    fc.assert(
      fc.property(network, cells => {
        const other = cells.map(each => ({
          ...each,
          origin: renamed.get(each.origin)!,
          destination: renamed.get(each.destination)!,
        }));
        for (const form of [fitLogFactors, fitBinomialFactors]) {
          const after = new Map(
            factorTable(form(other, 'DK')).map(each => [`${each.side} ${each.office}`, each.factor]),
          );
          for (const { office, side, factor } of factorTable(form(cells, 'SE')))
            expect(after.get(`${side} ${renamed.get(office)}`)! / factor).toBeCloseTo(1, 6);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('estimate between both corrected reports, the interval around the estimate, never NaN', () => {
    fc.assert(
      fc.property(network, fc.array(fc.nat(40), { maxLength: 12 }), (cells, holes) => {
        const table = cells.map((each, at) => (holes.includes(at) ? { ...each, arrivals: at % 2 ? null : 0 } : each));
        for (const model of ['log', 'binomial'] as const) {
          const { flows, factors } = fitFactors(table, { model, benchmark: 'SE', corridors: false, seed: 3 });
          for (const flow of flows) {
            for (const value of Object.values(flow)) expect(value).not.toBeNaN();
            if (flow.estimate === null) continue;
            expect(flow.low95!).toBeLessThanOrEqual(flow.estimate);
            expect(flow.high95!).toBeGreaterThanOrEqual(flow.estimate);
            if (!flow.arrivals_reported || !flow.departures_reported) continue;
            const factorOf = (office: string, side: string): number =>
              factors.find(each => each.office === office && each.side === side)!.factor;
            const sides = [
              flow.arrivals_reported * factorOf(flow.destination, 'arrivals'),
              flow.departures_reported * factorOf(flow.origin, 'departures'),
            ];
            expect(flow.estimate).toBeGreaterThanOrEqual(Math.min(...sides) * (1 - 1e-9));
            expect(flow.estimate).toBeLessThanOrEqual(Math.max(...sides) * (1 + 1e-9));
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('factors by the count-weighted form', () => {
  it('make both sides of an office meet in sum: the score is 0', () => {
    const fit = fitBinomialFactors(panel, 'SE');
    expect(fit.summary['dispersion']).toBeGreaterThan(60);
    const factors = new Map(factorTable(fit).map(each => [`${each.side} ${each.office}`, each.factor]));
    let [reported, fitted] = [0, 0];
    for (const { cell: each, departures, arrivals } of fit.network.cells) {
      if (each.destination !== 'IT') continue;
      const odds = factors.get('arrivals IT')! / factors.get(`departures ${each.origin}`)!;
      reported += departures;
      fitted += ((departures + arrivals) * odds) / (1 + odds);
    }
    expect(fitted / reported).toBeCloseTo(1, 6);
  });
});

describe('what cannot be told is refused, with the reason', () => {
  const three = ['BY', 'KZ', 'RU'].flatMap(origin =>
    ['BY', 'KZ', 'RU'].filter(each => each !== origin).map(destination => cell(origin, destination, 2011, 100, 130)),
  );
  const refused = (cells: readonly MirrorCell[], benchmark: string, form = fitLogFactors): unknown => {
    try {
      return form(cells, benchmark);
    } catch (error) {
      return (error as { details: { reason: string } }).details.reason;
    }
  };

  it('three offices and one year', () => {
    expect(refused(three, 'RU')).toBe('too_few_cells');
    expect(refused(three, 'RU', fitBinomialFactors)).toBe('too_few_cells');
  });

  it('a benchmark that nobody reports beside', () => {
    expect(refused(three, 'SE')).toBe('no_benchmark');
    expect(refused([cell('RU', 'BY', 2011, 5, null)], 'BY')).toBe('no_benchmark');
  });

  it('two offices, whatever the years: their corridors share no factor', () => {
    const two = Array.from({ length: 20 }, (_, year) => [
      cell('RU', 'BY', 1991 + year, 660, 710),
      cell('BY', 'RU', 1991 + year, 470, 615),
    ]).flat();
    expect(refused(two, 'BY')).toBe('disconnected');
  });

  it('all zeros, and an office that only ever reports zeros', () => {
    expect(
      refused(
        three.map(each => ({ ...each, departures: 0, arrivals: 0 })),
        'RU',
      ),
    ).toBe('no_benchmark');
    const years = [2009, 2010, 2011].flatMap(year =>
      three.map(each => ({ ...each, year, departures: each.origin === 'KZ' ? 0 : 5 })),
    );
    expect(refused(years, 'RU', fitBinomialFactors)).toBe('infinite');
  });
});

describe('the textbook form, with one factor pinned', () => {
  it('collapses on the Eurostat panel: shrinking every other factor shrinks its sum of squares', () => {
    const { network: used } = fitLogFactors(panel, 'SE');
    const n = used.offices.length;
    const collapsed = (weight: (departures: number, arrivals: number) => number): number[] => {
      // Minimise Σ w (a I − b E)²: a linear problem once the benchmark's a is 1.
      const matrix = new Float64Array(n * n);
      const right = new Float64Array(n);
      for (const { departures, arrivals, receiver, sender } of used.cells) {
        const w = weight(departures, arrivals);
        matrix[sender * n + sender]! += w * departures ** 2;
        if (receiver < 0) right[sender]! += w * departures * arrivals;
        else {
          matrix[receiver * n + receiver]! += w * arrivals ** 2;
          matrix[receiver * n + sender]! -= w * departures * arrivals;
          matrix[sender * n + receiver]! -= w * departures * arrivals;
        }
      }
      return [...solveFactored(cholesky(matrix, n)!, n, right)];
    };
    const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
    const euclid = collapsed(() => 1);
    expect(Math.max(...euclid)).toBeLessThan(1);
    expect(median(euclid)).toBeLessThan(0.35);
    const weighted = collapsed((departures, arrivals) => 1 / (departures + arrivals));
    expect(median(weighted)).toBeLessThan(0.8);
    expect(median(factorTable(fitLogFactors(panel, 'SE')).map(({ factor }) => factor))).toBeGreaterThan(1.2);
  });
});

describe("Student's t", () => {
  it('has the quantiles of the tables', () => {
    expect(studentT(0.95, 1)).toBeCloseTo(12.706, 3);
    expect(studentT(0.95, 10)).toBeCloseTo(2.2281, 4);
    expect(studentT(0.95, 1734)).toBeCloseTo(1.9613, 4);
  });
});
