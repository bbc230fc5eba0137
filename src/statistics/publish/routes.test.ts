import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import type { VintageTables } from '../runs/vintage-tables.ts';
import { makeVintage } from './fixtures/make-vintage.ts';
import { publishApp } from './fixtures/publish-app.ts';
import { smallVintage } from './fixtures/small-vintage.ts';

const released = smallVintage();
const revised: VintageTables = {
  ...released,
  vintage: { ...released.vintage, id: 2 },
  flows: released.flows.map(flow => ({
    ...flow,
    united: flow.united + 100,
    departures_reported: flow.departures_reported + 100,
    arrivals_reported: flow.arrivals_reported + 100,
  })),
};
const unreleased: VintageTables = {
  ...released,
  vintage: makeVintage({ ...released.vintage, id: 3, released_at: null }),
};
const { app } = publishApp([released, revised, unreleased]);
afterAll(() => app.close());

const STATISTICIAN = { 'x-actor': 'statistician' };
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const json = async (url: string, headers: Record<string, string> = {}) => (await get(url, headers)).json();

const ADDRESSES = [
  ...['/api/vintages/latest/flows', '/api/vintages/1/flows?by=sex,age', '/api/vintages/1/gaps'],
  ...['/api/vintages/1/coverage', '/api/vintages/1/overview', '/api/vintages/1/overview?year=2011'],
  ...['/api/vintages/1/corridors/BY/RU', '/api/vintages/1/quality', '/api/vintages/1/timeliness', '/api/offices'],
  ...['/api/sdmx/data/DF_FLOWS', '/api/sdmx/data/DF_GAPS/*', '/api/sdmx/data/DF_COVERAGE?format=sdmx-csv'],
];

