import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../common/data-folder.ts';
import { runMirror } from '../fixtures/run-mirror.ts';
import { emptyCell, type MirrorCell } from '../mirror-table.ts';
import { asymmetry } from './asymmetry.ts';
import { type Comparison, compareTables } from './compare.ts';

const figure = fc.option(fc.nat(1_000_000), { nil: null });
const cells = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom('AM', 'BY', 'KZ', 'RU'),
      fc.constantFrom('AM', 'BY', 'KZ', 'RU'),
      fc.integer({ min: 2008, max: 2012 }),
      figure,
      figure,
    ),
    {
      selector: ([origin, destination, year]) => `${origin}${destination}${year}`,
      maxLength: 30,
    },
  )
  .map(rows =>
    rows
      .filter(([origin, destination]) => origin !== destination)
      .map(
        ([origin, destination, year, departures, arrivals]): MirrorCell => ({
          ...emptyCell({ origin, destination, year, firstYear: year }),
          departures,
          arrivals,
        }),
      ),
  );

describe('a comparison of two offices', () => {
  it('gives the figures of the note: balances +240 and +45, −195 = −50 − 145, +95 by place of arrival', async () => {
    const told = await runMirror('compare', join(dataFolder, 'mirror', 'note-belarus-russia.csv'));
    expect(told.data).toEqual({
      corridors: [
        {
          origin: 'BY',
          destination: 'RU',
          year: 2011,
          first_year: 1991,
          departures: 470_000,
          arrivals: 615_000,
          gap: 145_000,
        },
        {
          origin: 'RU',
          destination: 'BY',
          year: 2011,
          first_year: 1991,
          departures: 660_000,
          arrivals: 710_000,
          gap: 50_000,
        },
      ],
      pairs: [
        {
          a: 'BY',
          b: 'RU',
          year: 2011,
          first_year: 1991,
          balance_a: 240_000,
          balance_b: 45_000,
          difference: -195_000,
          parts: [-50_000, -145_000],
          balance_by_arrivals: 95_000,
        },
      ],
    });
    for (const words of [
      '710/660',
      '470/615',
      'Belstat +240',
      'Rosstat +45',
      '−195 = −50 − 145',
      '+95',
      '2011: registrations',
    ])
      expect(told.text).toContain(words);
  });

  it('brings to 12 months only what has one known minimum stay, and says what is left out', async () => {
    const note = join(dataFolder, 'mirror', 'note-belarus-russia.csv');
    // Rosstat counted permanent moves before 2011 and stays of 9 months then: the period has no one rule; of Belstat none is known.
    expect((await runMirror('compare', note, '--harmonise', 'imem')).text).toContain('4 of 4 reports are left out');
    const told = await runMirror('compare', note, '--harmonise', 'imem', '--stays', 'RU=9,BY=permanent');
    expect(told.text).not.toContain('left out');
    expect(told.text.replaceAll('\u202f', ' ')).toContain('615 000 531 975 525 825–581 175');
    const exponential = await runMirror('compare', note, '--harmonise', 'exponential', '--stays', 'RU=9,BY=permanent');
    expect(exponential.text).toContain('2 of 4 reports are left out');
  });

  it('explains every difference of balances by its two corridors', () => {
    fc.assert(
      fc.property(cells, table => {
        const { corridors, pairs } = compareTables(table);
        expect(corridors).toHaveLength(table.length);
        for (const { balance_a: a, balance_b: b, difference, parts } of pairs) {
          if (a === null || b === null) expect(difference).toBeNull();
          else {
            expect(difference).toBe(b - a);
            expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBe(difference);
          }
        }
      }),
    );
  });

  it('keeps every gap when both states trade their labels, and the sign of a balance turns', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 4, maxLength: 4 }), ([d1 = 0, a1 = 0, d2 = 0, a2 = 0]) => {
        const table = (x: string, y: string): Comparison =>
          compareTables([
            { ...emptyCell({ origin: x, destination: y, year: 2011, firstYear: 2011 }), departures: d1, arrivals: a1 },
            { ...emptyCell({ origin: y, destination: x, year: 2011, firstYear: 2011 }), departures: d2, arrivals: a2 },
          ]);
        const [one, other] = [table('BY', 'RU').pairs[0]!, table('RU', 'BY').pairs[0]!];
        expect(one.balance_a! + other.balance_b!).toBe(0);
        expect(one.balance_by_arrivals! + other.balance_by_arrivals!).toBe(0);
        expect(one.difference).toBe(other.difference);
      }),
    );
  });
});

describe('asymmetry', () => {
  it('turns its sign with the sides, and does not change with the scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 99 }),
        (d, a, scale) => {
          const { index, ratio } = asymmetry(d, a);
          expect(asymmetry(a, d).index).toBeCloseTo(-(index ?? 0), 10);
          expect(asymmetry(d * scale, a * scale).index).toBeCloseTo(index ?? 0, 10);
          expect(asymmetry(d * scale, a * scale).ratio).toBeCloseTo(ratio ?? 0, 8);
          expect(Math.abs(index ?? 0)).toBeLessThanOrEqual(2);
        },
      ),
    );
  });

  it('is silent where a figure is missing or both are 0', () => {
    expect(asymmetry(null, 3)).toEqual({ index: null, ratio: null });
    expect(asymmetry(0, 0)).toEqual({ index: null, ratio: null });
    expect(asymmetry(3, 0)).toEqual({ index: 2, ratio: null });
  });
});
