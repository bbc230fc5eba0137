import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky, logDeterminant, solveFactored } from '../fit/symmetric-matrix.ts';
import { CLASSES, emptyCell, type MirrorCell } from '../mirror-table.ts';
import { Random } from '../sampler/random.ts';
import { CorridorFilter } from './corridor-filter.ts';
import { layOutPanel } from './flow-panel.ts';
import { FLOW_MODELS, makeFlowModel } from './models.ts';
import { StationaryFilter } from './stationary-filter.ts';

/** A small table of three states with some reports missing. */
function someCells(seed: number, years = 4): MirrorCell[] {
  const random = new Random(seed);
  const states = ['BY', 'KZ', 'SE'];
  return states.flatMap(origin =>
    states
      .filter(state => state !== origin)
      .flatMap(destination =>
        Array.from({ length: years }, (_, year) => ({
          ...emptyCell({ origin, destination, year: 2010 + year, firstYear: 2010 + year }),
          departures: random.uniform() < 0.3 ? null : random.poisson(80 * random.uniform()),
          arrivals: random.uniform() < 0.3 ? null : random.poisson(800 * random.uniform()),
          covariates: {
            popOrigin: 1e6 * (1 + random.uniform()),
            popDestination: 1e6 * (1 + random.uniform()),
            distanceKm: 500 + 900 * random.uniform(),
            undercountOrigin: CLASSES[Math.floor(3 * random.uniform())]!,
            undercountDestination: CLASSES[Math.floor(3 * random.uniform())]!,
            accuracyOrigin: CLASSES[Math.floor(3 * random.uniform())]!,
            accuracyDestination: CLASSES[Math.floor(3 * random.uniform())]!,
          },
        })),
      ),
  );
}

describe('a corridor’s likelihood', () => {
  it('is that of the joint normal distribution of its reports', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const random = new Random(seed);
        const years = 5;
        const counts = Array.from({ length: years }, () => Math.floor(3 * random.uniform()));
        const starts = Int32Array.from([0, ...counts.map((_, t) => counts.slice(0, t + 1).reduce((a, b) => a + b, 0))]);
        const m = starts[years]!;
        const filter = new CorridorFilter(years, m, starts);
        for (let t = 0; t < years; t++) filter.intercepts[t] = random.normal();
        for (let k = 0; k < m; k++) {
          filter.rates[k] = random.normal() * 2;
          filter.variances[k] = 0.1 + random.uniform();
        }
        const [lag, innovation, level, levelVariance] = [
          0.8 * random.normal(),
          0.5 * random.uniform(),
          random.normal(),
          2 * random.uniform(),
        ];
        // y = L (c 1 + d + η): the covariance and the mean written out.
        const lower = (t: number, s: number): number => (s > t ? 0 : lag ** (t - s));
        const sumOf = (t: number): number =>
          Array.from({ length: years }, (_, s) => lower(t, s)).reduce((a, b) => a + b, 0);
        const yearOf = (k: number): number => counts.findIndex((_, t) => k < starts[t + 1]!);
        const covariance = new Float64Array(m * m);
        const error = new Float64Array(m);
        for (let k = 0; k < m; k++) {
          const t = yearOf(k);
          const mean = Array.from({ length: years }, (_, s) => lower(t, s) * (level + filter.intercepts[s]!)).reduce(
            (a, b) => a + b,
            0,
          );
          error[k] = filter.rates[k]! - mean;
          for (let l = 0; l < m; l++) {
            const u = yearOf(l);
            const shared = Array.from({ length: years }, (_, s) => lower(t, s) * lower(u, s)).reduce(
              (a, b) => a + b,
              0,
            );
            covariance[k * m + l] =
              levelVariance * sumOf(t) * sumOf(u) + innovation * shared + (k === l ? filter.variances[k]! : 0);
          }
        }
        const factor = cholesky(covariance, m)!;
        const solved = solveFactored(factor, m, error);
        const joint = -0.5 * (logDeterminant(factor, m) + error.reduce((sum, each, k) => sum + each * solved[k]!, 0));
        expect(filter.evaluate(0, years, lag, innovation, level, levelVariance)).toBeCloseTo(joint, 7);
        for (let k = 0; k < m; k++) expect(filter.rateAdjoints[k]).toBeCloseTo(-solved[k]!, 6);
      }),
      { numRuns: 100 },
    );
  });

  it('gives draws of the flows with the right means and spread', () => {
    const filter = new CorridorFilter(3, 2, Int32Array.from([0, 1, 1, 2]));
    filter.intercepts.set([0.2, -0.1, 0.4]);
    filter.rates.set([5, 6.5]);
    filter.variances.set([0.3, 0.2]);
    const [lag, innovation, level, levelVariance] = [0.3, 0.15, 4, 0.5];
    // Cov(y) and Cov(y, reports) written out.
    const lower = [
      [1, 0, 0],
      [lag, 1, 0],
      [lag * lag, lag, 1],
    ];
    const sums = lower.map(row => row.reduce((a, b) => a + b, 0));
    const cov = lower.map((one, t) =>
      lower.map(
        (other, u) => levelVariance * sums[t]! * sums[u]! + innovation * one.reduce((a, b, s) => a + b * other[s]!, 0),
      ),
    );
    const mean = lower.map(row => row.reduce((a, b, s) => a + b * (level + filter.intercepts[s]!), 0));
    const observed = [0, 2];
    const matrix = Float64Array.from(
      observed.flatMap((t, k) => observed.map((u, l) => cov[t]![u]! + (k === l ? filter.variances[k]! : 0))),
    );
    const factor = cholesky(matrix, 2)!;
    const weights = solveFactored(factor, 2, Float64Array.from(observed.map((t, k) => filter.rates[k]! - mean[t]!)));
    const random = new Random(5);
    const [means, deviations] = [new Float64Array(3), new Float64Array(3)];
    const squares = [0, 0, 0];
    let cross = 0;
    const draws = 40_000;
    for (let i = 0; i < draws; i++) {
      filter.draw(0, 3, { lag, innovation, level, levelVariance }, () => random.normal(), means, deviations);
      for (const t of [0, 1, 2]) squares[t]! += deviations[t]! ** 2 / draws;
      cross += (deviations[0]! * deviations[1]!) / draws;
    }
    const posterior = (t: number, u: number): number => {
      const right = solveFactored(factor, 2, Float64Array.from(observed.map(o => cov[u]![o]!)));
      return cov[t]![u]! - observed.reduce((sum, o, k) => sum + cov[t]![o]! * right[k]!, 0);
    };
    for (const t of [0, 1, 2]) {
      expect(means[t]).toBeCloseTo(mean[t]! + observed.reduce((sum, o, k) => sum + cov[t]![o]! * weights[k]!, 0), 10);
      expect(squares[t]! / posterior(t, t)).toBeCloseTo(1, 1);
    }
    expect(cross / posterior(0, 1)).toBeCloseTo(1, 1);
  });
});

