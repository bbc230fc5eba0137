import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Steps } from '../../common/steps.ts';
import { Engine } from '../../engine/engine.ts';
import { accountSlips } from './account-slips.ts';
import { storeSlips, type WrittenSlip } from './cases/written-slips.ts';
import { cellColumns } from './method/reported-slip.ts';
import type { AccountParameters, Class } from './parameters.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
});
afterAll(() => engine.close());

const STATES = ['BY', 'RU', 'KZ', 'DE', 'ZZ'];

/** Slips without any plan behind them: few persons, few states, few years, so that everything collides with everything. */
const slip = fc
  .record({
    person: fc.constantFrom('anna', 'boris', 'vera'),
    kind: fc.constantFrom('arrival', 'departure'),
    office: fc.constantFrom('BY', 'RU', 'KZ'),
    other: fc.constantFrom(...STATES),
    day: fc.integer({ min: 0, max: 1500 }),
    lag: fc.integer({ min: 0, max: 200 }),
    late: fc.boolean(),
    expired: fc.boolean(),
    months: fc.option(fc.integer({ min: 1, max: 24 })),
    sex: fc.constantFrom('M', 'F', ''),
    born: fc.option(fc.integer({ min: 1940, max: 2010 })),
  })
  .map(
    ({ person, kind, office, other, day, lag, late, expired, months, sex, born }) =>
      (id: number): WrittenSlip =>
        [
          `${person} s${String(id).padStart(3, '0')} ${kind}`,
          kind === 'arrival' ? `${other}>${office}` : `${office}>${other}`,
          isoDay(day),
          late ? 'late' : `on ${isoDay(day + lag)}`,
          expired && kind === 'departure' ? 'expired' : '',
          months === null ? '' : `for ${months}`,
          sex,
          born === null ? '' : `born ${born}`,
        ]
          .filter(word => word !== '')
          .join(' '),
  );

const parameters: fc.Arbitrary<AccountParameters> = fc.record({
  threshold: fc.constantFrom(3, 6, 9, 12),
  lapse: fc.constantFrom(1, 3, 6, 12),
  by: fc.subarray<Class>(['sex', 'age', 'citizenship', 'purpose']),
});

describe('the identity of the account', () => {
  it('reported − united = Σ causes in every cell and on both sides, one verdict a slip, matches one to one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(slip, { minLength: 1, maxLength: 30 }), parameters, async (written, given) => {
        await storeSlips(
          engine,
          written.map((make, id) => make(id)),
        );
        await accountSlips(engine, given, { steps: new Steps(), linkage: { precision: 1, recall: 1 } });
        const cell = cellColumns(given.by).join(', ');
        const broken = await engine.rows(`
          with explained as (
            select ${cell}, coalesce(sum("count") filter (side = 'arrivals'), 0) as arrivals,
              coalesce(sum("count") filter (side = 'departures'), 0) as departures from gap group by ${cell})
          select * from flow full join explained using (${cell})
          where (arrivals_reported - united) is distinct from coalesce(arrivals, 0)
            or (departures_reported - united) is distinct from coalesce(departures, 0)`);
        expect(broken).toEqual([]);
        expect(await engine.row(ONE_EACH)).toEqual({
          slips: written.length,
          verdicts: written.length,
          twice: 0,
          stray: 0,
        });
      }),
      { numRuns: 60 },
    );
  });
});

const ONE_EACH = `select (select count(*) from slip) as slips, (select count(*) from verdict) as verdicts,
  (select count(*) from (select departure from matched group by all having count(*) > 1
    union all select arrival from matched group by all having count(*) > 1)) as twice,
  (select count(*) from slip_move where move is null or n in (select n from slip_move group by n having count(*) > 1)) as stray`;

function isoDay(day: number): string {
  return new Date(Date.UTC(2004, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
}
