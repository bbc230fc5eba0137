import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestApp } from '../../common/http/fixtures/test-app.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { findingRoutes } from './finding-routes.ts';
import { exactView } from './fixtures/exact-view.ts';
import { makeTestHome, type TestHome } from './fixtures/test-home.ts';
import { performRun } from './perform-run.ts';
import { reviewRoutes } from './review-routes.ts';
import { isEnded } from './run.ts';
import { RunKeeper } from './run-keeper.ts';
import { runRoutes } from './run-routes.ts';
import { vintageRoutes } from './vintage-routes.ts';

let home: TestHome;
let batches: readonly string[];
let keeper: RunKeeper;
let app: RoutedApp;
beforeAll(async () => {
  home = await makeTestHome();
  await home.load({ people: 30 });
  const { statistics } = home;
  batches = await statistics.runs.currentBatches();
  keeper = new RunKeeper(statistics.runs, { perform: performRun });
  await keeper.start();
  app = makeTestApp();
  runRoutes(app, keeper);
  findingRoutes(app, statistics);
  reviewRoutes(app, statistics, async () => new Map());
  vintageRoutes(app, statistics, exactView());
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await keeper.stop();
  await home.close();
});

const get = async (url: string, as?: string) => {
  const answer = await app.inject({ url, headers: { ...(as && { as }) } });
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
};
const post = async (url: string, as: string, payload?: object) => {
  const answer = await app.inject({ method: 'POST', url, headers: { as }, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.json() };
};
const AS = 'statistician@BY';

describe('runs over HTTP', () => {
  it('are asked for, watched to their end, and listed', async () => {
    const { status, body: run } = await post('/api/runs', AS, { threshold: 6, label: 'spring' });
    expect(status).toBe(201);
    expect(run).toMatchObject({ parameters: { threshold: 6, lapse: 6, by: [] }, label: 'spring', requested_by: AS });
    const events = await app.inject({ url: `/api/runs/${run.id}/events`, headers: { as: AS } });
    expect(events.headers['content-type']).toContain('text/event-stream');
    const said = events.payload
      .split('\n\n')
      .filter(text => text.startsWith('event: '))
      .map(text => {
        const [, type = '', data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(text) ?? [];
        return { type, data: JSON.parse(data) };
      });
    expect(said[0]?.type).toBe('state');
    expect(said.at(-1)).toMatchObject({ type: 'state', data: { state: 'done', vintage: 1 } });
    expect(new Set(said.map(({ type }) => type))).toEqual(new Set(['state', 'step', 'progress']));
    const { body: late } = await get(`/api/runs/${run.id}`, AS);
    expect(said.at(-1)?.data).toEqual(late);
    const second = await post('/api/runs', AS, {});
    await app.inject({ url: `/api/runs/${second.body.id}/events`, headers: { as: AS } });
    const first = await get('/api/runs?limit=1', AS);
    expect(first.body.items.map((item: { id: string }) => item.id)).toEqual([second.body.id]);
    const rest = await get(`/api/runs?limit=1&cursor=${first.body.next}`, AS);
    expect(rest.body.items.map((item: { id: string }) => item.id)).toEqual([run.id]);
  });

  it('of an ended run tell its end at once to a late watcher', async () => {
    const { body } = await get('/api/runs', AS);
    const events = await app.inject({ url: `/api/runs/${body.items[0].id}/events`, headers: { as: AS } });
    expect(events.payload.match(/^event: /gm)).toHaveLength(1);
    expect(isEnded(body.items[0].state)).toBe(true);
  });

  it('are not there under another name, nor for others', async () => {
    const nowhere = '/api/runs/00000000-0000-4000-8000-000000000000';
    expect((await get(nowhere, AS)).status).toBe(404);
    expect((await get(`${nowhere}/events`, AS)).status).toBe(404);
    expect((await get('/api/runs/1', AS)).status).toBe(400);
    expect((await get('/api/runs')).status).toBe(403);
    expect((await post('/api/runs', 'contributor@BY', {})).status).toBe(403);
    const { body } = await get('/api/runs', AS);
    expect((await post(`/api/runs/${body.items[0].id}/cancel`, AS)).status).toBe(409);
  });

  it.each([{ threshold: 0 }, { threshold: 2.5 }, { by: ['height'] }, { label: ' ' }, { lapse: '6' }])(
    'refuse %j',
    async payload => {
      expect((await post('/api/runs', AS, payload)).status).toBe(400);
    },
  );

  it('show the method with their rows, in both languages', async () => {
    const { body: runs } = await get('/api/runs', AS);
    const { body } = await get(`/api/runs/${runs.items[0].id}/method?language=ru`, AS);
    expect(body.items.map(({ name }: { name: string }) => name)).toContain('repeated arrival');
    const move = body.items.find(({ name }: { name: string }) => name === 'move');
    expect(move).toMatchObject({ rows: 30, decides: expect.stringMatching(/перемещение/) });
  });
});

describe('vintages over HTTP', () => {
  it('are seen by statisticians as they are published, by the public once they are released', async () => {
    expect((await get('/api/vintages')).body).toEqual({ items: [] });
    expect((await get('/api/vintages/latest')).status).toBe(404);
    expect((await get('/api/vintages/2')).status).toBe(404);
    expect((await get('/api/vintages/latest', AS)).body).toMatchObject({ id: 2, released_at: null });
    expect((await post('/api/vintages/1/release', AS)).status).toBe(403);
    expect((await post('/api/vintages/1/release', 'publisher@BY')).body).toMatchObject({ id: 1, label: 'spring' });
    expect((await get('/api/vintages/latest')).body).toMatchObject({ id: 1, moves: 30, parameters: { threshold: 6 } });
    expect((await get('/api/vintages/2')).status).toBe(404);
    expect((await get('/api/vintages', AS)).body.items).toHaveLength(2);
  });

  it('can be traced to run, code and batches', async () => {
    const origin = async (as?: string) => (await get('/api/vintages/1/origin', as)).body;
    const body = await origin();
    expect(body).toMatchObject({ parameters: { threshold: 6 }, code_version: expect.any(String), judgements: 0 });
    const known = body.batches.map(({ offices }: { offices: string[] }) => ({
      ...{ id: null, offices },
      ...{ first_year: 2005, last_year: 2005 },
    }));
    expect(body.batches).toEqual(known);
    expect(known.map(({ offices }: { offices: string[] }) => offices)).toEqual([['BY'], ['RU']]);
    for (const as of [AS, 'auditor@RU'])
      expect((await origin(as)).batches.map(({ id }: { id: string }) => id)).toEqual(batches);
    for (const as of [undefined, 'contributor@BY', 'administrator@*', 'publisher@BY'])
      for (const batch of batches) expect(JSON.stringify(await origin(as))).not.toContain(batch);
    expect((await get(`/api/runs/${body.run}`, AS)).body).toMatchObject({ vintage: 1 });
    const { body: method } = await get('/api/vintages/1/method');
    expect(method.items[0]).toMatchObject({ name: 'registration', rows: 52 });
  });

  it('give their moves and timelines to statisticians alone, with numbers of own slips alone', async () => {
    expect((await get('/api/vintages/1/moves')).status).toBe(403);
    expect((await get('/api/vintages/1/timelines?origin=RU&destination=BY', 'publisher@BY')).status).toBe(403);
    const moves = await get('/api/vintages/latest/moves?limit=20&origin=RU', AS);
    expect(moves.body.items).toHaveLength(20);
    const rest = await get(`/api/vintages/latest/moves?limit=20&origin=RU&cursor=${moves.body.next}`, AS);
    expect(rest.body.items).toHaveLength(10);
    expect(rest.body.next).toBeUndefined();
    const { body } = await get('/api/vintages/1/timelines?origin=RU&destination=BY&year=2005', AS);
    const slips = body.items.flatMap(({ slips }: { slips: { office: string; own_slip_id: string | null }[] }) => slips);
    for (const { office, own_slip_id } of slips) expect(own_slip_id !== null).toBe(office === 'BY');
    expect(slips.some(({ office }: { office: string }) => office === 'RU')).toBe(true);
    expect((await get('/api/vintages/1/moves?origin=XYZ', AS)).status).toBe(400);
  });
});
