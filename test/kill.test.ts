import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rowsFile, sealedFileName } from '../src/statistics/batches/batch-files.ts';
import { writeSlipFiles } from '../src/statistics/runs/fixtures/slip-files.ts';
import { describeStores } from '../src/store/fixtures/describe-stores.ts';
import { buildWhereStale } from './fixtures/saldo.ts';
import { beginUpload, firstKey, type Served, serve } from './fixtures/served.ts';

/** Moments of the kills that no event names, in ms: drawn once, so that each run kills alike. */
const SEED = 20051115;
const PEOPLE = 40;
/** Of a machine that others fill. */
const PATIENCE = { timeout: 120_000 };
/** An arrival each, and three departures for four of them. */
const SLIPS_OF_PAIR = PEOPLE + (PEOPLE * 3) / 4;

/** Asks the server as it is at the moment. */
type Get = <Body>(path: string) => Promise<Body>;
interface Page<Item> {
  items: Item[];
}

interface Known {
  readonly uploads: Set<string>;
  readonly batches: Set<string>;
  readonly runs: Set<string>;
  readonly released: Set<number>;
  /** Requests that changed something and were answered. */
  readonly requests: Set<string>;
}

beforeAll(buildWhereStale);

describe.runIf(process.platform === 'linux')('the server itself, killed by SIGKILL', () => {
  describeStores('and started again', bench => {
    let folder: string;
    let home: string;
    let env: NodeJS.ProcessEnv;
    let server: Served;
    let key: string;
    let known: Known;
    let files: string[];
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'kill-'));
      home = join(folder, 'home');
      const place = await bench.place();
      env = 'url' in place ? { SALDO_STATISTICS_URL: place.url } : {};
      files = [0, 1].flatMap(pair => writeSlipFiles(join(folder, 'slips'), { people: PEOPLE, first: pair * PEOPLE }));
      known = { uploads: new Set(), batches: new Set(), runs: new Set(), released: new Set(), requests: new Set() };
      server = await serve(home, env);
      key = await firstKey(server);
    }, PATIENCE.timeout);
    afterEach(async () => {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    });

    const ask = (method: string, path: string, body?: string, type = 'application/json') =>
      fetch(server.address + path, {
        method,
        headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': type }) },
        ...(body !== undefined && { body }),
      });
    const get: Get = async path => (await ask('GET', path)).json();
    /** Changes something; what is answered counts as acknowledged. */
    const post = async <Body>(path: string, body: string, type?: string) => {
      const response = await ask('POST', path, body, type);
      const answer = { status: response.status, body: (await response.json()) as Body };
      known.requests.add(response.headers.get('x-request-id') ?? '');
      return answer;
    };
    const upload = async (path: string) => {
      const slips = readFileSync(path, 'utf8');
      const { status, body } = await post<{ id: string }>('/api/uploads?name=slips.csv', slips, 'text/csv');
      expect(status).toBe(200);
      known.uploads.add(body.id);
      return body.id;
    };
    const accept = async (id: string) => {
      const isNew = !known.batches.has(id);
      const { status, body } = await post('/api/batches', JSON.stringify({ upload: id }));
      expect([status, body]).toMatchObject([isNew ? 201 : 200, { id, set_aside: 0 }]);
      known.batches.add(id);
      known.uploads.delete(id);
    };
    const run = async () => {
      const { status, body } = await post<{ id: string }>('/api/runs', '{}');
      expect(status).toBe(201);
      known.runs.add(body.id);
      return body.id;
    };
    const release = async (vintage: number) => {
      const { status } = await post(`/api/vintages/${vintage}/release`, '{"force":true}');
      expect(status).toBe(200);
      known.released.add(vintage);
    };
    /** Kills the server so many milliseconds into some work, which may have ended by then or not, and starts it again. */
    const killAmid = async (ms: number, work: () => Promise<unknown>) => {
      const working = work().then(
        () => undefined,
        (error: Error) => error,
      );
      await wait(ms);
      await server.kill();
      const error = await working;
      // A connection that broke off acknowledges nothing; whatever else goes wrong is a fault.
      if (error !== undefined && !(error instanceof TypeError)) throw error;
      server = await serve(home, env);
    };
    /** Follows a run until it is at a step, or has ended. */
    const until = async (id: string, step: string) => {
      const headers = { authorization: `Bearer ${key}` };
      const { body } = await fetch(`${server.address}/api/runs/${id}/events`, { headers });
      let text = '';
      for await (const piece of body!.pipeThrough(new TextDecoderStream())) {
        text += piece;
        if (text.includes(`"name":"${step}","since"`) || /"state":"(done|failed)"/.test(text)) return;
      }
    };
    const checked = () => checkAll({ get, home, known });

    it('has everything that it acknowledged, and nothing half done', async () => {
      const moment = drawn(SEED);
      const [first = '', second = '', third = '', fourth = ''] = files;

      // Half of a body has come.
      beginUpload(server, key, { name: 'slips.csv', part: readFileSync(first, 'utf8') });
      await expect.poll(() => readdirSync(join(home, 'statistics', 'uploads')), PATIENCE).toHaveLength(1);
      await killAmid(0, async () => {});
      expect(await checked()).toMatchObject({ batches: 0, uploads: 0 });

      // While it is checked; when that was just said; while it is accepted; when that was just said.
      await killAmid(moment(120), () => upload(first));
      await checked();
      const id = await upload(first);
      await killAmid(0, async () => {});
      expect(await checked()).toMatchObject({ uploads: 1 });
      await killAmid(moment(25), () => accept(id));
      await checked();
      await accept(id);
      await accept(await upload(second));
      await killAmid(0, async () => {});
      expect(await checked()).toMatchObject({ batches: 2, uploads: 0 });

      // During a run, at a step and then anywhere in its second attempt; the queue behind it is kept too.
      const [one, two] = [await run(), await run()];
      await until(one, 'comparing pairs');
      await killAmid(0, async () => {});
      await killAmid(moment(900), async () => {});
      expect(await checked()).toMatchObject({ runs: 2, vintages: 2, slips: SLIPS_OF_PAIR });
      expect(await get(`/api/runs/${two}`)).toMatchObject({ state: 'done' });

      // During publications, while files come in.
      for (const path of [third, fourth]) {
        await accept(await upload(path));
        await until(await run(), 'publishing');
        await killAmid(moment(30), async () => {});
      }
      expect(await checked()).toMatchObject({ batches: 4, runs: 4, vintages: 4, slips: 2 * SLIPS_OF_PAIR });

      await killAmid(moment(20), () => release(1));
      await release(2);
      await killAmid(0, async () => {});
      await checked();
    }, 600_000);
  });
});

