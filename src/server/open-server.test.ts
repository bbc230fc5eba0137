import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { performRun } from '../statistics/runs/perform-run.ts';
import { openHome } from '../store/home.ts';
import type { Migration } from '../store/migrate.ts';
import { migrateWing, type WingSchema, withStore } from '../store/wing-schema.ts';
import { type OpenedServer, openServer } from './open-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'saldo-serve-'));
const opened: OpenedServer[] = [];
const open = async (home: string, schemas: readonly WingSchema[] = []) => {
  const server = await openServer({
    ...{ home: join(folder, home), baseUrl: 'http://localhost:4300', demonstrationScale: 0.001 },
    ...{ schemas, runs: { perform: performRun } },
  });
  opened.push(server);
  return server;
};
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a server on a new home', () => {
  it('fills it with a demonstration once, and shows it to everybody, also after a restart', async () => {
    const server = await open('demonstrated');
    expect(server.demonstration.state.state).toBe('none');
    expect(await server.demonstration.start()).toBe(true);
    expect((await server.app.inject('/api/demonstration')).json().state).not.toBe('none');
    expect(await server.demonstration.ended()).toMatchObject({ state: 'ready' });
    const latest = (await server.app.inject('/api/vintages/latest')).json();
    expect(latest).toMatchObject({ id: 1, simulated: true, released_at: expect.any(String), rounded_to: 5 });
    const metrics = (await server.app.inject('/metrics')).body;
    expect(metrics).toContain('saldo_runs{state="done"} 1');
    expect(metrics).toMatch(/saldo_batch_rows\{fate="accepted"\} \d{3,}/);
    await server.close();
    const again = await open('demonstrated');
    await again.demonstration.start();
    expect(await again.demonstration.ended()).toMatchObject({ state: 'ready' });
    expect((await again.app.inject('/api/vintages')).json().items).toMatchObject([{ id: 1 }]);
  });

  it('takes up a demonstration that a stop left half done', async () => {
    const server = await open('stopped');
    await server.demonstration.start();
    await server.close();
    const again = await open('stopped');
    expect((await again.app.inject('/api/vintages')).json().items).toEqual([]);
    await again.demonstration.start();
    expect(await again.demonstration.ended()).toMatchObject({ state: 'ready' });
    expect((await again.app.inject('/api/vintages')).json().items).toHaveLength(1);
  });

  it('backs a home up before it changes the tables of an earlier version, and not again', async () => {
    const migration = (name: string): Migration => ({
      name,
      up: async db => void (await sql`create table ${sql.table(name)} (id integer)`.execute(db)),
    });
    const wing = (...names: string[]): WingSchema => ({
      ...{ wing: 'statistics', owners: [{ owner: 'guests', migrations: names.map(migration) }] },
    });
    const home = await openHome(join(folder, 'earlier'), { holder: 'command' });
    await withStore(home, 'statistics', store => migrateWing(store, wing('first')));
    await home.close();
    const schemas = [wing('first', 'second')];
    const { upgrade, close } = await open('earlier', schemas);
    expect(upgrade).toEqual({ run: ['guests/second'], backup: expect.stringMatching(/earlier-backup-\d{4}-/) });
    const manifest = JSON.parse(readFileSync(join(upgrade?.backup ?? '', 'manifest.json'), 'utf8'));
    expect(manifest.stores[0].migrations).toEqual(['guests/first']);
    await close();
    expect((await open('earlier', schemas)).upgrade).toBeUndefined();
    expect((await open('new', schemas)).upgrade).toBeUndefined();
  });

  it('says who holds the home, and who the port', async () => {
    const server = await open('held');
    await expect(open('held')).rejects.toMatchObject({
      code: 'home_in_use',
      message: expect.stringContaining('http://localhost:4300'),
    });
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(server.listen({ host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'address_in_use' });
    other.close();
  });
});
