import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedRounding } from './rounding.ts';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
const bases = fc.integer({ min: 3, max: 20 });
const counts = fc.integer({ min: -100_000, max: 100_000 });

/** Many keys, the same in every run of the test. */
const KEYS = Array.from({ length: 4000 }, (_, n) => createHash('sha256').update(`key ${n}`).digest());

describe('keyed rounding', () => {
  it('gives multiples of the base, less than a base away, with the sign of the count', () => {
    fc.assert(
      fc.property(bytes, bases, counts, (key, base, count) => {
        const rounded = keyedRounding(key, base)('a', count);
        expect(Math.abs(rounded % base)).toBe(0);
        expect(Math.abs(rounded - count)).toBeLessThan(base);
        expect(Math.sign(rounded) * Math.sign(count)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('leaves zero and multiples as they are', () => {
    fc.assert(
      fc.property(bytes, bases, fc.integer({ min: -99, max: 99 }), (key, base, times) => {
        expect(keyedRounding(key, base)('a', times * base) - times * base).toBe(0);
      }),
    );
    expect(Object.is(keyedRounding(new Uint8Array(32), 5)('a', 0), 0)).toBe(true);
  });

  it('rises with the count', () => {
    fc.assert(
      fc.property(bytes, bases, counts, fc.integer({ min: 0, max: 30 }), (key, base, count, more) => {
        const round = keyedRounding(key, base);
        expect(round('a', count + more)).toBeGreaterThanOrEqual(round('a', count));
      }),
    );
  });

  it('is the same for the same key, id and count, and told apart by any part of the id', () => {
    const rounded = (id: string) => KEYS.slice(0, 50).map(key => keyedRounding(key, 5)(id, 7));
    expect(rounded('BY RU 2011')).toEqual(rounded('BY RU 2011'));
    for (const other of ['RU BY 2011', 'BY RU 2012', 'BYRU 2011']) {
      expect(rounded(other)).not.toEqual(rounded('BY RU 2011'));
    }
  });

  it.each([0, 1, 2, 3, 4, 7, -1, -8, 10_003])('has no bias and the variance r(base − r): %d', count => {
    const errors = KEYS.map(key => keyedRounding(key, 5)('cell', count) - count);
    const rest = Math.abs(count % 5);
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const variance = errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length;
    expect(Math.abs(mean)).toBeLessThan(0.2);
    expect(Math.abs(variance - rest * (5 - rest))).toBeLessThan(0.4);
  });

  it('is independent from one id to another', () => {
    const products = KEYS.map(key => {
      const round = keyedRounding(key, 5);
      return (round('a', 2) - 2) * (round('b', 2) - 2);
    });
    expect(Math.abs(products.reduce((sum, product) => sum + product, 0) / products.length)).toBeLessThan(0.5);
  });
});
