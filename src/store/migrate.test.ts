import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeTable, undocumentedColumns } from './describe-table.ts';
import { describeStores } from './fixtures/describe-stores.ts';
import { type Migration, migrate, pendingMigrations } from './migrate.ts';
import { openStore } from './store.ts';

const office: Migration = {
  name: '2026-11-office',
  up: async db => {
    await sql`create table office (state text primary key, "since when" date)`.execute(db);
    await describeTable(db, 'office', "Offices' states", { state: 'Alpha-2', 'since when': "An office's first day" });
  },
};
const visit: Migration = {
  name: '2026-12-visit',
  up: async db => {
    await sql`create table visit (id integer generated always as identity primary key)`.execute(db);
    await sql`insert into visit default values`.execute(db);
  },
};

describeStores('migrations', ({ open, kind, place }) => {
  const tablesOf = async (store: Awaited<ReturnType<typeof open>>) =>
    (await store.db.introspection.getTables()).map(({ name }) => name).toSorted();

  it('are run once each, in their order, and those that are new later', async () => {
    const store = await open();
    expect(await migrate(store, 'rooms', [office])).toEqual(['2026-11-office']);
    expect(await pendingMigrations(store, 'rooms', [office, visit])).toEqual(['2026-12-visit']);
    expect(await migrate(store, 'rooms', [office, visit])).toEqual(['2026-12-visit']);
    expect(await migrate(store, 'rooms', [office, visit])).toEqual([]);
    expect(await tablesOf(store)).toEqual(['migration', 'office', 'visit']);
  });

  it('of different owners do not know of each other', async () => {
    const store = await open();
    await migrate(store, 'one', [office]);
    expect(await migrate(store, 'other', [{ ...visit, name: office.name }])).toEqual([office.name]);
  });

  it('that fail leave nothing, and are run again when they are mended', async () => {
    const store = await open();
    const broken: Migration = {
      name: visit.name,
      up: async db => {
        await visit.up(db);
        await sql`select 1 / 0`.execute(db);
      },
    };
    await expect(migrate(store, 'rooms', [office, broken])).rejects.toMatchObject({ code: '22012' });
    expect(await tablesOf(store)).toEqual(['migration', 'office']);
    expect(await migrate(store, 'rooms', [office, visit])).toEqual([visit.name]);
  });

  it('of a newer version keep an older one out', async () => {
    const store = await open();
    await migrate(store, 'rooms', [office, visit]);
    await expect(migrate(store, 'rooms', [office])).rejects.toMatchObject({
      code: 'store_newer',
      message: expect.stringContaining('2026-12-visit'),
    });
  });

  it.runIf(kind === 'postgres')('run once where several processes start at the same time', async () => {
    const at = await place();
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(at)));
    const run = await Promise.all(stores.map(store => migrate(store, 'rooms', [office, visit])));
    expect(run.flat().toSorted()).toEqual([office.name, visit.name]);
    for (const store of stores) await store.close();
  });

  it('tell what they have not documented', async () => {
    const store = await open();
    await migrate(store, 'rooms', [office]);
    expect(await undocumentedColumns(store)).toEqual([]);
    await sql`alter table office drop column "since when"`.execute(store.db);
    await migrate(store, 'rooms', [office, visit]);
    await sql`create view seen as select state from office`.execute(store.db);
    expect(await undocumentedColumns(store)).toEqual(['seen', 'seen.state', 'visit', 'visit.id']);
  });
});