describe('the likelihood of a corridor with lasting errors', () => {
  it('is that of the joint normal distribution of its reports', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const random = new Random(seed);
        const years = 4;
        const sides = Array.from({ length: years }, () => [1, 2].filter(() => random.uniform() < 0.7));
        const starts = Int32Array.from([0, ...sides.map((_, t) => sides.slice(0, t + 1).flat().length)]);
        const constants = Int8Array.from(sides.flat());
        const m = constants.length;
        if (m === 0) return;
        const filter = new StationaryFilter(years, starts, constants);
        for (let k = 0; k < m; k++) {
          filter.rates[k] = 2 * random.normal();
          filter.variances[k] = 0.05 + random.uniform();
        }
        const process = {
          persistence: random.uniform(),
          variance: random.uniform(),
          level: random.normal(),
          levelVariance: 0.1 + random.uniform(),
          arrivalsVariance: 0.1 + random.uniform(),
          departuresVariance: 0.1 + random.uniform(),
        };
        const yearOf = (k: number): number => sides.findIndex((_, t) => k < starts[t + 1]!);
        const covariance = Float64Array.from({ length: m * m }, (_, at) => {
          const [k, l] = [Math.floor(at / m), at % m];
          const own = constants[k] === 1 ? process.arrivalsVariance : process.departuresVariance;
          const lasting = process.levelVariance + (constants[k] === constants[l] ? own : 0);
          const passing = process.variance * process.persistence ** Math.abs(yearOf(k) - yearOf(l));
          return lasting + passing + (k === l ? filter.variances[k]! : 0);
        });
        const error = Float64Array.from(filter.rates, rate => rate - process.level);
        const factor = cholesky(covariance, m)!;
        const solved = solveFactored(factor, m, error);
        const joint = -0.5 * (logDeterminant(factor, m) + error.reduce((sum, each, k) => sum + each * solved[k]!, 0));
        expect(filter.evaluate(0, years, process)).toBeCloseTo(joint, 7);
        // The mean of y = w + c given the reports, written out.
        const out = {
          means: new Float64Array(years),
          deviations: new Float64Array(years),
          processMeans: new Float64Array(years),
          processDeviations: new Float64Array(years),
        };
        filter.draw(0, years, process, () => 0, out);
        for (let t = 0; t < years; t++) {
          const shared = (k: number): number =>
            process.levelVariance + process.variance * process.persistence ** Math.abs(t - yearOf(k));
          const mean = process.level + solved.reduce((sum, each, k) => sum + each * shared(k), 0);
          expect(out.means[t]).toBeCloseTo(mean, 7);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe.each(FLOW_MODELS)('the model of the true flow, %s', name => {
  it('has the gradient that finite differences give', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const model = makeFlowModel(
          name,
          layOutPanel(someCells(seed), (cell, side) => cell.year === 2012 && side === 'arrivals'),
          'SE',
        );
        const random = new Random(seed, 1);
        const position = model.start(random);
        const gradient = new Float64Array(model.dimension);
        const scratch = new Float64Array(model.dimension);
        model.evaluate(position, gradient);
        for (let at = 0; at < model.dimension; at++) {
          const step = 1e-5;
          const kept = position[at]!;
          position[at] = kept + step;
          const above = model.evaluate(position, scratch);
          position[at] = kept - step;
          const below = model.evaluate(position, scratch);
          position[at] = kept;
          const slope = (above - below) / (2 * step);
          expect(Math.abs(gradient[at]! - slope), `coordinate ${at}`).toBeLessThan(1e-4 * Math.max(1, Math.abs(slope)));
        }
      }),
      { numRuns: 25 },
    );
  });
});
