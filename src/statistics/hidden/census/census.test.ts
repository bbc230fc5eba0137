import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dataFolder } from '../../../common/data-folder.ts';
import type { CensusMethod } from './census-residual.ts';
import { censusResidual } from './census-residual.ts';
import type { CensusResidual } from './census-result.ts';
import { parseCensusTable, readCensusTable } from './census-table.ts';

interface Case {
  name: string;
  table: string;
  method: CensusMethod;
  net?: number;
  registered?: number;
  unregistered?: number;
  rows?: Record<string, Record<string, number>>;
}

const cases = parse(readFileSync(new URL('../cases/census.yaml', import.meta.url), 'utf8')) as Case[];
const residualOf = async (text: string, method: CensusMethod = 'auto') =>
  censusResidual(await parseCensusTable('census.csv', text), { method });

describe('the residual of censuses', () => {
  it.each(cases)('$name', async ({ table, method, net, registered, unregistered, rows }) => {
    const found = await residualOf(table, method);
    if (net !== undefined) expect(found.net.value).toBeCloseTo(net, 6);
    if (registered !== undefined) expect(found.registered?.net).toBe(registered);
    if (unregistered !== undefined) expect(found.unregistered?.value).toBeCloseTo(unregistered, 6);
    for (const [age, forms] of Object.entries(rows ?? {})) {
      const row = found.rows.find(each => each.age === Number(age))!;
      for (const [form, value] of Object.entries(forms))
        expect(row.forms[form], `${form} at ${age}`).toBeCloseTo(value, 2);
    }
    expectSound(found);
  });

  it('finds in the invented example the people who were taken out of it, by age and sex', async () => {
    const table = await readCensusTable(join(dataFolder, 'hidden', 'example-census-by-age.csv'));
    const found = censusResidual(table);
    const at = (sex: string, age: number) => found.rows.find(row => row.sex === sex && row.age === age)!;
    for (const [sex, age, left] of [
      ['M', 30, -12_000],
      ['F', 25, -5000],
    ] as const)
      expect(Math.abs(at(sex, age).forms['forward']! - left)).toBeLessThan(2);
    expect(Math.abs(at('M', 55).net.value)).toBeLessThan(2);
    expect(found.groups.find(({ group, sex }) => group === 'labour' && sex === 'M')!.net.value).toBeLessThan(-32_000);
    expect(found.registered).toEqual({ arrivals: 90_000, departures: 102_000, net: -12_000 });
    expectSound(found);
  });

  it('is nothing where everybody who is missing has died, forward as in reverse, whatever the scale', async () => {
    const share = fc.double({ min: 0.3, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 1e6 }), share), { minLength: 4, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        async (start, scale) => {
          const found = await residualOf(exactTable(start, scale), 'survival');
          for (const { forms, net } of found.rows) {
            expect(forms['forward']).toBeCloseTo(0, 3);
            expect(forms['reverse']).toBeCloseTo(0, 2);
            expect(net.low).toBeLessThanOrEqual(0);
          }
          expectSound(found);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('scales with the populations, and names of sexes that change places change the places of the results', async () => {
    const people = fc.integer({ min: 1, max: 100_000 });
    const side = fc.array(fc.tuple(people, people, fc.double({ min: 0.2, max: 1, noNaN: true })), {
      minLength: 5,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(side, side, async (men, women) => {
        const plain = await residualOf(sexTable(men, women, 1), 'survival');
        const scaled = await residualOf(sexTable(men, women, 10), 'survival');
        const turned = await residualOf(sexTable(women, men, 1), 'survival');
        expect(scaled.net.value).toBeCloseTo(10 * plain.net.value, 3);
        expect(scaled.net.high - scaled.net.low).toBeCloseTo(10 * (plain.net.high - plain.net.low), 3);
        const of = (found: CensusResidual, sex: string) =>
          found.rows.filter(row => row.sex === sex).map(({ net }) => net);
        expect(of(turned, 'F')).toEqual(of(plain, 'M'));
        expectSound(plain);
      }),
      { numRuns: 60 },
    );
  });

  it('of cohorts adds up over the steps to what the populations say', async () => {
    const people = fc.integer({ min: 1, max: 100_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(people, people, people), { minLength: 4, maxLength: 6 }), async rows => {
        const found = await residualOf(cohortTable(rows), 'stock');
        // Nobody dies and nobody is born: what changes is migration.
        const [before, after] = [0, 2].map(at => rows.reduce((sum, row) => sum + row[at]!, 0));
        expect(found.net.value).toBeCloseTo(after! - before!, 4);
        expectSound(found);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['stock', 'time', 'cohort'] as const)(
    'of cohorts, form %s, scales with the populations, and changes places with the names of the sexes',
    async form => {
      const people = fc.integer({ min: 1, max: 100_000 });
      const side = fc.array(fc.tuple(people, people, fc.double({ min: 0.2, max: 1, noNaN: true })), {
        minLength: 4,
        maxLength: 4,
      });
      await fc.assert(
        fc.asyncProperty(side, side, async (men, women) => {
          const of = (one: typeof men, other: typeof women, scale: number) =>
            residualOf(sexTable(one, other, scale).replace('survival', 'survival_step'), form);
          const [plain, scaled, turned] = [await of(men, women, 1), await of(men, women, 10), await of(women, men, 1)];
          expect(scaled.net.value / 10).toBeCloseTo(plain.net.value, 3);
          expect((scaled.net.high - scaled.net.low) / 10).toBeCloseTo(plain.net.high - plain.net.low, 3);
          const rowsOf = (found: CensusResidual, sex: string) =>
            found.rows.filter(row => row.sex === sex).map(({ net }) => net);
          expect(rowsOf(turned, 'F')).toEqual(rowsOf(plain, 'M'));
          expectSound(plain);
        }),
        { numRuns: 30 },
      );
    },
  );

  it('of totals scales, and closes the account of births, deaths and migration', async () => {
    const people = fc.integer({ min: 1, max: 1_000_000 });
    await fc.assert(
      fc.asyncProperty(people, people, people, people, async (start, end, births, deaths) => {
        const of = (scale: number) =>
          residualOf(
            `year,population,births,deaths\n1999,${start * scale},,\n2009,${end * scale},${births * scale},${deaths * scale}\n`,
          );
        const [plain, scaled] = [await of(1), await of(10)];
        expect(start + births - deaths + plain.net.value).toBe(end);
        expect(scaled.net.value).toBe(10 * plain.net.value);
        expectSound(plain);
      }),
      { numRuns: 60 },
    );
  });

  it('takes wider bounds from larger errors', async () => {
    const table = await parseCensusTable('t.csv', cases[2]!.table);
    const wide = censusResidual(table, { errors: { census: 0.02, mortality: 0.1 } });
    const narrow = censusResidual(table, { errors: { census: 0.001, mortality: 0.01 } });
    expect(wide.net.low).toBeLessThan(narrow.net.low);
    expect(wide.net.high).toBeGreaterThan(narrow.net.high);
  });

  it.each([
    [
      'negative counts and survivors above one, all at once',
      'year,sex,age,population,survival\n2000,T,0-9,-5,1.2\n2000,T,10-19,x,0\n',
      /4 faults[\s\S]*row 1, population[\s\S]*row 1, survival[\s\S]*row 2, population/,
    ],
    [
      'ages that are missing',
      'year,age,population,survival\n2000,0-9,5,1\n2000,10-19,5,1\n2000,20+,5,1\n2010,0-9,5,\n2010,20+,5,\n',
      /missing|ages 10 of T in 2010/,
    ],
    [
      'census years that changed places',
      'year,population,births,deaths\n2009,5,1,1\n1999,6,,\n',
      /row 2, year.*in order/,
    ],
    ['a single census', 'year,population\n2009,5\n', /two censuses/],
    [
      'nobody at all',
      'year,age,population,survival\n2000,0-9,0,1\n2000,10-19,0,1\n2000,20+,0,1\n2010,0-9,0,\n2010,10-19,0,\n2010,20+,0,\n',
      /people of T in 2000/,
    ],
    ['a total of nobody', 'year,population,births,deaths\n1999,0,,\n2009,5,1,1\n', /row 1, population: found "0"/],
    [
      'ages that do not meet, and a last group that is not open',
      'year,age,population,survival\n2000,0-9,5,1\n2000,10-18,5,1\n2000,20-29,5,1\n2010,0-9,5,\n2010,10+,5,\n2010,20+,5,\n',
      /3 faults[\s\S]*row 2, age: found "10-18", expected 10-19[\s\S]*row 3, age: found "20-29", expected 20\+[\s\S]*row 5, age: found "10\+"/,
    ],
    ['an age group that ends before it begins', 'year,age,population\n2000,9-5,5\n', /row 1, age: found "9-5"/],
    ['an empty file', '\n', /an empty file/],
    ['births that nobody gives', 'year,population,deaths\n1999,7,\n2009,5,1\n', /births of 2009 T/],
    [
      'survival that nobody gives',
      'year,age,population\n2000,0-9,5\n2000,10-19,5\n2000,20+,5\n2010,0-9,5\n2010,10-19,5\n2010,20+,5\n',
      /survival is missing/,
    ],
    [
      'years that do not fit the ages',
      'year,age,population,survival\n2000,0-9,5,1\n2000,10-19,5,1\n2000,20+,5,1\n2007,0-9,5,\n2007,10-19,5,\n2007,20+,5,\n',
      /no multiple/,
    ],
    ['figures without end', 'year,population,births,deaths\n1999,1e999,,\n2009,5,1,1\n', /population/],
    ['no census at all', 'name,value\na,1\n', /year, population/],
  ])('refuses %s', async (_, text, message) => {
    await expect(residualOf(text)).rejects.toThrow(message);
  });
});

function expectSound(found: CensusResidual): void {
  for (const { net, forms } of [...found.rows, { net: found.net, forms: {} }]) {
    expect(Object.values({ ...net, ...forms }).every(Number.isFinite)).toBe(true);
    expect(net.low).toBeLessThanOrEqual(net.value);
    expect(net.high).toBeGreaterThanOrEqual(net.value);
    for (const value of Object.values(forms)) {
      expect(value).toBeGreaterThanOrEqual(net.low - 1e-9);
      expect(value).toBeLessThanOrEqual(net.high + 1e-9);
    }
  }
}

function exactTable(start: readonly (readonly [number, number])[], scale: number): string {
  const last = start.length - 1;
  const rows = start.map(([count, share], at) => `2000,${age(at, last)},${count * scale},${share}`);
  const later = start.map((_, at) => {
    if (at === 0) return `2010,${age(0, last)},1,`;
    const from = at === last ? [at - 1, at] : [at - 1];
    const alive = from.reduce((sum, each) => sum + start[each]![0] * start[each]![1], 0);
    return `2010,${age(at, last)},${alive * scale},`;
  });
  return `year,age,population,survival\n${[...rows, ...later].join('\n')}\n`;
}

function sexTable(
  men: readonly (readonly [number, number, number])[],
  women: readonly (readonly [number, number, number])[],
  scale: number,
): string {
  const rows = (
    [
      ['M', men],
      ['F', women],
    ] as const
  ).flatMap(([sex, side]) =>
    side.flatMap(([before, after, share], at) => [
      `2000,${sex},${age(at, side.length - 1)},${before * scale},${share}`,
      `2010,${sex},${age(at, side.length - 1)},${after * scale},`,
    ]),
  );
  return `year,sex,age,population,survival\n${rows.sort().join('\n')}\n`;
}

function cohortTable(rows: readonly (readonly [number, number, number])[]): string {
  const last = rows.length - 1;
  const lines = [0, 1, 2].flatMap(at =>
    rows.map((row, x) => `${2000 + at * 10},${age(x, last)},${row[at]},${at === 2 ? '' : 1},`),
  );
  const births = [1, 2].map(at => `${2000 + at * 10},births,,1,0`);
  return `year,age,population,survival_step,births\n${[...lines, ...births].join('\n')}\n`;
}

function age(at: number, last: number): string {
  return at === last ? `${at * 10}+` : `${at * 10}-${at * 10 + 9}`;
}
