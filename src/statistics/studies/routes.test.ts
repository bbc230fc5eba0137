import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../../common/data-folder.ts';
import { makeTestApp } from '../../common/http/fixtures/test-app.ts';
import { ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { writeSheets } from '../mirror/tables/fixtures/write-sheets.ts';
import { AgeAnswerSchema, FlowIndicatorsSchema, SkillsAnswerSchema, TargetAnswerSchema } from './api/study-schemas.ts';
import { studyRoutes } from './routes.ts';

let app: RoutedApp;
beforeAll(async () => {
  app = makeTestApp();
  studyRoutes(app);
  await app.ready();
});
afterAll(() => app.close());

const post = (payload: object, url = '/api/targets') => app.inject({ method: 'POST', url, payload });
const PLAN = 'state: BY\ntitle: T\nunit: persons\nperiod: 2011-2012\nbalance: 100\n';
const TABLE = 'origin,destination,year,departures_reported,arrivals_reported\nRU,BY,2011,660,710\nBY,RU,2011,470,615\n';

describe('targets', () => {
  it('come with the plan of 60 thousand and what Belstat counted', async () => {
    const { plan, series } = TargetAnswerSchema.parse((await app.inject('/api/targets')).json());
    expect(plan).toMatchObject({ state: 'BY', balance: 60_000, first_year: 2011, last_year: 2015 });
    expect(series.map(({ by, reached }) => [by, reached])).toEqual([
      ['own_office', true],
      ['estimate', false],
    ]);
  });

  it('set a table of two offices that is sent beside a plan', async () => {
    const sent = await post({ plan: PLAN, tables: [{ name: 'table.csv', text: TABLE }] });
    const { series } = TargetAnswerSchema.parse(sent.json());
    expect(series.map(({ by, total, missing }) => [by, total.value, missing])).toEqual([
      ['own_office', 240, [2012]],
      ['other_offices', 45, [2012]],
      ['arrival_place', 95, [2012]],
    ]);
  });

  it('take a spreadsheet as they take text, and say what is wrong with a table that is neither', async () => {
    const rows = TABLE.trim()
      .split('\n')
      .map(line => line.split(',').map(cell => (/^\d+$/.test(cell) ? Number(cell) : cell)));
    const base64 = Buffer.from(writeSheets({ Flows: rows })).toString('base64');
    const sent = await post({ plan: PLAN, tables: [{ name: 'table.xlsx', base64 }] });
    expect(TargetAnswerSchema.parse(sent.json()).series.map(({ total }) => total.value)).toEqual([240, 45, 95]);
    expect((await post({ plan: PLAN, tables: [{ name: 'table.xlsx' }] })).json().detail).toMatch(/found neither/);
    const broken = await post({ plan: PLAN, tables: [{ name: 'table.xlsx', base64: 'AAAA' }] });
    expect(broken.statusCode).toBe(422);
  });

  it('answer faults with their places, and a plan alone with what is missing', async () => {
    const faulty = await post({ plan: PLAN.replace('100', 'many').replace('BY', 'QQ') });
    expect(faulty.statusCode).toBe(422);
    expect(ProblemSchema.parse(faulty.json()).faults).toEqual([
      { where: 'plan, row 1, state', found: 'QQ', expected: 'a code of ISO 3166-1' },
      { where: 'plan, row 5, balance', found: 'many', expected: 'a number' },
    ]);
    expect((await post({ plan: PLAN })).json().detail).toMatch(/send actuals or tables/);
    const table = TABLE.replace('660', '-1');
    expect((await post({ plan: PLAN, tables: [{ name: 't.csv', text: table }] })).statusCode).toBe(422);
  });
});

describe('indicators', () => {
  it('of flows come with the shipped tables, and of tables that are sent with rates by their population', async () => {
    const shipped = await app.inject('/api/indicators/flows/note-belarus-russia?view=arrival_place');
    expect(FlowIndicatorsSchema.parse(shipped.json()).states).toMatchObject([
      { state: 'BY', first_year: 1991, year: 2011, net: 95_000, turnover: 1_325_000, net_rate: null },
      { state: 'RU', net: -95_000 },
    ]);
    const tables = [{ name: 't.csv', text: TABLE }];
    const population = 'state,year,population\nBY,2011,9500\nRU,2011,143000\n';
    const sent = FlowIndicatorsSchema.parse((await post({ tables, population }, '/api/indicators/flows')).json());
    expect(sent.states[0]!.net_rate).toBeCloseTo(25.2632, 4);
    expect(sent.systems[0]!.effectiveness).toBeCloseTo(11.60896, 4);
    expect((await app.inject('/api/indicators/flows/nowhere')).statusCode).toBe(404);
  });

  it('of flows refuse faulty tables and those of one direction, all faults at once', async () => {
    const faulty = TABLE.replace('660', '-1').replace('615', 'many');
    const answer = await post({ tables: [{ name: 't.csv', text: faulty }] }, '/api/indicators/flows');
    expect([answer.statusCode, ProblemSchema.parse(answer.json()).faults?.length]).toEqual([422, 2]);
    const oneWay = TABLE.split('\n').slice(0, 2).join('\n');
    const alone = await post({ tables: [{ name: 't.csv', text: oneWay }] }, '/api/indicators/flows');
    expect([alone.statusCode, alone.json().detail]).toEqual([422, 'of no state are flows known both ways']);
  });

  it('of age and of skills come with invented tables, which sent give the same', async () => {
    for (const [subject, schema] of [
      ['age', AgeAnswerSchema],
      ['skills', SkillsAnswerSchema],
    ] as const) {
      const url = `/api/indicators/${subject}`;
      const shipped = await app.inject(url);
      expect(schema.parse(shipped.json())).toEqual(shipped.json());
      const table = readFileSync(join(dataFolder, 'studies', `example-${subject}.csv`), 'utf8');
      expect((await post({ table }, url)).json()).toEqual(shipped.json());
      const refused = await post({ table: table.replace(/^.*\n/, 'a,b\n') }, url);
      expect(refused.statusCode).toBe(422);
    }
    const faulty = await post({ table: 'age,migrants\nx,-1\n' }, '/api/indicators/age');
    expect(ProblemSchema.parse(faulty.json()).faults?.map(({ where }) => where)).toEqual([
      'table, row 1, age',
      'table, row 1, migrants',
    ]);
  });

  it('of the invented age profile hold the standard parameters that made it', async () => {
    const { parameters } = AgeAnswerSchema.parse((await app.inject('/api/indicators/age')).json());
    const told = new Map(parameters.map(each => [each.parameter, each]));
    for (const [name, truth] of [
      ['alpha1', 0.1],
      ['alpha2', 0.1],
      ['mu2', 20],
      ['lambda2', 0.4],
    ] as const) {
      expect(told.get(name)!.low95, name).toBeLessThan(truth);
      expect(told.get(name)!.high95, name).toBeGreaterThan(truth);
    }
  });
});
