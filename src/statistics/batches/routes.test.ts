import { readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestApp } from '../../common/http/fixtures/test-app.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { currentBatches } from './batch.ts';
import { type BatchHome, HEADER, makeBatchHome, withEngine } from './fixtures/batch-home.ts';
import type { LinkedRun } from './known-persons.ts';
import { batchRoutes } from './routes.ts';

const FILE = `${HEADER}1,BY,arrival,2011-03-05,Ковалевская,Софья,1990-01-15,MP1234567,RU,BY,
2,BY,arrival,bad,Hamilton,Sofia,1990-01-16,,RU,BY,
3,BY,arrival,2011-03-08,Meitner,Lise,1990-13-16,,RU,BY,
`;

let home: BatchHome;
let app: RoutedApp;
let linked: LinkedRun | undefined;
beforeAll(async () => {
  home = await makeBatchHome();
  app = makeTestApp();
  batchRoutes(app, home.place, { findLinkedRun: async () => linked, uploadBytes: 10_000 });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await home.remove();
});

const ask = async (method: 'GET' | 'POST' | 'DELETE', url: string, as: string, payload?: object) => {
  const answer = await app.inject({ method, url, headers: { as }, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.payload === '' ? null : answer.json(), headers: answer.headers };
};
const upload = async (content: string | Readable, as: string, name = 'slips.csv') => {
  const url = `/api/uploads?name=${encodeURIComponent(name)}`;
  const answer = await app.inject({
    method: 'POST',
    url,
    headers: { as, 'content-type': 'application/octet-stream' },
    payload: content,
  });
  return { status: answer.statusCode, body: answer.json() };
};

describe('a file over HTTP', () => {
  it('is checked, looked at, accepted once, and shown to its office', async () => {
    const { status, body: found } = await upload(FILE, 'contributor@BY');
    expect(status).toBe(200);
    expect(found).toMatchObject({
      file_name: 'slips.csv',
      read: 3,
      accepted: 2,
      set_aside: 1,
      offices: ['BY'],
      batch: null,
    });
    expect(found).not.toHaveProperty('names_key');
    expect(JSON.stringify(found)).not.toContain('Hamilton');

    const faults = await ask('GET', `/api/uploads/${found.id}/faults?limit=1`, 'contributor@BY');
    expect(faults.body).toMatchObject({ items: [{ row: 2, column: 'registered_on', code: 'bad_date', found: 'bad' }] });
    const rest = await ask('GET', `/api/uploads/${found.id}/faults?cursor=${faults.body.next}`, 'contributor@BY');
    expect(rest.body).toEqual({ items: [expect.objectContaining({ row: 3, column: 'birth_date', set_aside: false })] });
    const csv = await app.inject({
      url: `/api/uploads/${found.id}/faults?format=csv`,
      headers: { as: 'contributor@BY' },
    });
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.payload.split('\n')[0]).toBe('row,column,code,found,expected,set_aside');
    expect(csv.payload.trim().split('\n')).toHaveLength(3);

    const accepted = await ask('POST', '/api/batches', 'contributor@BY', { upload: found.id });
    expect(accepted.status).toBe(201);
    expect(accepted.headers['location']).toBe(`/api/batches/${found.id}`);
    const again = await upload(FILE, 'contributor@BY', 'other.csv');
    expect(again.body.batch).toEqual(accepted.body);
    expect((await ask('GET', `/api/uploads/${found.id}/faults`, 'contributor@BY')).body.items).toHaveLength(2);
    expect((await ask('DELETE', `/api/uploads/${found.id}`, 'contributor@BY')).status).toBe(204);
    expect((await ask('POST', '/api/batches', 'contributor@BY', { upload: found.id })).status).toBe(200);
    expect(readdirSync(home.place.home.path('statistics', 'uploads'))).toEqual([]);

    for (const as of ['statistician@BY', 'auditor@*', 'contributor@*']) {
      expect((await ask('GET', '/api/batches', as)).body.items.map(({ id }: { id: string }) => id)).toEqual([found.id]);
      expect((await ask('GET', `/api/batches/${found.id}`, as)).body).toEqual(accepted.body);
    }
    expect((await ask('GET', '/api/batches', 'statistician@RU')).body).toEqual({ items: [] });
    expect((await ask('GET', `/api/batches/${found.id}`, 'statistician@RU')).status).toBe(404);
    expect((await ask('GET', `/api/batches/${found.id}/faults`, 'statistician@RU')).status).toBe(404);
    expect((await ask('GET', `/api/batches/${found.id}/faults`, 'auditor@BY')).status).toBe(403);
    expect((await ask('GET', `/api/batches/${found.id}/faults`, 'statistician@BY')).body.items).toHaveLength(2);
  });

  it('is nobody else’s to see, to accept or to drop', async () => {
    const { body } = await upload(`${HEADER}9,BY,arrival,2011-03-05,Noether,Emmy,,,RU,BY,\n`, 'contributor@BY');
    expect((await ask('GET', `/api/uploads/${body.id}/faults`, 'contributor@RU')).status).toBe(404);
    expect((await ask('DELETE', `/api/uploads/${body.id}`, 'contributor@RU')).status).toBe(404);
    expect((await ask('POST', '/api/batches', 'contributor@RU', { upload: body.id })).status).toBe(404);
    expect((await ask('POST', '/api/batches', 'statistician@BY', { upload: body.id })).status).toBe(403);
    expect((await ask('DELETE', `/api/uploads/${body.id}`, 'contributor@BY')).status).toBe(204);
    expect((await ask('POST', '/api/batches', 'contributor@BY', { upload: body.id })).status).toBe(404);
  });

  it('is refused where it is of another office, no slips, too large, empty, broken off, or of an unknown profile', async () => {
    expect(await upload(FILE, 'contributor@RU')).toMatchObject({
      status: 403,
      body: { type: 'saldo:office_not_held' },
    });
    const text = await upload('a,b\n1,2\n', 'contributor@*', 'notes.csv');
    expect(text).toMatchObject({ status: 422, body: { type: 'saldo:not_a_slip_file' } });
    expect(text.body.detail).toContain('notes.csv');
    expect(text.body.detail).not.toContain(home.place.home.folder);
    expect((await upload(`${HEADER}${'x'.repeat(20_000)}`, 'contributor@*')).status).toBe(413);
    const endless = Readable.from(
      (function* () {
        while (true) yield Buffer.alloc(5000, 'x');
      })(),
    );
    expect((await upload(endless, 'contributor@*')).status).toBe(413);
    expect((await upload('', 'contributor@*')).status).toBe(400);
    const profiled = await app.inject({
      method: 'POST',
      url: '/api/uploads?name=a.csv&profile=/etc/passwd',
      headers: { as: 'contributor@*', 'content-type': 'text/csv' },
      payload: FILE,
    });
    expect(profiled.statusCode).toBe(400);
    expect(readdirSync(home.place.home.path('statistics', 'uploads'))).toEqual([]);
  });

  it('without any row that can be accepted is shown with its faults, and not accepted', async () => {
    const { body } = await upload(`${HEADER}1,BY,arrival,bad,,,,,RU,BY,\n`, 'contributor@BY');
    expect(body).toMatchObject({ accepted: 0, set_aside: 1, offices: [] });
    expect((await ask('GET', `/api/uploads/${body.id}/faults`, 'contributor@BY')).body.items).toHaveLength(1);
    expect((await ask('GET', `/api/uploads/${body.id}/faults`, 'contributor@AM')).status).toBe(404);
    expect((await ask('POST', '/api/batches', 'contributor@BY', { upload: body.id })).status).toBe(422);
    await ask('DELETE', `/api/uploads/${body.id}`, 'contributor@BY');
  });

  it('shows an office its own faulty rows alone where others are in the file', async () => {
    const { body } = await upload(
      `${HEADER}a,BY,arrival,2011-03-05,,,1990-99-99,,RU,BY,\nb,RU,arrival,2011-03-05,,,1990-99-99,,BY,RU,\nc,??,arrival,2011-03-05,,,,,BY,RU,\n`,
      'contributor@*',
    );
    await ask('POST', '/api/batches', 'contributor@*', { upload: body.id });
    const rows = async (as: string) =>
      (await ask('GET', `/api/batches/${body.id}/faults`, as)).body.items.map(({ row }: { row: number }) => row);
    expect(await rows('statistician@RU')).toEqual([2]);
    expect(await rows('statistician@RU,statistician@BY')).toEqual([1, 2, 3]);
  });
});

