import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DualAveraging, Moments, windowEnds } from './adaptation.ts';
import { convergence, effectiveSize, normalQuantile, quantile } from './diagnostics.ts';
import type { LogDensity } from './log-density.ts';
import { Metric } from './metric.ts';
import { Nuts } from './nuts.ts';
import { Random } from './random.ts';

/** Two correlated normal coordinates (2 and 1, covariance 1.2, 1) and the logarithm of a gamma variable of shape 3. */
const target: LogDensity = {
  dimension: 3,
  denseDimension: 2,
  evaluate(position, gradient) {
    const [x, y, z] = [position[0]! - 2, position[1]! - 1, position[2]!];
    const [a, b, c] = [1 / (2 * 1 - 1.2 ** 2), -1.2 / (2 * 1 - 1.2 ** 2), 2 / (2 * 1 - 1.2 ** 2)];
    gradient[0] = -(a * x + b * y);
    gradient[1] = -(b * x + c * y);
    gradient[2] = 3 - Math.exp(z);
    return -0.5 * (a * x * x + 2 * b * x * y + c * y * y) + 3 * z - Math.exp(z);
  },
};

function sample(seed: number, draws: number): Float64Array[] {
  const random = new Random(seed);
  const metric = new Metric(3, 2);
  const sampler = new Nuts(target, metric, random, new Float64Array(3));
  const steps = new DualAveraging(0.8);
  const moments = new Moments(3, 2);
  sampler.findStepSize();
  steps.restart(sampler.stepSize);
  for (let at = 0; at < 400; at++) {
    sampler.stepSize = steps.learn(sampler.transition().acceptance);
    if (at > 50) moments.add(sampler.position);
    if (at === 300) {
      const [covariance, variance] = [new Float64Array(4), new Float64Array(3)];
      moments.write(covariance, variance);
      metric.set(covariance, variance);
      steps.restart(sampler.stepSize);
    }
  }
  sampler.stepSize = steps.average;
  const chains = [0, 1, 2].map(() => new Float64Array(draws));
  for (let at = 0; at < draws; at++) {
    const { divergent } = sampler.transition();
    expect(divergent).toBe(false);
    for (const i of [0, 1, 2]) chains[i]![at] = sampler.position[i]!;
  }
  return chains;
}

describe('the sampler', () => {
  it('draws from a distribution with known moments', () => {
    const [x, y, z] = sample(7, 20_000) as [Float64Array, Float64Array, Float64Array];
    const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const near = (values: Float64Array, expected: number): void => {
      const found = mean(values);
      const sd = Math.sqrt(mean(values.map(value => (value - found) ** 2)));
      expect(Math.abs(found - expected)).toBeLessThan((4 * sd) / Math.sqrt(effectiveSize([values])));
    };
    near(x, 2);
    near(y, 1);
    near(
      x.map((value, i) => (value - 2) * (y[i]! - 1)),
      1.2,
    );
    near(
      y.map(value => (value - 1) ** 2),
      1,
    );
    near(
      z.map(value => Math.exp(value)),
      3,
    );
    near(
      z.map(value => (Math.exp(value) < 2.674 ? 1 : 0)),
      0.5,
    );
  });

  it('gives the same draws for the same seed', () => {
    expect(sample(3, 50)).toEqual(sample(3, 50));
    expect(sample(3, 50)).not.toEqual(sample(4, 50));
  });
});

describe('windows of the warm-up', () => {
  it('double, and the last ends before the closing part', () => {
    expect(windowEnds(1000)).toEqual([100, 150, 250, 450, 950]);
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 5000 }), warmup => {
        const ends = windowEnds(warmup);
        expect(ends.length).toBeGreaterThan(0);
        expect(ends.at(-1)).toBeLessThanOrEqual(warmup);
        expect([...ends].sort((a, b) => a - b)).toEqual(ends);
      }),
    );
  });
});

describe('diagnostics of chains', () => {
  const chain = (seed: number, correlation: number, shift = 0): Float64Array => {
    const random = new Random(seed);
    let state = random.normal();
    return Float64Array.from({ length: 2000 }, () => {
      state = correlation * state + Math.sqrt(1 - correlation ** 2) * random.normal();
      return state + shift;
    });
  };

  it('count independent draws fully, and those of an autoregression by (1 − ρ) / (1 + ρ)', () => {
    const free = convergence([1, 2, 3, 4].map(seed => chain(seed, 0)));
    expect(free.rhat).toBeLessThan(1.005);
    expect(free.essBulk / 8000).toBeGreaterThan(0.85);
    const bound = convergence([1, 2, 3, 4].map(seed => chain(seed, 0.8)));
    expect(bound.essBulk / 8000).toBeGreaterThan(0.08);
    expect(bound.essBulk / 8000).toBeLessThan(0.15);
  });

  it('tell chains that lie apart, and chains of different spread', () => {
    expect(convergence([chain(1, 0), chain(2, 0, 1)]).rhat).toBeGreaterThan(1.1);
    expect(convergence([chain(1, 0), chain(2, 0).map(value => 3 * value)]).rhat).toBeGreaterThan(1.1);
    expect(convergence([new Float64Array(10).fill(2), new Float64Array(10).fill(2)])).toEqual({
      rhat: 1,
      essBulk: 20,
      essTail: 20,
    });
  });

  it('use the quantiles of the normal distribution', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232, 6);
    expect(quantile([1, 2, 4], 0.75)).toBe(3);
  });
});

describe('random numbers', () => {
  it('have the moments of their distributions', () => {
    const random = new Random(11);
    const draws = 50_000;
    let [first, second, counts, large] = [0, 0, 0, 0];
    for (let i = 0; i < draws; i++) {
      const normal = random.normal();
      first += normal / draws;
      second += normal ** 2 / draws;
      counts += random.poisson(4.5) / draws;
      large += random.poisson(1000) / draws;
    }
    expect(Math.abs(first)).toBeLessThan(0.02);
    expect(second).toBeCloseTo(1, 1);
    expect(counts).toBeCloseTo(4.5, 1);
    expect(Math.abs(large - 1000)).toBeLessThan(1);
  });
});
