import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestApp } from '../../common/http/fixtures/test-app.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { DEFAULT_PARAMETERS } from '../accounts/parameters.ts';
import { writeDoubtfulPair } from './fixtures/slip-files.ts';
import { loadFiles, makeTestHome, type TestHome } from './fixtures/test-home.ts';
import { performRun } from './perform-run.ts';
import { type ReviewedPair, reviewPairs } from './review-pairs.ts';
import { reviewRoutes } from './review-routes.ts';
import type { Run } from './run.ts';
import { RunKeeper } from './run-keeper.ts';

let home: TestHome;
let keeper: RunKeeper;
let app: RoutedApp;
let run: Run;
beforeAll(async () => {
  home = await makeTestHome();
  await home.load({ people: 60 });
  await loadFiles(home.statistics, [writeDoubtfulPair(home.folder)]);
  keeper = new RunKeeper(home.statistics.runs, { perform: performRun });
  run = await account();
  app = makeTestApp();
  reviewRoutes(app, home.statistics);
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await home.close();
});

const account = async () => keeper.do(await keeper.enqueue(DEFAULT_PARAMETERS, 'olga'));
const get = async (url: string, as: string) => (await app.inject({ url, headers: { as } })).json();
const judge = (as: string, payload: object) =>
  app.inject({ method: 'POST', url: '/api/judgements', headers: { as }, payload });
const fieldOf = (pair: ReviewedPair | undefined, name: string) => pair?.fields.find(({ field }) => field === name);

describe('doubtful pairs', () => {
  it('are shown side by side, to each office its own slip, with how far they agree', async () => {
    const [pair] = await reviewPairs(home.statistics, run.id, { offices: ['BY'], limit: 10 });
    expect(pair).toMatchObject({ a: 'BY:x', b: 'RU:y', effect: 'departure_and_arrival' });
    expect(fieldOf(pair, 'surname')).toEqual({ field: 'surname', a: 'Фёдорова', b: null, level: 'same' });
    expect(fieldOf(pair, 'birth_date')).toEqual({ field: 'birth_date', a: '1981-04-11', b: null, level: 'differs' });
    expect(fieldOf(pair, 'patronymic')).toMatchObject({ a: 'Ивановна', b: null, level: 'missing' });
    const [other] = await reviewPairs(home.statistics, run.id, { offices: ['RU'], limit: 10 });
    expect(fieldOf(other, 'surname')).toMatchObject({ a: null, b: 'Федорова' });
    const [masked] = await reviewPairs(home.statistics, run.id, { offices: [], limit: 10 });
    expect(masked?.fields.every(({ a, b }) => a === null && b === null)).toBe(true);
    const [whole] = await reviewPairs(home.statistics, run.id, { offices: 'all', limit: 10 });
    expect(fieldOf(whole, 'surname')).toMatchObject({ a: 'Фёдорова', b: 'Федорова' });
  });

  it('leave no name in the open in the home', () => {
    const found = readdirSync(home.statistics.home.folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .filter(path => readFileSync(path).includes('Фёдорова'));
    expect(found).toEqual([]);
    expect(readdirSync(home.statistics.home.path('statistics', 'work')).length).toBeLessThanOrEqual(1);
  });

  it('cannot be read any more once the key of the names is gone, but are still told of', async () => {
    const { db } = home.statistics.store;
    const keys = await db.selectFrom('batch').select(['id', 'names_key']).execute();
    await db.updateTable('batch').set({ names_key: null }).execute();
    const [pair] = await reviewPairs(home.statistics, run.id, { offices: 'all', limit: 10 });
    expect(pair).toMatchObject({ a: 'BY:x', b: 'RU:y' });
    expect(pair?.fields.every(({ a, b, level }) => a === null && b === null && level === 'missing')).toBe(true);
    for (const { id, names_key } of keys)
      await db.updateTable('batch').set({ names_key }).where('id', '=', id).execute();
  });
});

describe('judgements over HTTP', () => {
  const pair = { a: 'BY:x', b: 'RU:y', reason: 'one passport' };

  it('take a pair out of the review, stay as they were said, and hold in later runs', async () => {
    expect((await get('/api/review/pairs', 'statistician@BY')).items).toHaveLength(1);
    expect((await judge('statistician@BY', { ...pair, judgement: 'same' })).statusCode).toBe(201);
    expect((await get('/api/review/pairs', 'statistician@BY')).items).toEqual([]);
    const second = await judge('statistician@RU', { ...pair, judgement: 'different', reason: 'sisters' });
    expect(second.json()).toMatchObject({ judgement: 'different', judged_by: 'statistician@RU' });
    const { items, next } = await get('/api/judgements?limit=1', 'statistician@KZ');
    expect(items).toMatchObject([{ reason: 'sisters' }]);
    const rest = await get(`/api/judgements?limit=5&cursor=${next}`, 'statistician@KZ');
    expect(rest.items).toMatchObject([{ reason: 'one passport', judgement: 'same' }]);
    const later = await account();
    const record = JSON.parse(readFileSync(join(home.statistics.runs.folder, later.id, 'run.json'), 'utf8'));
    expect(record.parameters.judgements).toBe(2);
    expect(record.moves).toBe(61);
    expect(record.verdicts).toContainEqual({ verdict: 'open', count: 1 });
  });

  it('come from people of one of the two offices, with a reason', async () => {
    expect((await judge('statistician@KZ', { ...pair, judgement: 'same' })).statusCode).toBe(403);
    expect((await judge('contributor@BY', { ...pair, judgement: 'same' })).statusCode).toBe(403);
    expect((await judge('statistician@BY', { ...pair, judgement: 'perhaps' })).statusCode).toBe(400);
    expect((await judge('statistician@BY', { ...pair, judgement: 'same', reason: ' ' })).statusCode).toBe(400);
    expect((await judge('statistician@BY', { ...pair, b: pair.a, judgement: 'same' })).statusCode).toBe(422);
  });
});
