import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { emptyCell, type MirrorCell } from '../../mirror/mirror-table.ts';
import { Random } from '../../mirror/sampler/random.ts';
import { parseAgeProfile } from './age-table.ts';
import { flowIndicators, parsePopulations, populationKey, VIEWS } from './flow-indicators.ts';
import { fitRogersCastro, rogersCastro } from './rogers-castro.ts';
import { parseSkills, type SkillsRow, skillsExchange } from './skills.ts';

type Written = [string, string, number, number | null, number | null];
interface Cases {
  flows: ({ name: string; cells: Written[]; populations: Record<string, number> } & Record<
    (typeof VIEWS)[number],
    Record<string, Record<string, number>>
  >)[];
  skills: {
    name: string;
    table: string;
    levels: Record<string, Record<string, number>>;
    arrivals: number[];
    departures: number[];
  }[];
  age: { name: string; parameters: Parameters<typeof rogersCastro>[0]; curve: Record<string, number> }[];
}
const cases = parse(readFileSync(new URL('../cases/indicators.yaml', import.meta.url), 'utf8')) as Cases;
const cellsOf = (cells: readonly Written[]): MirrorCell[] =>
  cells.map(([origin, destination, year, departures, arrivals]) => ({
    ...emptyCell({ origin, destination, year, firstYear: year }),
    departures,
    arrivals,
  }));
const expectClose = (found: object, expected: Record<string, number>) => {
  for (const [name, value] of Object.entries(expected))
    expect((found as Record<string, number>)[name], name).toBeCloseTo(value, 3);
};

describe('indicators of flows', () => {
  it.each(cases.flows)('$name', ({ cells, populations, ...expected }) => {
    const sizes = new Map(Object.entries(populations).map(([state, size]) => [populationKey(state, 2011), size]));
    for (const view of VIEWS) {
      const found = flowIndicators(cellsOf(cells), sizes, view);
      const { system, ...states } = expected[view];
      expectClose(found.systems[0]!, system!);
      for (const [state, values] of Object.entries(states))
        expectClose(found.states.find(each => each.state === state)!, values);
    }
  });

  it('balance to zero by place of arrival, and intensity times effectiveness is the aggregate net rate', () => {
    const count = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(fc.array(count, { minLength: 6, maxLength: 6 }), fc.integer({ min: 1, max: 100 }), (flows, scale) => {
        const pairs = [
          ['BY', 'RU'],
          ['RU', 'BY'],
          ['BY', 'KZ'],
          ['KZ', 'BY'],
          ['RU', 'KZ'],
          ['KZ', 'RU'],
        ] as const;
        const of = (factor: number) =>
          flowIndicators(
            cellsOf(pairs.map(([from, to], at): Written => [from, to, 2011, null, flows[at]! * factor])),
            new Map(['BY', 'RU', 'KZ'].map(state => [populationKey(state, 2011), 1e6 * factor])),
            'arrival_place',
          );
        const [plain, scaled] = [of(1), of(scale)];
        expect(plain.states.reduce((sum, { net }) => sum + net, 0)).toBe(0);
        const [system, other] = [plain.systems[0]!, scaled.systems[0]!];
        if (system.effectiveness !== null) {
          expect((system.intensity! * system.effectiveness) / 100).toBeCloseTo(system.netMigrationRate!, 9);
          expect(other.effectiveness).toBeCloseTo(system.effectiveness, 9);
          expect(other.intensity).toBeCloseTo(system.intensity!, 9);
        }
        expect(JSON.stringify([plain, scaled])).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 100 },
    );
  });

  it('count only partners whose flows are known both ways, and say how many', () => {
    const cells = cellsOf([
      ['RU', 'BY', 2011, 1, 2],
      ['BY', 'RU', 2011, 1, 1],
      ['KZ', 'BY', 2011, 1, 7],
      ['BY', 'KZ', 2011, null, 3],
      ['BY', 'RU', 2012, null, 1],
    ]);
    const found = flowIndicators(cells, new Map(), 'own_office').states.filter(({ state }) => state === 'BY');
    expect(found).toMatchObject([
      { year: 2011, partners: 1, allPartners: 2, arrivals: 2, departures: 1, netRate: null },
    ]);
  });

  it('of several years in one figure stand for themselves, without rates', () => {
    const cells = cellsOf([
      ['RU', 'BY', 2011, 660, 710],
      ['BY', 'RU', 2011, 470, 615],
    ]).map(cell => ({ ...cell, firstYear: 1991 }));
    const found = flowIndicators(cells, new Map([[populationKey('BY', 2011), 9500]]), 'own_office');
    expect(found.states.find(({ state }) => state === 'BY')).toMatchObject({
      ...{ firstYear: 1991, year: 2011, net: 240, turnover: 1180, netRate: null },
    });
    expect(found.systems).toMatchObject([{ firstYear: 1991, year: 2011, intensity: null }]);
  });

  it('change places with the names of the states', () => {
    const figure = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(figure, figure, figure, figure, (a, b, c, d) => {
        const of = (one: string, other: string) =>
          flowIndicators(
            cellsOf([
              [one, other, 2011, a, b],
              [other, one, 2011, c, d],
            ]),
            new Map([one, other].map((state, at) => [populationKey(state, 2011), 1e6 * (at + 1)])),
            'own_office',
          );
        const [plain, turned] = [of('BY', 'RU'), of('RU', 'BY')];
        const rename = (state: string) => (state === 'BY' ? 'RU' : 'BY');
        const renamed = turned.states.map(each => ({ ...each, state: rename(each.state) })).reverse();
        expect(renamed).toEqual(plain.states);
        expect(turned.systems).toEqual(plain.systems);
      }),
      { numRuns: 50 },
    );
  });

  it('refuse zero and doubled populations, all at once', async () => {
    await expect(
      parsePopulations('p.csv', 'state,year,population\nBY,2011,0\nQQ,2011,5\nRU,2011,5\nRU,2011,5\n'),
    ).rejects.toThrow(/3 faults/);
  });
});

