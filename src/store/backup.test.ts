import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { backupHome } from './backup.ts';
import { databasePlace, describeStores } from './fixtures/describe-stores.ts';
import { makePgliteFolder } from './fixtures/pglite-snapshot.ts';
import { type Home, openHome } from './home.ts';
import { digestOf, type Manifest } from './manifest.ts';
import type { Migration } from './migrate.ts';
import { restoreHome } from './restore.ts';
import type { StorePlace } from './store.ts';
import { isBehind, upgradeHome } from './upgrade.ts';
import { migrateWing, type OpenStore, openStores, type WingSchema, withStore } from './wing-schema.ts';

const marks: Migration = {
  name: 'marks',
  up: async db => {
    await sql`create table mark (id integer generated always as identity primary key, name text)`.execute(db);
    await sql`insert into mark (name) values ('from the migration')`.execute(db);
  },
};
const places: Migration = {
  name: 'places',
  up: async db => {
    await sql`create table place (id integer)`.execute(db);
    await sql`update mark set name = upper(name)`.execute(db);
  },
};
const before: WingSchema = { wing: 'statistics', owners: [{ owner: 'rooms', migrations: [marks] }] };
const after: WingSchema = { wing: 'statistics', owners: [{ owner: 'rooms', migrations: [marks, places] }] };

const parent = mkdtempSync(join(tmpdir(), 'saldo-backup-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));
let count = 0;
const free = () => join(parent, String(count++));

const url = process.env['SALDO_STATISTICS_URL'];
function use(place: StorePlace): void {
  delete process.env['SALDO_STATISTICS_URL'];
  if ('url' in place) process.env['SALDO_STATISTICS_URL'] = place.url;
}
afterAll(() => use(url ? { url } : { folder: '' }));

/** A home with rows, keys, a batch, an upload under way. */
async function filledHome(): Promise<Home> {
  const home = await openHome(free(), { holder: 'command' });
  if (!process.env['SALDO_STATISTICS_URL']) await makePgliteFolder(home.path('statistics', 'rows'));
  writeFileSync(home.path('keys', 'names.key'), 'secret', { mode: 0o600 });
  mkdirSync(home.path('statistics', 'runs', 'a run'));
  writeFileSync(home.path('statistics', 'runs', 'a run', 'report-ru.html'), 'отчёт');
  writeFileSync(home.path('statistics', 'batches', 'b.parquet'), Buffer.alloc(3_000_000, 7));
  writeFileSync(home.path('statistics', 'uploads', 'under way'), 'half');
  await withStore(home, 'statistics', async store => {
    await migrateWing(store, before);
    await sql`insert into mark (name) values ('один'), ('gone')`.execute(store.db);
    await sql`delete from mark where name = 'gone'`.execute(store.db);
  });
  return home;
}

async function backUp(home: Home, keys = true): Promise<{ to: string; manifest: Manifest }> {
  const to = free();
  return { to, manifest: await withStores(home, [before], stores => backupHome({ home, stores, to, keys })) };
}

async function withStores<Result>(
  home: Home,
  wings: readonly WingSchema[],
  work: (stores: readonly OpenStore[]) => Promise<Result>,
): Promise<Result> {
  const stores = await openStores(home, wings);
  try {
    return await work(stores);
  } finally {
    for (const { store } of stores) await store.close();
  }
}

/** A home's files, and its rows with the number that the next row gets. */
async function readHome(folder: string) {
  const home = await openHome(folder, { holder: 'command' });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => !/^home\.lock|rows\/|uploads\//.test(path) && statSync(join(folder, path)).isFile())
    .map(path => [path, readFileSync(join(folder, path)).toString('base64')])
    .toSorted();
  const rows = await withStore(home, 'statistics', async ({ db }) => {
    const found = (await sql`select * from mark order by id`.execute(db)).rows;
    const next = (await sql<{ id: number }>`insert into mark (name) values ('next') returning id`.execute(db)).rows;
    await sql`delete from mark where name = 'next'`.execute(db);
    return [...found, ...next];
  });
  await home.close();
  return { files, rows };
}

const ROWS = [
  { id: 1, name: 'from the migration' },
  { id: 2, name: 'один' },
];

describeStores('a backup of a home', ({ place }) => {
  afterEach(() => use({ folder: '' }));

  it('is restored whole: files, keys and rows, and the numbers go on', async () => {
    use(await place());
    const home = await filledHome();
    const { to, manifest } = await backUp(home);
    await home.close();
    expect(manifest).toMatchObject({ keys: true, stores: [{ wing: 'statistics', migrations: ['rooms/marks'] }] });
    expect(manifest.files.map(({ path }) => path)).toEqual([
      'home/home.json',
      'home/keys/names.key',
      'home/statistics/batches/b.parquet',
      'home/statistics/runs/a run/report-ru.html',
      'rows/statistics/mark.jsonl',
      'rows/statistics/migration.jsonl',
    ]);
    use(await place());
    const folder = free();
    await restoreHome({ from: to, folder, wings: [after] });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'keys', 'names.key')).mode & 0o777).toBe(0o600);
    const found = await readHome(folder);
    expect(found.rows).toEqual([...ROWS, { id: 4 }]);
    expect(found.files.map(([path]) => path)).toContain('statistics/batches/b.parquet');
    for (const [path = '', content] of found.files) {
      expect(readFileSync(home.path(path)).toString('base64')).toBe(content);
    }
  });

  it('is restored from damaged files never, and leaves nothing where it was to be', async () => {
    use(await place());
    const home = await filledHome();
    const { to, manifest } = await backUp(home);
    await home.close();
    for (const { path } of manifest.files) {
      const copy = free();
      cpSync(to, copy, { recursive: true });
      appendFileSync(join(copy, path), ' ');
      await refused(copy, `the backup's ${path} is damaged: it is not what was written`);
      rmSync(join(copy, path));
      await refused(copy, `the backup's ${path} is damaged: it is missing`);
    }
  });

  async function refused(from: string, message: string): Promise<void> {
    const folder = join(free(), 'home');
    const restored = restoreHome({ from, folder, wings: [before] });
    await expect(restored).rejects.toMatchObject({ code: 'invalid_file', message: expect.stringContaining(message) });
    expect(readdirSync(join(folder, '..'))).toEqual([]);
  }

  it('is made before an upgrade, and restores what was there before it', async () => {
    use(await place());
    const home = await filledHome();
    const kept = free();
    const behind = (...wings: WingSchema[]) => withStores(home, wings, ([open]) => isBehind(open!));
    const newcomer = { owner: 'newcomers', migrations: [marks] };
    expect(await behind(before)).toBe(false);
    expect(await behind({ ...before, owners: [...before.owners, newcomer] })).toBe(false);
    expect(await behind(after)).toBe(true);
    expect(await upgradeHome(home, [after], kept)).toEqual({ run: ['rooms/places'], backup: kept });
    expect(await upgradeHome(home, [after], free())).toEqual({ run: [] });
    await home.close();
    expect((await readHome(home.folder)).rows).toMatchObject([{ name: 'FROM THE MIGRATION' }, { name: 'ОДИН' }, {}]);
    use(await place());
    const folder = free();
    await restoreHome({ from: kept, folder, wings: [after] });
    expect((await readHome(folder)).rows).toEqual([...ROWS, { id: 4 }]);
  });
});

