import { describe, expect, it } from 'vitest';
import { Crew } from './crew.ts';
import { FIELD, nationOf, ROW } from './identity.ts';
import type { NamePlaces } from './name-index.ts';
import { KINDS, type Kind } from './name-places.ts';
import { sharedIntegers } from './shared.ts';

const MANY = 1_000_000;
const SPELLINGS = 3000;

/** Surname, given name and patronymic by their numbers, and the country of birth, slip by slip. */
type Slip = readonly [number, number, number, number];

async function placed(slips: readonly Slip[], crew = Crew.alone()) {
  const rows = sharedIntegers(slips.length * ROW);
  const uses = sharedIntegers((SPELLINGS + 1) * KINDS.length);
  for (const [slip, [surname, given, patronymic, country]] of slips.entries()) {
    rows.set([surname, given, patronymic], slip * ROW);
    rows[slip * ROW + FIELD.birthCountry] = country;
    for (const kind of KINDS) (uses[(slips[slip] as Slip)[kind] * KINDS.length + kind] as number)++;
  }
  try {
    const places: Record<Kind, NamePlaces> = Object.assign({}, ...(await crew.run('place', { rows, uses })));
    return { rows, places };
  } finally {
    await crew.dismiss();
  }
}

describe('places of names', () => {
  it('are one for a spelling and nation, in the order of the slips, with as many uses', async () => {
    const { rows, places } = await placed([
      [7, 8, 0, 1],
      [7, 9, 5, 2],
      [7, 8, 5, 1],
    ]);
    expect([0, 1, 2].map(slip => [...rows.subarray(slip * ROW, slip * ROW + 3)])).toEqual([
      [1, 1, 0],
      [2, 2, 1],
      [1, 1, 2],
    ]);
    expect(places[FIELD.surname]).toEqual({
      spelling: Int32Array.of(0, 7, 7),
      nation: Int32Array.of(0, 1, 2),
      uses: Int32Array.of(0, 2, 1),
    });
  });

  it('take a surname and a given name for swapped where all others write them the other way', async () => {
    const common: Slip[] = Array.from({ length: 20 }, () => [1, 2, 0, 1]);
    const { rows } = await placed([...common, [2, 1, 0, 1], [2, 3, 0, 1]]);
    const place = (slip: number, kind: Kind) => rows[slip * ROW + kind];
    expect([place(20, FIELD.surname), place(20, FIELD.given)]).toEqual([
      place(0, FIELD.surname),
      place(0, FIELD.given),
    ]);
    expect(place(21, FIELD.surname)).not.toBe(place(0, FIELD.surname));
  });

  it('are the same however many threads give them', async () => {
    // A fixed walk through the numbers: many more places than the first table of slots holds.
    const slips = Array.from({ length: 20_000 }, (_, at): Slip => {
      const draw = (step: number) => Math.imul(at + 1, step) >>> 0;
      return [1 + (draw(2654435761) % SPELLINGS), 1 + (draw(40503) % 900), draw(97) % 700, 1 + (at % 9)];
    });
    const alone = await placed(slips);
    expect(alone.places[FIELD.surname].uses.length).toBeGreaterThan(10_000);
    for (const [slip, [surname]] of slips.entries()) {
      const place = alone.rows[slip * ROW] as number;
      const { spelling, nation } = alone.places[FIELD.surname];
      if (spelling[place] !== surname || nation[place] !== nationOf(alone.rows, slip)) expect.fail(`slip ${slip}`);
    }
    expect(await placed(slips, Crew.gather(MANY, 2))).toEqual(alone);
    expect(await placed(slips, Crew.gather(MANY, 5))).toEqual(alone);
  });
});