describe('every published route', () => {
  it.each(ADDRESSES)('%s answers the public', async address => {
    const { statusCode, headers } = await get(address);
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toBe('public, no-cache');
  });

  it.each(ADDRESSES)('%s has a strong tag, and 304 for who has it', async address => {
    const { headers } = await get(address);
    expect(headers.etag).toMatch(/^"[\w-]{27}"$/);
    const again = await get(address, { 'if-none-match': String(headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it.each(ADDRESSES)('%s shows statisticians exact figures, privately and under another tag', async address => {
    const [theirs, publics] = [await get(address, STATISTICIAN), await get(address)];
    expect(theirs.statusCode).toBe(200);
    expect(theirs.headers['cache-control']).toBe('private, no-cache');
    expect(theirs.headers.etag).not.toBe(publics.headers.etag);
    expect(theirs.body).not.toBe(publics.body);
  });

  it.each(ADDRESSES)('%s is one answer in every encoding, each under a tag of its own', async address => {
    const plain = await get(address);
    const packed = await get(address, { 'accept-encoding': 'gzip, br' });
    const isPacked = packed.headers['content-encoding'] === 'br';
    expect(isPacked ? brotliDecompressSync(packed.rawPayload).toString() : packed.body).toBe(plain.body);
    expect(packed.headers.vary).toContain('accept-encoding');
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    const tag = { 'if-none-match': String(packed.headers.etag) };
    expect((await get(address, { ...tag, 'accept-encoding': 'br' })).statusCode).toBe(304);
    expect((await get(address, tag)).statusCode).toBe(200);
  });

  it('keeps the public’s answers and exact ones apart, whoever asks first', async () => {
    const asked = ['exact', 'public', 'exact', 'public'] as const;
    for (const order of [asked, asked.toReversed()]) {
      const { app: fresh } = publishApp([released]);
      for (const address of ADDRESSES.filter(each => !each.includes('/1/'))) {
        const answers = { exact: new Set<string>(), public: new Set<string>() };
        for (const who of order)
          answers[who].add((await fresh.inject({ url: address, headers: who === 'exact' ? STATISTICIAN : {} })).body);
        expect([answers.exact.size, answers.public.size, new Set([...answers.exact, ...answers.public]).size]).toEqual([
          1, 1, 2,
        ]);
      }
      await fresh.close();
    }
  });

  it.each(ADDRESSES.filter(address => /vintages\/(1|compare)/.test(address)))(
    '%s lets a statistician see what the public sees',
    async address => {
      const separator = address.includes('?') ? '&' : '?';
      const preview = await get(`${address}${separator}view=public`, STATISTICIAN);
      expect(preview.json()).toEqual(await json(address));
    },
  );

  it('gives the public no exact figure', async () => {
    const exact = new Set(
      [...released.flows.flatMap(flow => [flow.united, flow.arrivals_reported, flow.departures_reported])]
        .concat(released.gaps.map(({ count }) => Math.abs(count)))
        .concat([released.vintage.slips, released.vintage.persons])
        .filter(count => count % 5 !== 0),
    );
    for (const address of ADDRESSES) {
      const { body } = await get(address);
      const numbers = [...body.matchAll(/[:,[](\d+)(?=[,}\]\r])/g)].map(([, digits]) => Number(digits));
      expect(
        numbers.filter(number => number > 30 && exact.has(number)),
        address,
      ).toEqual([]);
    }
  });
});

describe('a vintage that is not released', () => {
  it('does not exist for the public, and is the latest for statisticians', async () => {
    expect((await get('/api/vintages/3/overview')).statusCode).toBe(404);
    const refusals = await Promise.all([3, 99].map(id => json(`/api/vintages/${id}/flows`)));
    expect(refusals[0].title).toBe(refusals[1].title);
    expect((await json('/api/vintages/latest/overview')).vintage).toBe(2);
    expect((await json('/api/vintages/latest/overview', STATISTICIAN)).vintage).toBe(3);
  });
});

describe('tables', () => {
  it('are filtered by what is asked', async () => {
    const { items } = await json('/api/vintages/1/flows?origin=BY&destination=RU&year=2011', STATISTICIAN);
    expect(items).toEqual([
      {
        origin: 'BY',
        destination: 'RU',
        year: 2011,
        classes: {},
        united: 517,
        arrivals_reported: 530,
        departures_reported: 490,
      },
    ]);
    const gaps = await json('/api/vintages/1/gaps?side=departures&cause=unconfirmed', STATISTICIAN);
    expect(gaps.items.map(({ count }: { count: number }) => count)).toEqual([13]);
  });

  it('come part after part, whole together', async () => {
    const all = await json('/api/vintages/1/gaps', STATISTICIAN);
    const parts: unknown[] = [];
    let cursor = '';
    do {
      const part = await json(`/api/vintages/1/gaps?limit=2${cursor}`, STATISTICIAN);
      parts.push(...part.items);
      cursor = part.next === undefined ? '' : `&cursor=${part.next}`;
    } while (cursor !== '');
    expect(parts).toEqual(all.items);
  });

  it('split by classes that the vintage has, and by no other', async () => {
    const { items } = await json('/api/vintages/1/flows?by=sex', STATISTICIAN);
    expect(items.map(({ classes }: { classes: unknown }) => classes)).toContainEqual({ sex: 'unknown' });
    expect((await get('/api/vintages/1/flows?by=citizenship')).statusCode).toBe(422);
    const without = publishApp([released], '');
    expect((await without.app.inject('/api/vintages/1/flows?by=sex')).json().detail).toContain('without classes');
  });

  it('say what kind each number is', async () => {
    const { kinds } = await json('/api/vintages/1/coverage');
    expect([kinds.own, kinds.true_flow]).toEqual(['linked', 'modelled']);
  });

  it.each([
    ['text/csv', /^text\/csv; charset=utf-8$/],
    ['application/vnd.apache.parquet', /^application\/vnd.apache.parquet$/],
    ['application/vnd.sdmx.data+csv;version=2.0.0', /^application\/vnd.sdmx.data\+csv;version=2.0.0$/],
    ['application/vnd.sdmx.data+json', /^application\/vnd.sdmx.data\+json;version=2.0.0$/],
    ['text/html;q=0.9, text/csv;q=0.1', /^text\/csv/],
    ['*/*', /^application\/json/],
  ])('are given as %s where it is accepted', async (accept, type) => {
    const { headers } = await get('/api/vintages/1/flows', { accept });
    expect(headers['content-type']).toMatch(type);
    expect(headers.vary).toContain('accept');
  });

  it('are refused in a form that there is not', async () => {
    expect((await get('/api/vintages/1/flows', { accept: 'text/html' })).statusCode).toBe(406);
    expect((await get('/api/vintages/1/flows?format=xlsx')).statusCode).toBe(400);
  });

  it('as downloads have a name that says what they are', async () => {
    const name = async (headers: Record<string, string>) =>
      (await get('/api/vintages/1/gaps?format=csv', headers)).headers['content-disposition'];
    expect(await name({})).toBe('attachment; filename="saldo-gaps-vintage-1-rounded-to-5.csv"');
    expect(await name(STATISTICIAN)).toBe('attachment; filename="saldo-gaps-vintage-1-exact.csv"');
  });
});

describe('Parquet of a table', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.open({ threads: 1 });
  });
  afterAll(() => engine.close());

  it('holds the same numbers as its JSON', async () => {
    const path = join(engine.workFolder, 'flows.parquet');
    writeFileSync(path, (await get('/api/vintages/1/flows?format=parquet&by=sex')).rawPayload);
    const { items } = await json('/api/vintages/1/flows?by=sex');
    expect(await engine.rows(`select * from ${sqlText(path)}`)).toEqual(
      items.map(({ classes, ...item }: { classes: object }) => expect.objectContaining({ ...item, ...classes })),
    );
  });
});

describe('SDMX', () => {
  it('has structures by short and by full addresses', async () => {
    const one = await json('/api/sdmx/structure/dataflow/DF_GAPS?references=all');
    expect(await json('/api/sdmx/structure/dataflow/SALDO/DF_GAPS/1.0.0?references=descendants')).toEqual(one);
    expect(Object.keys(one.data)).toContain('codelists');
    expect((await json('/api/sdmx/structure/dataflow/SALDO')).data.dataflows.length).toBe(3);
    expect((await get('/api/sdmx/structure/dataflow/SALDO/DF_GAPS/9.9.9')).statusCode).toBe(404);
    expect((await get('/api/sdmx/structure/dataflow/DF_NONE')).statusCode).toBe(404);
    expect((await get('/api/sdmx/structure/nonsense/DF_GAPS')).statusCode).toBe(400);
  });

  it('has data by key, in CSV and JSON', async () => {
    const { body } = await get('/api/sdmx/data/DF_FLOWS/A._J.MOV.BY.RU......?format=sdmx-csv');
    expect(body.trim().split('\r\n').length).toBe(3);
    const full = await get('/api/sdmx/data/dataflow/SALDO/DF_FLOWS/1.0.0/A._J.MOV.BY.RU......?format=sdmx-csv');
    expect(full.body).toBe(body);
    expect((await get('/api/sdmx/data/DF_FLOWS/A.BY')).statusCode).toBe(422);
    expect((await get('/api/sdmx/data/DF_NONE')).statusCode).toBe(404);
  });

  it('takes a vintage from the key', async () => {
    const { body } = await get('/api/sdmx/data/DF_COVERAGE/......1?format=sdmx-csv');
    expect(body).toContain('M12,1,');
    expect((await get('/api/sdmx/data/DF_COVERAGE/......1+2')).statusCode).toBe(422);
    expect((await get('/api/sdmx/data/DF_COVERAGE/......3')).statusCode).toBe(404);
  });
});

describe('SDMX structures over HTTP', () => {
  it.each([
    ['', undefined, 'application/vnd.sdmx.structure+json;version=2.0.0'],
    ['', 'application/vnd.sdmx.structure+xml;version=2.1', 'application/vnd.sdmx.structure+xml;version=2.1'],
    ['', 'text/html, application/xml;q=0.9, */*;q=0.8', 'application/xml'],
    ['?format=sdmx-ml', 'application/json', 'application/vnd.sdmx.structure+xml;version=2.1'],
    ['?format=sdmx-json', 'application/xml', 'application/vnd.sdmx.structure+json;version=2.0.0'],
  ])('with %s and Accept %s come as asked for', async (query, accept, type) => {
    const headers = accept === undefined ? {} : { accept };
    const answer = await get(`/api/sdmx/structure/dataflow/SALDO/DF_GAPS/1.0.0${query}`, headers);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, type]);
    expect(answer.headers).toMatchObject({ 'cache-control': 'public, no-cache', vary: 'accept, accept-encoding' });
    expect(answer.body).toContain(type.includes('json') ? '"id":"DF_GAPS"' : '<str:Dataflow id="DF_GAPS"');
  });

  it('in a form that there is not are refused', async () => {
    expect((await get('/api/sdmx/structure/codelist', { accept: 'text/csv' })).statusCode).toBe(406);
    expect((await get('/api/sdmx/structure/codelist/CL_NONE?format=sdmx-ml')).statusCode).toBe(404);
  });
});
