import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logPoissonLognormal } from './poisson-lognormal.ts';

describe('a count whose log rate is normal', () => {
  it('has the probability that a fine sum over the rate gives', () => {
    fc.assert(
      fc.property(
        fc.nat(3000),
        fc.double({ min: -2, max: 9, noNaN: true }),
        fc.double({ min: 0.05, max: 2, noNaN: true }),
        (count, mean, deviation) => {
          let logFactorial = 0;
          for (let i = 2; i <= count; i++) logFactorial += Math.log(i);
          const terms: number[] = [];
          const step = 0.002;
          for (let mu = mean - 12 * deviation; mu < mean + 12 * deviation; mu += step * deviation)
            terms.push(count * mu - Math.exp(mu) - logFactorial - 0.5 * ((mu - mean) / deviation) ** 2);
          const high = Math.max(...terms);
          const brute =
            high +
            Math.log((terms.reduce((sum, term) => sum + Math.exp(term - high), 0) * step) / Math.sqrt(2 * Math.PI));
          if (brute < -60) return;
          expect(Math.abs(logPoissonLognormal(count, mean, deviation) - brute)).toBeLessThan(1e-3);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is a number however far the count lies', () => {
    for (const count of [0, 1, 1e6]) {
      for (const mean of [-800, -5, 0, 30, 800]) {
        for (const deviation of [1e-9, 1, 50, 1000]) {
          const found = logPoissonLognormal(count, mean, deviation);
          expect(found, `${count} ${mean} ${deviation}`).not.toBeNaN();
          expect(found).toBeLessThanOrEqual(1e-6);
        }
      }
    }
  });

  it('has probabilities that add up to 1', () => {
    let sum = 0;
    for (let count = 0; count < 3000; count++) sum += Math.exp(logPoissonLognormal(count, 2, 0.8));
    expect(sum).toBeCloseTo(1, 4);
  });
});
