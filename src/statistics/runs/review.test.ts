import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestApp } from '../../common/http/fixtures/test-app.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { DEFAULT_PARAMETERS } from '../accounts/parameters.ts';
import { deleteNames } from '../batches/delete-names.ts';
import { writeDoubtfulPair } from './fixtures/slip-files.ts';
import { loadFiles, makeTestHome, type TestHome } from './fixtures/test-home.ts';
import { findLinkedRun } from './linked-run.ts';
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
  reviewRoutes(app, home.statistics, async () => new Map([['statistician@RU', 'Olga']]));
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
    expect(pair?.shown).toEqual({ a: 'whole', b: 'other_office' });
    const [other] = await reviewPairs(home.statistics, run.id, { offices: ['RU'], limit: 10 });
    expect(fieldOf(other, 'surname')).toMatchObject({ a: null, b: 'Федорова' });
    expect(await reviewPairs(home.statistics, run.id, { offices: ['KZ'], limit: 10 })).toEqual([]);
    const [whole] = await reviewPairs(home.statistics, run.id, { offices: 'all', limit: 10 });
    expect(fieldOf(whole, 'surname')).toMatchObject({ a: 'Фёдорова', b: 'Федорова' });
    expect(whole?.shown).toEqual({ a: 'whole', b: 'whole' });
  });

  it('leave no name in the open in the home', () => {
    const found = readdirSync(home.statistics.home.folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .filter(path => readFileSync(path).includes('Фёдорова'));
    expect(found).toEqual([]);
    expect(readdirSync(home.statistics.home.path('statistics', 'work')).length).toBeLessThanOrEqual(1);
  });
});

describe('judgements over HTTP', () => {
  const pair = { a: 'BY:x', b: 'RU:y', reason: 'one passport' };

  it('take a pair out of the review, stay as they were said, and hold in later runs', async () => {
    expect((await get('/api/review/pairs', 'statistician@BY')).items).toHaveLength(1);
    expect((await judge('statistician@BY', { ...pair, judgement: 'same' })).statusCode).toBe(201);
    expect((await get('/api/review/pairs', 'statistician@BY')).items).toEqual([]);
    const second = await judge('statistician@RU', { ...pair, judgement: 'different', reason: 'sisters' });
    expect(second.json()).toMatchObject({
      ...{ judgement: 'different', judged_by: 'statistician@RU', judged_by_name: 'Olga' },
    });
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

describe('doubtful pairs whose names were deleted', () => {
  let other: TestHome;
  afterAll(() => other.close());

  it('are told of with what is left of them, and why the rest is not there', async () => {
    other = await makeTestHome();
    const { statistics } = other;
    await other.load({ people: 60 });
    await loadFiles(statistics, [writeDoubtfulPair(other.folder)]);
    const keeper = new RunKeeper(statistics.runs, { perform: performRun });
    const { id } = await keeper.do(await keeper.enqueue(DEFAULT_PARAMETERS, 'olga'));
    const pair = async (offices: 'all' | readonly string[]) =>
      (await reviewPairs(statistics, id, { offices, limit: 10 })).find(({ a }) => a === 'BY:x');
    const term = { office: 'BY', before: '2010-01-01', reason: 'over', by: 'olga' };
    await deleteNames(statistics.batches, { ...term, linked: await findLinkedRun(statistics) });
    const left = await pair('all');
    expect(left?.shown).toEqual({ a: 'without_names', b: 'without_names' });
    expect(fieldOf(left, 'surname')).toEqual({ field: 'surname', a: null, b: null, level: 'missing' });
    expect(fieldOf(left, 'birth_date')).toMatchObject({ a: '1981-04-11', b: '1982-05-11', level: 'differs' });
    expect((await pair(['BY']))?.shown).toEqual({ a: 'without_names', b: 'other_office' });
    await statistics.store.db.updateTable('batch').set({ names_deleted_at: null }).execute();
    expect((await pair('all'))?.shown).toEqual({ a: 'not_there', b: 'not_there' });
  });
});
