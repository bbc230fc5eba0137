import { renameSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestHome, type TestHome } from '../statistics/runs/fixtures/test-home.ts';
import { memoryStore, testServer } from './fixtures/test-server.ts';
import { roomNeeds } from './room-needs.ts';
import type { Rooms } from './rooms.ts';

let home: TestHome;
const keeper: { trouble: unknown } = { trouble: undefined };
beforeEach(async () => {
  home = await makeTestHome();
  keeper.trouble = undefined;
});
afterEach(() => home.close());

const missing = async (free?: number) => {
  const rooms = { statistics: home.statistics, keeper } as unknown as Rooms;
  const needs = roomNeeds(rooms, free === undefined ? undefined : async () => free);
  const failed: string[] = [];
  for (const need of needs) await need.check().catch(() => failed.push(need.missing));
  return failed;
};

it('a home as it should be lacks nothing', async () => {
  expect(await missing()).toEqual([]);
});

it('a working folder that is none, a full disc and a queue that stands still are told, all at once', async () => {
  const work = home.statistics.home.path('statistics', 'work');
  renameSync(work, `${work}.away`);
  keeper.trouble = new Error('the store is away');
  expect(await missing(1000)).toEqual([
    'The working folder of the home cannot be written.',
    'Less than 256 MiB are left on the disc of the home.',
    'The engine does not answer.',
    'The queue of runs stands still.',
  ]);
  renameSync(`${work}.away`, work);
  keeper.trouble = undefined;
  expect(await missing()).toEqual([]);
});

it('what is missing is answered with 503, and with nothing of the inside', async () => {
  const store = await memoryStore();
  const server = await testServer(store, {
    needs: [
      { missing: 'The sun does not shine.', check: () => Promise.reject(new Error('secret')) },
      { missing: 'There is no bread.', check: async () => {} },
    ],
  });
  const answer = await server.app.inject('/readyz');
  expect(answer.json()).toMatchObject({ status: 503, detail: 'The sun does not shine.' });
  expect((await server.app.inject('/healthz')).statusCode).toBe(200);
  await server.app.close();
  await store.close();
});
