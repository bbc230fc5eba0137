import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../../common/data-folder.ts';
import { makeTestApp } from '../../common/http/fixtures/test-app.ts';
import { ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { BalanceAnswerSchema, CensusAnswerSchema, WorkforceAnswerSchema } from './api/hidden-schemas.ts';
import { hiddenRoutes } from './routes.ts';

let app: RoutedApp;
beforeAll(async () => {
  app = makeTestApp();
  hiddenRoutes(app);
  await app.ready();
});
afterAll(() => app.close());

const shipped = (name: string) => readFileSync(join(dataFolder, 'hidden', name), 'utf8');
const post = (path: string, payload: object) => app.inject({ method: 'POST', url: `/api/hidden/${path}`, payload });

describe('what stays unregistered', () => {
  it('comes with the note’s figures, and the same sheet sent gives the same', async () => {
    const told = BalanceAnswerSchema.parse((await app.inject('/api/hidden/balance')).json());
    expect(told.common).toEqual({ low: 110_000, high: 155_850 });
    expect(told.gaps.map(({ id, unregistered }) => [id, unregistered.value])).toEqual([
      ['census-1999', 134_000],
      ['census-2009', 158_000],
      ['census-2019', 41_000],
      ['workforce-2012', 155_300],
    ]);
    expect((await post('balance', { sheet: shipped('belarus.yaml') })).json()).toEqual(told);
  });

  it('is told of censuses and workforce that are sent', async () => {
    const census = await post('census', { table: shipped('example-census-by-age.csv'), census_error: 0.001 });
    expect(CensusAnswerSchema.parse(census.json())).toMatchObject({
      kind: 'modelled',
      method: 'survival',
      first_year: 1999,
    });
    const workforce = await post('workforce', { table: shipped('workforce-belarus-2012.csv') });
    expect(WorkforceAnswerSchema.parse(workforce.json()).unregistered.value).toBe(155_300);
  });

  it('comes with worked examples: the workforce of 2012, and invented censuses by age and by cohort', async () => {
    const workforce = WorkforceAnswerSchema.parse((await app.inject('/api/hidden/workforce')).json());
    expect([workforce.balance.value, workforce.official.value, workforce.unregistered.value]).toEqual([
      211_000, 55_700, 155_300,
    ]);
    const census = async (query: string) =>
      CensusAnswerSchema.parse((await app.inject(`/api/hidden/census/${query}`)).json());
    expect(Object.keys((await census('by-age')).rows.at(-1)!.forms)).toEqual(['forward', 'reverse', 'average']);
    const cohort = await census('by-cohort?method=stock&census_error=0');
    expect(cohort).toMatchObject({ method: 'cohort', census_error: 0, first_year: 1999, last_year: 2009 });
    // Of the population that made the example 47 200 more people left than came.
    expect(Math.abs(cohort.net.value + 47_200)).toBeLessThan(60);
    expect((await app.inject('/api/hidden/census/by-age?census_error=2')).statusCode).toBe(400);
    expect((await app.inject('/api/hidden/census/by-age?method=cohort')).statusCode).toBe(422);
    expect((await app.inject('/api/hidden/census/nowhere')).statusCode).toBe(400);
  });

  it('joins files that are sent, and says which one is missing', async () => {
    const sheet =
      'state: BY\ntitle: T\nunit: persons\ngaps: [{ id: w, name: W, period: 2012, workforce: { file: w.csv } }]\n';
    const joined = await post('balance', { sheet, files: { 'w.csv': shipped('workforce-belarus-2012.csv') } });
    expect(BalanceAnswerSchema.parse(joined.json()).gaps[0]!.unregistered.high).toBe(155_850);
    const missing = await post('balance', { sheet });
    expect([missing.statusCode, missing.json().detail]).toEqual([
      422,
      'the sheet names w.csv, and no such file was sent',
    ]);
  });

  it('answers faults with their places, all at once, and bounds what is sent', async () => {
    const faulty = await post('census', { table: 'year,population,births\n1999,-1,x\n2009,5,1\n' });
    expect(faulty.statusCode).toBe(422);
    const { type, faults } = ProblemSchema.parse(faulty.json());
    expect([type, faults?.map(({ where }) => where)]).toEqual([
      'saldo:invalid_file',
      ['table, row 1, population', 'table, row 1, births'],
    ]);
    expect((await post('workforce', { table: 'a,b\n1,2\n' })).statusCode).toBe(422);
    expect((await post('workforce', { table: 'x'.repeat(1_000_001) })).statusCode).toBe(400);
    expect((await post('workforce', { table: 'x'.repeat(2_000_001) })).statusCode).toBe(413);
    expect((await post('census', { table: 'x', method: 'magic' })).statusCode).toBe(400);
  });
});
