import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAUSES, type Cause } from '../../../common/causes.ts';
import { corridorsOf } from '../../../common/charts/corridors.ts';
import { roundTicks, yearTicks } from '../../../common/charts/ticks.ts';
import { waterfallOf } from '../../../common/charts/waterfall.ts';
import { buildAccount } from './fixtures/build-account.ts';
import { noteAccount } from './fixtures/note-account.ts';
import { pairsOf } from './pairs.ts';

const counts = fc.dictionary(fc.constantFrom(...CAUSES), fc.integer({ min: -500, max: 500 })) as fc.Arbitrary<
  Partial<Record<Cause, number>>
>;
const corridor = (origin: string, destination: string) =>
  fc.record({
    origin: fc.constant(origin),
    destination: fc.constant(destination),
    united: fc.nat(5000),
    arrivals: counts,
    departures: counts,
    profile: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
  });

describe('a waterfall', () => {
  test('leads from departures reported through united to arrivals reported, step by step', () => {
    fc.assert(
      fc.property(corridor('BY', 'RU'), told => {
        const [only] = corridorsOf(buildAccount([told], 2000, { offices: ['BY', 'RU'] }));
        const rows = waterfallOf(only!);
        expect(rows.at(0)).toMatchObject({ figure: 'departures', level: only!.total.departures });
        expect(rows.at(-1)).toMatchObject({ figure: 'arrivals', level: only!.total.arrivals });
        let level = only!.total.departures;
        for (const row of rows) {
          expect(row.kind === 'total' ? row.level : row.from).toBe(level);
          level = row.kind === 'total' ? row.level : row.to;
        }
      }),
    );
  });

  test('is refused where the causes do not explain the gap', () => {
    const account = noteAccount();
    const [broken] = corridorsOf({ ...account, gaps: account.gaps.slice(1) });
    expect(() => waterfallOf(broken!)).toThrow('but its causes sum to');
  });
});

describe('balances', () => {
  test('by arrivals and united follow from each office’s own', () => {
    fc.assert(
      fc.property(corridor('BY', 'RU'), corridor('RU', 'BY'), (out, back) => {
        const corridors = corridorsOf(buildAccount([out, back], 2000, { offices: ['RU', 'BY'] }));
        for (const { balances } of pairsOf(corridors, ['RU', 'BY'])) {
          expect(balances.first + balances.fromFirst).toBe(balances.byArrivals);
          expect(balances.second + balances.fromSecond).toBe(balances.byArrivals);
          expect(balances.byArrivals + balances.fromCauses).toBe(balances.united);
        }
      }),
    );
  });

  test('of the note are +240, +45 and +95 thousand', () => {
    const [pair] = pairsOf(corridorsOf(noteAccount()), ['BY', 'RU']);
    expect(pair?.balances).toMatchObject({ first: 240_000, second: 45_000, byArrivals: 95_000, united: 93_100 });
  });
});

test('classes sum to the same corridors', () => {
  const account = noteAccount();
  const halves = account.flows.flatMap(flow => {
    const part = (sex: string, share: (value: number) => number) => ({
      ...flow,
      classes: { sex },
      united: share(flow.united),
      arrivals_reported: share(flow.arrivals_reported),
      departures_reported: share(flow.departures_reported),
    });
    return [part('F', value => value - Math.floor(value / 3)), part('M', value => Math.floor(value / 3))];
  });
  expect(corridorsOf({ ...account, flows: halves })).toEqual(corridorsOf(account));
});

test('a year without rows is a year of zeros', () => {
  const account = noteAccount();
  const [first] = corridorsOf({ ...account, flows: account.flows.filter(flow => flow.year !== 2000) });
  expect(first?.years.find(({ year }) => year === 2000)).toEqual({ year: 2000, united: 0, arrivals: 0, departures: 0 });
});

test('ticks are round, whole and within their range', () => {
  expect(roundTicks(0, 84_000, 5)).toEqual([0, 20_000, 40_000, 60_000, 80_000]);
  expect(roundTicks(658_200, 720_900, 3.3)).toEqual([660_000, 680_000, 700_000, 720_000]);
  expect(roundTicks(0, 1.04, 5)).toEqual([0, 1]);
  expect(yearTicks(1991, 2011)).toEqual([1995, 2000, 2005, 2010]);
  expect(yearTicks(2012, 2012)).toEqual([2012]);
});
