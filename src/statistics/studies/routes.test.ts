import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestApp } from '../../common/http/fixtures/test-app.ts';
import { ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { TargetAnswerSchema } from './api/study-schemas.ts';
import { studyRoutes } from './routes.ts';

let app: RoutedApp;
beforeAll(async () => {
  app = makeTestApp();
  studyRoutes(app);
  await app.ready();
});
afterAll(() => app.close());

const post = (payload: object) => app.inject({ method: 'POST', url: '/api/targets', payload });
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
