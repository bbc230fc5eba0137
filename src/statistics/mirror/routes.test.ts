import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../../common/data-folder.ts';
import { makeTestApp } from '../../common/http/fixtures/test-app.ts';
import { ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { MirrorComparisonSchema, MirrorFitSchema } from './api/mirror-schemas.ts';
import { panelText } from './bayes/fixtures/panel-text.ts';
import { simulatedPanel } from './bayes/fixtures/simulated-panel.ts';
import { mirrorRoutes } from './routes.ts';

const MINUTE = 60_000;
let app: RoutedApp;
let address: string;
beforeAll(async () => {
  app = makeTestApp();
  mirrorRoutes(app);
  await app.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterAll(() => app.close());

const BOTH = 'origin,destination,year,departures_reported,arrivals_reported\n';

function form(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): FormData {
  const made = new FormData();
  for (const [name, content] of Object.entries(files)) made.append('table', new Blob([content]), name);
  return made;
}

const post = (path: string, files: Parameters<typeof form>[0], signal?: AbortSignal) =>
  fetch(address + path, { method: 'POST', body: form(files), ...(signal && { signal }) });

describe('tables that come with Saldo', () => {
  it('are listed, and the note compares to its own figures', async () => {
    const { items } = (await app.inject('/api/mirror/tables')).json();
    expect(items).toMatchObject([
      {
        table: 'note-belarus-russia',
        offices: ['BY', 'RU'],
        first_year: 1991,
        last_year: 2011,
        cells: 2,
        both_sides: 2,
      },
      { table: 'eurostat-2010-2019', cells: 5352, first_year: 2010, last_year: 2019 },
    ]);
    const note = MirrorComparisonSchema.parse((await app.inject('/api/mirror/tables/note-belarus-russia')).json());
    expect(note.pairs).toMatchObject([
      {
        balance_a: 240_000,
        balance_b: 45_000,
        difference: -195_000,
        parts: [-50_000, -145_000],
        balance_by_arrivals: 95_000,
      },
    ]);
    expect(note.breaks.map(({ state, year }) => [state, year])).toContainEqual(['RU', 2011]);
    expect(note.states).toEqual([
      { state: 'BY', numeric: '112' },
      { state: 'RU', numeric: '643' },
    ]);
    const csv = await app.inject('/api/mirror/tables/note-belarus-russia?format=csv');
    expect(csv.headers['content-type']).toMatch(/^text\/csv/);
    expect(csv.body).toContain('RU,BY,1991,2011,660000,710000,50000,');
    expect((await app.inject('/api/mirror/tables/other')).statusCode).toBe(404);
  });

  it(
    'are reconciled, or refused with the reason',
    async () => {
      const path = '/api/mirror/tables/eurostat-2010-2019/fit?benchmark=SE&model=';
      const fit = MirrorFitSchema.parse((await app.inject(`${path}log`)).json());
      const bulgaria = fit.factors.find(({ office, side }) => office === 'BG' && side === 'arrivals');
      expect(bulgaria?.factor).toBeCloseTo(4.95, 1);
      expect(fit.prediction?.rmse).toBeLessThan(fit.prediction?.rmse_without_model ?? 0);
      expect((await app.inject(`${path}binomial&corridors=true`)).statusCode).toBe(400);
      const note = await app.inject('/api/mirror/tables/note-belarus-russia/fit?benchmark=BY');
      expect([note.statusCode, note.json().type, note.json().reason]).toEqual([
        ...[422, 'saldo:not_identified', 'disconnected'],
      ]);
      expect((await app.inject(`${path}log&benchmark=QQ`)).statusCode).toBe(400);
    },
    MINUTE,
  );
});

describe('a table that is sent', () => {
  it('is compared, its faults told with their places, and refused whole where strict is asked for', async () => {
    const table = `${BOTH}RU,BY,2010,100,120\nRU,XX,2010,1,2\nBY,RU,2010,-5,80\n`;
    const answer = await post('/api/mirror/compare', { 'mine.csv': table });
    const compared = MirrorComparisonSchema.parse(await answer.json());
    expect(compared.corridors).toHaveLength(2);
    expect(compared.fault_count).toBe(2);
    expect(compared.faults).toMatchObject([
      { file: 'mine.csv', row: 2, column: 'destination', code: 'unknown_state', found: 'XX' },
      { file: 'mine.csv', row: 3, column: 'departures_reported', code: 'negative_count', found: '-5' },
    ]);
    const strict = await post('/api/mirror/compare?strict=true', { 'mine.csv': table });
    const problem = ProblemSchema.parse(await strict.json());
    expect([strict.status, problem.type, problem.faults?.length]).toEqual([422, 'saldo:faulty_table', 2]);
    expect(problem.faults?.[0]).toEqual({
      where: 'mine.csv, row 2, destination, unknown_state',
      found: 'XX',
      expected: 'a code of ISO 3166-1, EL or UK',
    });
  });

  it('keeps the run of an account whose record is sent with its flows, and believes only the offices of it', async () => {
    const flows = 'origin,destination,year,united,arrivals_reported,departures_reported\nRU,BY,2011,8,9,0\n';
    const record = (fingerprint: string) => JSON.stringify({ offices: ['BY'], fingerprint, simulated: true });
    const answer = await post('/api/mirror/compare', { 'flows.csv': flows, 'run.json': record('f00d') });
    const { tables, corridors } = MirrorComparisonSchema.parse(await answer.json());
    expect(tables).toMatchObject([{ name: 'flows.csv', run: 'f00d', simulated: true }]);
    expect(tables[0]?.sha256).toBe(createHash('sha256').update(flows).digest('hex'));
    expect(corridors).toMatchObject([{ arrivals: 9, departures: null }]);
    const twice = new FormData();
    for (const name of ['flows.csv', 'run.json', 'run.json'])
      twice.append('table', new Blob([name === 'run.json' ? record('1') : flows]), name);
    expect((await fetch(`${address}/api/mirror/compare`, { method: 'POST', body: twice })).status).toBe(400);
  });

  it('may be several files, packed, or of another form', async () => {
    const arrivals = 'origin,destination,year,value\nRU,BY,2010,7\n';
    const packed = new Uint8Array(gzipSync(`${BOTH}BY,RU,2010,5,6\n`));
    const answer = await post('/api/mirror/compare?side=arrivals', { 'a.csv': arrivals, 'b.csv.gz': packed });
    expect(MirrorComparisonSchema.parse(await answer.json()).corridors).toMatchObject([
      { origin: 'BY', arrivals: 6, departures: 5 },
      { origin: 'RU', arrivals: 7, departures: null },
    ]);
  });

  it.each([
    ['a table without any figure', { 'none.csv': `${BOTH}RU,BY,2010,,\n` }, 422],
    ['rows that are all at fault', { 'bad.csv': `${BOTH}RU,XX,2010,1,2\n` }, 422],
    ['something else', { 'other.csv': 'a,b\n1,2\n' }, 422],
    ['bytes that are no text', { 'x.csv': new Uint8Array([0xff, 0xfe, 0, 1]) }, 422],
    ['what is not packed as it says', { 'x.csv.gz': 'plain' }, 422],
    ['more than it may unfold into', { 'big.csv.gz': new Uint8Array(gzipSync(Buffer.alloc(50_000_000, 'a'))) }, 422],
    ['a file that is too large', { 'large.csv': new Uint8Array(5_100_000) }, 413],
    ['no file', {}, 400],
  ])('that is %s is refused by a problem document', async (_what, files, status) => {
    const answer = await post('/api/mirror/compare', files as Parameters<typeof form>[0]);
    expect([answer.status, ProblemSchema.parse(await answer.json()).status]).toEqual([status, status]);
  });

  it('must come as a form', async () => {
    for (const type of ['text/csv', 'multipart/form-data; boundary=x', 'multipart/form-data']) {
      const headers = { 'content-type': type };
      const { status: statusCode } = await fetch(`${address}/api/mirror/compare`, {
        method: 'POST',
        headers,
        body: BOTH,
      });
      expect([type, statusCode >= 400 && statusCode < 500]).toEqual([type, true]);
    }
  });

  it(
    'is reconciled by factors',
    async () => {
      const panel = readFileSync(join(dataFolder, 'mirror', 'eurostat-2010-2019.csv'));
      const answer = await post('/api/mirror/fit?model=binomial', { 'panel.csv': new Uint8Array(panel) });
      expect(MirrorFitSchema.parse(await answer.json()).factors.length).toBe(32);
      const refused = await post('/api/mirror/fit?benchmark=BY', { 'one.csv': `${BOTH}RU,BY,2010,5,6\n` });
      expect([refused.status, (await refused.json()).type]).toEqual([422, 'saldo:not_identified']);
    },
    MINUTE,
  );
});

describe('a sampled model', () => {
  const { cells } = simulatedPanel(6, ['BY', 'KZ', 'RU', 'SE'], 4);
  const table = { 'panel.csv': panelText(cells) };

  it(
    'tells its progress and ends with the fit; a second one meanwhile is turned away, and a client that leaves ends its own',
    async () => {
      const path = '/api/mirror/fit/events?model=pooled&warmup=150&samples=100';
      const leaving = new AbortController();
      const long = await post(
        `${path.replace('samples=100', 'samples=1000')}&warmup=1000&chains=4`.replace('warmup=150&', ''),
        table,
        leaving.signal,
      );
      expect(long.headers.get('content-type')).toMatch(/^text\/event-stream/);
      const busy = await post(path, table);
      expect([busy.status, (await busy.json()).type]).toEqual([503, 'saldo:busy']);
      leaving.abort();
      await expect(long.text()).rejects.toThrow();
      let answer = await post(path, table);
      while (answer.status === 503) answer = await post(path, table);
      const text = await answer.text();
      const events = text.split('\n\n').map(each => each.split('\n'));
      expect(events.filter(([event]) => event === 'event: progress').length).toBeGreaterThan(5);
      const [event, data = ''] = events.findLast(([first]) => first !== '') ?? [];
      expect(event).toBe('event: fit');
      const fit = MirrorFitSchema.parse(JSON.parse(data.replace(/^data: /, '')));
      expect(fit.flows).toHaveLength(cells.length);
      expect(fit.sampler?.samples).toBe(100);
      expect(text).not.toMatch(/NaN|null,"low95"/);
    },
    2 * MINUTE,
  );

  it('refuses a table without what it needs', async () => {
    const text = await (await post('/api/mirror/fit/events', { 'x.csv': `${BOTH}RU,BY,2010,5,6\n` })).text();
    expect(text).toContain('event: problem');
    expect(text).toContain('saldo:not_identified');
  });
});