describe('names over HTTP', () => {
  it('are deleted by an administrator of the office, with proof, once they were linked', async () => {
    const request = { office: 'BY', before: '2012-01-01', reason: 'linked' };
    expect((await ask('POST', '/api/names/deletions', 'statistician@BY', request)).status).toBe(403);
    expect((await ask('POST', '/api/names/deletions', 'administrator@RU', request)).status).toBe(403);
    expect((await ask('POST', '/api/names/deletions', 'administrator@BY', request)).status).toBe(409);
    linked = await linkedRun();
    const { status, body } = await ask('POST', '/api/names/deletions', 'administrator@BY', request);
    expect(status).toBe(201);
    expect(body).toMatchObject({ slips: 2, run: 'r', deleted_by: 'administrator@BY' });
    expect(body.proof.verified).toMatchObject({ names_left: 0, texts_left: 0, files_left: 0, keys_left: 0 });
    expect((await ask('GET', '/api/names/deletions', 'auditor@BY')).body).toEqual({ items: [body] });
    expect((await ask('GET', '/api/names/deletions', 'auditor@RU')).body).toEqual({ items: [] });
  });

  it('refuse a request that is none', async () => {
    const answers = [{ office: 'by' }, { before: 'soon' }, { reason: '' }].map(wrong =>
      ask('POST', '/api/names/deletions', 'administrator@*', {
        office: 'BY',
        before: '2012-01-01',
        reason: 'x',
        ...wrong,
      }),
    );
    for (const { status } of await Promise.all(answers)) expect(status).toBe(400);
  });
});

/** A run of the batches of now, in which every slip is a person. */
async function linkedRun(): Promise<LinkedRun> {
  const persons = home.place.home.path('statistics', 'runs', 'persons.parquet');
  await withEngine(async engine => {
    await home.read(engine);
    await engine.run(`copy (select office, slip_id, n + 1 as person from slip) to '${persons}' (format parquet)`);
  });
  return { run: 'r', batches: await currentBatches(home.place.db), persons, precision: 1, recall: 1 };
}