describe('the age profile of Rogers and Castro', () => {
  const truth = { a1: 0.02, alpha1: 0.1, a2: 0.06, alpha2: 0.1, mu2: 20, lambda2: 0.4, c: 0.003 };
  const profile = (parameters: typeof truth, noise = 0) => {
    const random = new Random(7);
    return Array.from({ length: 75 }, (_, age) => ({
      age: age + 0.5,
      rate: Math.max(0, rogersCastro(parameters, age + 0.5) + noise * random.normal()),
    }));
  };

  it.each(cases.age)('$name', ({ parameters, curve }) => {
    for (const [age, rate] of Object.entries(curve))
      expect(rogersCastro(parameters, Number(age)), age).toBeCloseTo(rate, 6);
  });

  it('finds the parameters that made a profile, whatever its scale', () => {
    fc.assert(
      fc.property(
        fc.record({
          ...{
            a1: fc.double({ min: 0.01, max: 0.04, noNaN: true }),
            alpha1: fc.double({ min: 0.06, max: 0.15, noNaN: true }),
          },
          ...{
            a2: fc.double({ min: 0.04, max: 0.09, noNaN: true }),
            alpha2: fc.double({ min: 0.07, max: 0.14, noNaN: true }),
          },
          ...{
            mu2: fc.double({ min: 17, max: 26, noNaN: true }),
            lambda2: fc.double({ min: 0.25, max: 0.6, noNaN: true }),
          },
          c: fc.double({ min: 0.002, max: 0.006, noNaN: true }),
        }),
        fc.constantFrom(1, 1000),
        (parameters, scale) => {
          const points = profile(parameters).map(({ age, rate }) => ({ age, rate: rate * scale }));
          const fit = fitRogersCastro(points);
          for (const { parameter, value } of fit.parameters)
            expect(
              value / parameters[parameter] / (['a1', 'a2', 'c'].includes(parameter) ? scale : 1),
              parameter,
            ).toBeCloseTo(1, 3);
          expect(fit.r2).toBeGreaterThan(0.999999);
        },
      ),
      { numRuns: 6, seed: 11 },
    );
  });

  it('has intervals that hold the truth under noise, and a band around the curve', () => {
    const fit = fitRogersCastro(profile(truth, 0.0005));
    for (const { parameter, low95, high95, identified } of fit.parameters) {
      expect(identified, parameter).toBe(true);
      expect(low95!, parameter).toBeLessThan(truth[parameter] * 1.05);
      expect(high95!, parameter).toBeGreaterThan(truth[parameter] * 0.95);
    }
    const held = fit.points.filter(
      ({ age, low95, high95 }) => low95 <= rogersCastro(truth, age) && rogersCastro(truth, age) <= high95,
    );
    expect(held.length).toBeGreaterThan(60);
    expect(fit.peak).toBeGreaterThan(20);
    expect(fit.peak).toBeLessThan(26);
  });

  it('says which parameters a profile does not tell: those of children where no child moves', () => {
    const fit = fitRogersCastro(profile({ ...truth, a1: 0, c: 0.003 }, 0.0004));
    const told = new Map(fit.parameters.map(each => [each.parameter, each]));
    expect(told.get('a1')!.identified && told.get('alpha1')!.identified).toBe(false);
    expect(told.get('mu2')!.identified).toBe(true);
    const open = fit.parameters.filter(({ identified }) => !identified);
    expect(open.every(({ low95, high95 }) => low95 === null && high95 === null)).toBe(true);
    expect(JSON.stringify(fit)).not.toMatch(/NaN|Infinity/);
  });

  it('is refused for too few ages, negative rates and nobody', () => {
    expect(() => fitRogersCastro(profile(truth).slice(0, 9))).toThrow(/ten or more/);
    expect(() => fitRogersCastro(profile(truth).map(({ age }) => ({ age, rate: -1 })))).toThrow(/0 or more/);
    expect(() => fitRogersCastro(profile(truth).map(({ age }) => ({ age, rate: 0 })))).toThrow(/without a migrant/);
  });

  it('tells no age at which most move where all move alike', () => {
    const fit = fitRogersCastro(profile(truth).map(({ age }) => ({ age, rate: 0.01 })));
    expect([fit.peak, fit.parameters.find(({ parameter }) => parameter === 'mu2')!.identified]).toEqual([null, false]);
    expect(JSON.stringify(fit)).not.toMatch(/NaN|Infinity/);
  });

  it('reads shares by age, or rates where there are populations, and tells faults at once', async () => {
    expect(await parseAgeProfile('a.csv', 'age,migrants\n0-4,10\n5-9,30\n10+,60\n')).toEqual([
      { age: 2.5, rate: 0.02 },
      { age: 7.5, rate: 0.06 },
    ]);
    expect(await parseAgeProfile('a.csv', 'age,migrants,population\n0,10,100\n1,30,100\n')).toEqual([
      { age: 0.5, rate: 0.1 },
      { age: 1.5, rate: 0.3 },
    ]);
    await expect(parseAgeProfile('a.csv', 'age,migrants,population\nx,10,100\n1,-3,0\n')).rejects.toThrow(/3 faults/);
    await expect(parseAgeProfile('a.csv', 'age,migrants\n0,0\n')).rejects.toThrow(/nobody moved/);
    await expect(
      parseAgeProfile('a.csv', 'age,migrants,population\n0-4,10,100\n3-9,30,\n10-14,50,40\n'),
    ).rejects.toThrow(
      /3 faults[\s\S]*row 3, migrants: found "50"[\s\S]*row 2, age: found "3-9"[\s\S]*row 2, population/,
    );
  });
});

