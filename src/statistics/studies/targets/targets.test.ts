import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { dataFolder } from '../../../common/data-folder.ts';
import { emptyCell, type MirrorCell } from '../../mirror/mirror-table.ts';
import { actualsOfCells, actualsOfFlows, parseActuals } from './actuals.ts';
import { normalShare } from './normal.ts';
import { parsePlan } from './plan.ts';
import { type TrackedSeries, trackPlan } from './track.ts';

interface Expected {
  total?: number;
  gap?: number;
  pace?: number;
  neededPace?: number | null;
  reached?: boolean | null;
  probability?: [number, number] | null;
  outlook?: [number, number, number];
}
type Case = { name: string; plan: unknown; actuals: string } & Record<string, unknown>;
const cases = parse(readFileSync(new URL('../cases/targets.yaml', import.meta.url), 'utf8')) as Case[];
const PLAN = { state: 'BY', title: 'T', unit: 'persons', period: '2011-2015', balance: 60 };
const planOf = (plan: unknown) => parsePlan('plan.yaml', stringify(plan));

describe('a plan and what happened', () => {
  it.each(cases)('$name', async ({ name: _, plan, actuals, ...expected }) => {
    const { series } = trackPlan(planOf(plan), await parseActuals('actuals.csv', actuals));
    expect(series.map(({ by }) => by)).toEqual(Object.keys(expected));
    for (const found of series) expectSeries(found, expected[found.by] as Expected);
  });

  it('of Belarus, 60 thousand in 2011 to 2015: reached by Belstat’s figures, hardly so less whom the census of 2019 missed', async () => {
    const text = (name: string) => readFileSync(join(dataFolder, 'studies', name), 'utf8');
    const plan = parsePlan('plan', text('target-belarus-2011-2015.yaml'));
    const { series } = trackPlan(plan, await parseActuals('actuals', text('actuals-belarus-2011-2015.csv')));
    const [own, estimate] = [
      series.find(({ by }) => by === 'own_office')!,
      series.find(({ by }) => by === 'estimate')!,
    ];
    expect(plan.balance).toBe(60_000);
    expect(own.reached).toBe(true);
    expect(own.total.value).toBeGreaterThan(60_000);
    expect(own.kind).toBe('modelled');
    expect(estimate.reached).toBe(false);
    expect(estimate.probability!.high).toBeLessThan(0.1);
    series.forEach(expectSound);
  });

  it('scales with its unit, and a higher plan is never likelier', async () => {
    const year = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 90 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(year, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: -900, max: 900 }),
        fc.integer({ min: 0, max: 300 }),
        async (years, balance, more) => {
          const series = async (scale: number, target: number) => {
            const rows = years.map(([value, error], at) =>
              [2011 + at, 'estimate', value * scale, (value - error) * scale, (value + error) * scale].join(','),
            );
            const actuals = await parseActuals('a.csv', `year,by,value,low,high\n${rows.join('\n')}\n`);
            return trackPlan(planOf({ ...PLAN, balance: target * scale }), actuals).series[0]!;
          };
          const [plain, scaled, higher] = [
            await series(1, balance),
            await series(10, balance),
            await series(1, balance + more),
          ];
          expect(scaled.total.value).toBe(10 * plain.total.value);
          expect(scaled.probability === null).toBe(plain.probability === null);
          if (plain.probability !== null && scaled.probability !== null && higher.probability !== null) {
            expect(scaled.probability.low).toBeCloseTo(plain.probability.low, 9);
            expect(higher.probability.high).toBeLessThanOrEqual(plain.probability.high + 1e-12);
          }
          for (const each of [plain, scaled, higher]) expectSound(each);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('tells balances of two offices’ table: offices that change places change their series, arrivals stay', () => {
    const cell = (
      origin: string,
      destination: string,
      departures: number | null,
      arrivals: number | null,
    ): MirrorCell => ({
      ...emptyCell({ origin, destination, year: 2011, firstYear: 2011 }),
      ...{ departures, arrivals },
    });
    const cells = [
      cell('RU', 'BY', 660, 710),
      cell('BY', 'RU', 470, 615),
      cell('KZ', 'BY', null, 50),
      cell('RU', 'KZ', 1, 1),
    ];
    const of = (state: string, partners: string[] | null = null) =>
      Object.fromEntries(actualsOfCells(cells, { state, partners }, 't').map(({ by, balance }) => [by, balance.value]));
    expect(of('BY', ['RU'])).toEqual({ own_office: 240, other_offices: 45, arrival_place: 95 });
    expect(of('RU', ['BY'])).toEqual({ own_office: -45, other_offices: -240, arrival_place: -95 });
    // Those who come from Kazakhstan, to which nobody is known to leave, are no balance.
    expect(of('BY')).toEqual({ own_office: 240, other_offices: 45, arrival_place: 95 });
  });

  it('leaves a year out of which a model lacks a corridor, while an account lacks only those in which nobody moved', async () => {
    const flows = [
      'origin,destination,year,united,estimate,low95,high95',
      'RU,BY,2011,10,12,10,20',
      'BY,RU,2011,4,5,3,6',
      'RU,BY,2012,11,13,10,20',
      'RU,BY,2013,11,13,10,20',
      'BY,RU,2013,1,,,',
    ].join('\n');
    const found = await actualsOfFlows('flows.csv', flows, { state: 'BY', partners: null });
    expect(
      found.map(({ by, year, balance, kind }) => [by, year, balance.low, balance.value, balance.high, kind]),
    ).toEqual([
      ['united', 2011, 6, 6, 6, 'linked'],
      ['united', 2012, 11, 11, 11, 'linked'],
      ['united', 2013, 10, 10, 10, 'linked'],
      ['estimate', 2011, 4, 7, 17, 'modelled'],
    ]);
  });

  it.each([
    ['years that changed places', { ...PLAN, period: '2015-2011' }, /period/],
    ['years that do not add up', { ...PLAN, period: '2011-2012', years: { 2011: 1, 2012: 2 } }, /add up to 60/],
    ['years that are missing', { ...PLAN, years: { 2011: 60 } }, /each year of 2011-2015/],
    ['unknown states, all at once', { ...PLAN, state: 'QQ', with: ['QX'] }, /2 faults[\s\S]*state[\s\S]*with\.0/],
    ['no number', { ...PLAN, balance: '.nan' }, /balance/],
    ['numbers without end', { ...PLAN, balance: Number.POSITIVE_INFINITY }, /balance/],
  ])('refuses %s', (_, plan, message) => {
    expect(() => planOf(plan)).toThrow(message);
  });

  it('refuses faulty actuals, all at once', async () => {
    const text =
      'year,by,value,low,high\n2011,moon,1,,\n2011,estimate,5,6,7\nx,own_office,1,,\n2012,own_office,1e999,,\n';
    await expect(parseActuals('a.csv', text)).rejects.toThrow(/4 faults/);
  });

  it('knows the normal distribution', () => {
    for (const [z, share] of [
      [0, 0.5],
      [1, 0.8413447460685429],
      [-1.959963984540054, 0.025],
      [5, 0.9999997133484281],
      [-8, 6.220960574271785e-16],
    ] as const)
      expect(normalShare(z) / share).toBeCloseTo(1, 9);
  });
});

function expectSeries(found: TrackedSeries, expected: Expected): void {
  expectSound(found);
  if (expected.total !== undefined) expect(found.total.value).toBeCloseTo(expected.total, 6);
  if (expected.gap !== undefined) expect(found.years.at(-1)!.gap).toBeCloseTo(expected.gap, 6);
  for (const name of ['pace', 'neededPace', 'reached'] as const)
    if (expected[name] !== undefined) expect(found[name], name).toBe(expected[name]);
  if (expected.probability === null) expect(found.probability).toBeNull();
  else if (expected.probability !== undefined) {
    expect(found.probability!.low).toBeCloseTo(expected.probability[0], 4);
    expect(found.probability!.high).toBeCloseTo(expected.probability[1], 4);
  }
  if (expected.outlook !== undefined)
    expect(
      [found.outlook!.low, found.outlook!.value, found.outlook!.high].map(each => Math.round(each * 1e4) / 1e4),
    ).toEqual(expected.outlook);
}

function expectSound(found: TrackedSeries): void {
  const { probability, outlook, total } = found;
  expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/);
  for (const range of [total, ...(outlook === null ? [] : [outlook])]) {
    expect(Object.values(range).every(Number.isFinite)).toBe(true);
    expect(range.low).toBeLessThanOrEqual(range.value);
    expect(range.high).toBeGreaterThanOrEqual(range.value);
  }
  if (probability !== null) {
    expect(probability.low).toBeGreaterThanOrEqual(0);
    expect(probability.high).toBeLessThanOrEqual(1);
  }
}
