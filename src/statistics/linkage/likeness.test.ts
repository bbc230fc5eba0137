import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import { toLetterings } from './letterings.ts';
import { isOneEdit, jaroWinkler, letterSetOf, likenessAtMost } from './likeness.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
});
afterAll(() => engine.close());

const word = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 1, maxLength: 12 });
const words = fc.array(fc.tuple(word, word), { minLength: 50, maxLength: 50 });

describe('likeness of two words', () => {
  it('is what the engine has for it', async () => {
    await fc.assert(
      fc.asyncProperty(words, async pairs => {
        const values = pairs.map(([x, y], at) => `(${at}, ${sqlText(x)}, ${sqlText(y)})`).join(', ');
        const found = await engine.rows<{ likeness: number; distance: number }>(
          `select jaro_winkler_similarity(x, y) as likeness, levenshtein(x, y)::integer as distance
           from (values ${values}) as words (place, x, y) order by place`,
        );
        for (const [at, [x, y]] of pairs.entries()) {
          const both = toLetterings([x, y]);
          expect(jaroWinkler(both, 0, both, 1)).toBeCloseTo(found[at]?.likeness ?? Number.NaN, 9);
          expect(isOneEdit(both, 0, 1)).toBe(found[at]?.distance === 1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is never above what lengths and letters allow', () => {
    fc.assert(
      fc.property(word, word, (x, y) => {
        const most = likenessAtMost(x.length, y.length, letterSetOf(x), letterSetOf(y));
        const both = toLetterings([x, y]);
        expect(jaroWinkler(both, 0, both, 1)).toBeLessThanOrEqual(most + 1e-9);
        if (isOneEdit(both, 0, 1) && Math.min(x.length, y.length) > 3) expect(most).toBeGreaterThanOrEqual(0.82);
      }),
    );
  });
});