describe('the exchange of skills', () => {
  it.each(cases.skills)('$name', async ({ table, levels, arrivals, departures }) => {
    const found = skillsExchange(await parseSkills('skills.csv', table));
    for (const [education, values] of Object.entries(levels))
      expectClose(found.levels.find(each => each.education === education)!, values);
    for (const [found_, expected] of [
      [found.nonTarget.arrivals!, arrivals],
      [found.nonTarget.departures!, departures],
    ] as const)
      expectClose(found_, { low: expected[0]!, value: expected[1]!, high: expected[2]! });
  });

  it('turned round is turned round, does not depend on scale, and holds its figure within bounds', () => {
    const row = fc.record({
      direction: fc.constantFrom('in' as const, 'out' as const),
      education: fc.constantFrom(
        'none' as const,
        'basic' as const,
        'secondary' as const,
        'higher' as const,
        'unknown' as const,
      ),
      from: fc.integer({ min: 0, max: 80 }),
      span: fc.integer({ min: 0, max: 20 }),
      persons: fc.integer({ min: 0, max: 1000 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), made => {
        const rows = made.map(({ span, ...each }): SkillsRow => ({ ...each, to: each.from + span }));
        const found = skillsExchange(rows);
        const turned = skillsExchange(
          rows.map(each => ({ ...each, direction: each.direction === 'in' ? 'out' : 'in' })),
        );
        const scaled = skillsExchange(rows.map(each => ({ ...each, persons: each.persons * 8 })));
        expect(turned.levels.map(({ net }) => net + 0)).toEqual(found.levels.map(({ net }) => 0 - net));
        expect(turned.nonTarget.arrivals).toEqual(found.nonTarget.departures);
        expect(scaled.nonTarget).toEqual(found.nonTarget);
        for (const range of [found.nonTarget.arrivals, found.nonTarget.departures]) {
          if (range === null) continue;
          expect(range.low).toBeLessThanOrEqual(range.value + 1e-12);
          expect(range.value).toBeLessThanOrEqual(range.high + 1e-12);
          expect(range.high).toBeLessThanOrEqual(1);
        }
        expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses unknown words and negative counts, all at once, and a table in which nobody moved', async () => {
    await expect(parseSkills('s.csv', 'direction,education,persons\nin,basic,0\n')).rejects.toThrow(/nobody moved/);
    await expect(parseSkills('s.csv', 'direction,education,age,persons\nup,wise,x,-1\n')).rejects.toThrow(/4 faults/);
  });
});