describe('a backup of a home', () => {
  let home: Home;
  let to: string;
  let manifest: Manifest;
  beforeAll(async () => {
    use({ folder: '' });
    home = await filledHome();
    ({ to, manifest } = await backUp(home));
  });
  afterAll(() => home.close());
  afterEach(() => use({ folder: '' }));

  const postgres = inject('postgres');
  it.skipIf('missing' in postgres)('moves it from a folder to a server, and back', async () => {
    use(await databasePlace('url' in postgres ? postgres.url : ''));
    const server = free();
    await restoreHome({ from: to, folder: server, wings: [before] });
    expect(existsSync(join(server, 'statistics', 'rows'))).toBe(false);
    const again = restoreHome({ from: to, folder: free(), wings: [before] });
    await expect(again).rejects.toMatchObject({
      code: 'not_empty',
      message: expect.stringContaining('mark, migration'),
    });
    const onServer = await openHome(server, { holder: 'command' });
    const back = await backUp(onServer);
    await onServer.close();
    expect(back.manifest.files).toEqual(manifest.files);
    use({ folder: '' });
    const folder = free();
    await restoreHome({ from: back.to, folder, wings: [before] });
    expect((await readHome(folder)).rows).toEqual([...ROWS, { id: 4 }]);
  });

  it('leaves the keys out where it is told to', async () => {
    const bare = await backUp(home, false);
    expect(bare.manifest.keys).toBe(false);
    expect(existsSync(join(bare.to, 'home', 'keys'))).toBe(false);
    expect(bare.manifest.files.map(({ path }) => path).filter(path => path.includes('key'))).toEqual([]);
  });

  it('goes into no folder that holds something, and not into the home itself', async () => {
    const made = backupHome({ home, stores: [], to, keys: true });
    await expect(made).rejects.toMatchObject({ code: 'not_empty' });
    const inside = backupHome({ home, stores: [], to: home.path('backup'), keys: true });
    await expect(inside).rejects.toMatchObject({ code: 'invalid_option' });
    expect(existsSync(home.path('backup'))).toBe(false);
  });

  it('leaves the lock with the process that has it', async () => {
    await backUp(home);
    await expect(openHome(home.folder, { holder: 'command' })).rejects.toMatchObject({ code: 'home_in_use' });
  });

  it('overwrites no home and no other folder', async () => {
    const restored = restoreHome({ from: to, folder: home.folder, wings: [before] });
    await expect(restored).rejects.toMatchObject({ code: 'not_empty' });
  });

  it('of a later version is not restored by an older one', async () => {
    const restored = restoreHome({ from: to, folder: free(), wings: [] });
    await expect(restored).rejects.toMatchObject({
      code: 'store_newer',
      message: expect.stringContaining('rooms/marks'),
    });
  });

  it('with a manifest that was changed is refused', async () => {
    const shortened = { ...manifest, files: manifest.files.slice(1) };
    await expect(restoreWith(shortened)).rejects.toMatchObject({ code: 'invalid_file' });
    const files = [{ path: 'home/../../escaped', bytes: 0, sha256: '' }];
    await expect(restoreWith({ ...manifest, files, digest: digestOf(files) })).rejects.toMatchObject({
      code: 'invalid_file',
    });
    await expect(restoreWith({ ...manifest, format: 2 })).rejects.toMatchObject({ code: 'store_newer' });
    await expect(restoreHome({ from: parent, folder: free(), wings: [] })).rejects.toMatchObject({
      code: 'unreadable_input',
    });
  });

  function restoreWith(changed: Manifest): Promise<unknown> {
    const copy = free();
    cpSync(to, copy, { recursive: true });
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify(changed));
    return restoreHome({ from: copy, folder: free(), wings: [before] });
  }
});