/** Compares what the server has with what it acknowledged; what it has beyond that must be whole, and is known from then on. */
async function checkAll({ get, home, known }: { get: Get; home: string; known: Known }) {
  const statistics = (name: string) => readdirSync(join(home, 'statistics', name)).sort();
  const ids = (await get<Page<{ id: string }>>('/api/batches')).items.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining([...known.batches]));
  for (const id of ids) known.batches.add(id);
  for (const id of ids) known.uploads.delete(id);
  const named = ids.flatMap(id => [rowsFile(id), sealedFileName(id, 'names', 1), sealedFileName(id, 'faults', 1)]);
  expect(statistics('batches')).toEqual(named.sort());
  for (const id of ids) expect(await get(`/api/batches/${id}/faults`)).toEqual({ items: [] });

  const uploads = statistics('uploads');
  expect(uploads).toEqual(expect.arrayContaining([...known.uploads]));
  for (const id of uploads) expect(await get(`/api/uploads/${id}/faults`)).toEqual({ items: [] });

  const runs = async () => (await get<Page<{ id: string; state: string }>>('/api/runs')).items;
  await expect.poll(async () => (await runs()).every(({ state }) => state === 'done'), PATIENCE).toBe(true);
  const done = (await runs()).map(({ id }) => id).sort();
  expect(done).toEqual(expect.arrayContaining([...known.runs]));
  // The process of an attempt that was cut short ends by itself, and takes its folder with it.
  await expect.poll(() => statistics('runs'), PATIENCE).toEqual(done);

  const { items: vintages } = await get<Page<Vintage>>('/api/vintages');
  expect(vintages.map(({ run }) => run).sort()).toEqual(done);
  for (const vintage of vintages) await checkVintage(get, vintage);
  const released = vintages.filter(({ released_at }) => released_at !== null).map(({ id }) => id);
  expect(released).toEqual(expect.arrayContaining([...known.released]));

  expect(await get('/api/audit/check')).toEqual({ whole: true, first_broken: null });
  const { items: log } = await get<Page<{ request: string }>>('/api/audit?limit=1000');
  expect(log.map(({ request }) => request)).toEqual(expect.arrayContaining([...known.requests]));
  return {
    ...{ batches: ids.length, uploads: uploads.length, runs: done.length, vintages: vintages.length },
    slips: vintages[0]?.slips,
  };
}

interface Vintage {
  id: number;
  run: string;
  slips: number;
  moves: number;
  released_at: string | null;
}

/** All rows of a vintage are there: its sums are those that its own row says, and the account's identity holds. */
async function checkVintage(get: Get, { id, moves }: Vintage): Promise<void> {
  const { items: flows } = await get<Page<Record<string, number>>>(`/api/vintages/${id}/flows?limit=1000`);
  const { items: gaps } = await get<Page<{ side: string; count: number }>>(`/api/vintages/${id}/gaps?limit=1000`);
  const sum = (what: string) => flows.reduce((total, row) => total + (row[what] ?? Number.NaN), 0);
  expect(sum('united')).toBe(moves);
  for (const side of ['arrivals', 'departures']) {
    const causes = gaps.reduce((total, gap) => total + (gap.side === side ? gap.count : 0), 0);
    expect(sum(`${side}_reported`) - moves).toBe(causes);
  }
}

/** Numbers below a bound, always the same ones for a seed (a linear congruential generator, as in POSIX's example of `rand`). */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return ((state >>> 16) % 32_768) * (below / 32_768);
  };
}
