import { type Generated, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeStores } from './fixtures/describe-stores.ts';
import { openStore, type Store } from './store.ts';

interface Schema {
  mark: { id: Generated<number>; name: string };
  everything: {
    whole: number;
    big: number;
    decimal: number;
    real: number;
    day: string;
    moment: string;
    local: string;
    bytes: Buffer;
    yes: boolean;
    document: unknown;
    words: string[];
    bigs: number[];
  };
}

const later = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

describeStores('a store', ({ open, kind, place }) => {
  let store: Store<Schema>;
  beforeAll(async () => {
    store = await open<Schema>();
    await sql`create table mark (id integer generated always as identity primary key, name text not null unique)`.execute(
      store.db,
    );
    await sql`create table everything (whole integer, big bigint, decimal numeric, real double precision, day date,
      moment timestamptz, local timestamp, bytes bytea, yes boolean, document jsonb, words text[], bigs bigint[])`.execute(
      store.db,
    );
  });
  const names = async () => (await store.db.selectFrom('mark').select('name').orderBy('id').execute()).map(m => m.name);

  it('gives values alike, whatever the engine', async () => {
    const values = {
      whole: -7,
      big: Number.MAX_SAFE_INTEGER,
      decimal: 12.5,
      real: 0.1,
      day: '1980-05-06',
      moment: '2026-11-22T10:00:00.123Z',
      local: '2026-11-22T10:00:00.000',
      bytes: Buffer.from([0, 255, 10]),
      yes: true,
      words: ['а', 'ё "q"', ''],
      bigs: [1, 2],
    };
    const document = { список: [1, 'два', null], nested: { a: 0.1 } };
    await store.db
      .insertInto('everything')
      .values({ ...values, document: JSON.stringify(document) })
      .execute();
    expect(await store.db.selectFrom('everything').selectAll().executeTakeFirst()).toEqual({ ...values, document });
    await store.db.deleteFrom('everything').execute();
  });

  it('takes a moment with any offset and gives it in UTC, to the millisecond', async () => {
    const { rows } =
      await sql`select '2026-11-22 13:00:00.123456+03'::timestamptz a, '1919-07-01 00:00:00+02'::timestamptz b,
      'infinity'::timestamptz c, null::timestamptz d, '0044-03-15 BC'::date e,
      array[['2026-01-02 +03'::timestamptz, null]] f`.execute(store.db);
    expect(rows).toEqual([
      {
        a: '2026-11-22T10:00:00.123Z',
        b: '1919-06-30T22:00:00.000Z',
        c: 'infinity',
        d: null,
        e: '0044-03-15 BC',
        f: [['2026-01-01T21:00:00.000Z', null]],
      },
    ]);
  });

  it('counts and sums as numbers, and gives no whole number that is not exact', async () => {
    const { rows } = await sql`select count(*) c, sum(v) s, avg(v) a from (values (1), (2)) t (v)`.execute(store.db);
    expect(rows).toEqual([{ c: 2, s: 3, a: 1.5 }]);
    await expect(sql`select 9007199254740993::bigint`.execute(store.db)).rejects.toThrow('9007199254740993');
  });

  it('tells how many rows a change met', async () => {
    const { db } = store;
    const inserted = await db
      .insertInto('mark')
      .values([{ name: 'a' }, { name: 'b' }])
      .executeTakeFirst();
    expect(inserted.numInsertedOrUpdatedRows).toBe(2n);
    const again = db.insertInto('mark').values([{ name: 'b' }, { name: 'c' }]);
    const ignored = await again.onConflict(clash => clash.doNothing()).executeTakeFirst();
    expect(ignored.numInsertedOrUpdatedRows).toBe(1n);
    expect(
      (await db.updateTable('mark').set({ name: 'd' }).where('name', '=', 'a').executeTakeFirst()).numUpdatedRows,
    ).toBe(1n);
    expect((await db.deleteFrom('mark').where('name', '=', 'nobody').executeTakeFirst()).numDeletedRows).toBe(0n);
    expect((await db.deleteFrom('mark').executeTakeFirst()).numDeletedRows).toBe(3n);
  });

  it('undoes a transaction that fails, and nothing that was sent beside it', async () => {
    const undone = store.db.transaction().execute(async transaction => {
      await transaction.insertInto('mark').values({ name: 'undone' }).execute();
      await later(20);
      throw new Error('undo');
    });
    const kept = store.db.insertInto('mark').values({ name: 'kept' }).execute();
    await expect(undone).rejects.toThrow('undo');
    await kept;
    expect(await names()).toEqual(['kept']);
    await store.db.deleteFrom('mark').execute();
  });

  it('keeps a hundred transactions at once apart', async () => {
    const one = (n: number) =>
      store.db.transaction().execute(async transaction => {
        await transaction
          .insertInto('mark')
          .values({ name: `${n}` })
          .execute();
        await later(n % 3);
        await transaction
          .insertInto('mark')
          .values({ name: `${n}+` })
          .execute();
        if (n % 2) throw new Error('odd');
      });
    await Promise.allSettled(Array.from({ length: 100 }, (_, n) => one(n)));
    const expected = Array.from({ length: 50 }, (_, n) => [`${2 * n}`, `${2 * n}+`]).flat();
    expect((await names()).toSorted()).toEqual(expected.toSorted());
    await store.db.deleteFrom('mark').execute();
  });

  it('goes on after a statement that failed, alone or in a transaction', async () => {
    await expect(sql`select * from nowhere`.execute(store.db)).rejects.toMatchObject({ code: '42P01' });
    const broken = store.db.transaction().execute(transaction => sql`select 1 / 0`.execute(transaction));
    await expect(broken).rejects.toMatchObject({ code: '22012' });
    expect(await names()).toEqual([]);
  });

  it('refuses its db inside a transaction, where PGlite would wait for ever', async () => {
    const { db } = store;
    const nested = db.transaction().execute(async transaction => {
      await transaction.insertInto('mark').values({ name: 'undone' }).execute();
      await later(1);
      await helperThatForgot();
    });
    const helperThatForgot = () => db.selectFrom('mark').select('name').execute();
    await expect(nested).rejects.toThrow("through the store's db inside a transaction");
    const deeper = db.transaction().execute(() => db.transaction().execute(async () => {}));
    await expect(deeper).rejects.toThrow("through the store's db inside a transaction");
    expect(await names()).toEqual([]);
  });

  it('lets what a transaction started use the db once it is over', async () => {
    const { db } = store;
    const started = await db.transaction().execute(async () => ({ after: later(20).then(names) }));
    expect(await started.after).toEqual([]);
    const beside = [db.transaction().execute(async () => later(5)), names()];
    await Promise.all(beside);
    await db.transaction().execute(() => (kind === 'pglite' ? later(1) : Promise.resolve()));
    expect(await names()).toEqual([]);
  });

  it('keeps its rows from one opening to the next, and closes without having been used', async () => {
    const at = await place();
    const first = await openStore<Schema>(at);
    await sql`create table mark (id integer generated always as identity, name text)`.execute(first.db);
    await first.db.insertInto('mark').values({ name: 'остаётся' }).execute();
    await first.close();
    await (await openStore(at)).close();
    const second = await openStore<Schema>(at);
    expect(await second.db.selectFrom('mark').selectAll().execute()).toEqual([{ id: 1, name: 'остаётся' }]);
    await second.close();
  });
});

describe('a store that is not there', () => {
  it('is told with its server, without the password', async () => {
    const opened = openStore({ url: 'postgres://clerk:geheim@127.0.0.1:1/saldo' });
    await expect(opened).rejects.toMatchObject({
      code: 'store_unavailable',
      message: expect.stringMatching(/^the PostgreSQL store saldo at 127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED/),
    });
    expect(await everythingIn(opened)).not.toContain('geheim');
  });

  it.each(['mysql://a:geheim@b/c', 'postgres://a:geheim@b:port/c', 'geheim'])(
    'is told of an unreadable URL: %s',
    async url => {
      const opened = openStore({ url });
      await expect(opened).rejects.toMatchObject({ code: 'invalid_option' });
      expect(await everythingIn(opened)).not.toContain('geheim');
    },
  );

  it('is told with its folder', async () => {
    await expect(openStore({ folder: '/dev/null/rows' })).rejects.toMatchObject({
      code: 'store_unavailable',
      message: expect.stringContaining('/dev/null/rows'),
    });
  });
});

async function everythingIn(opened: Promise<unknown>): Promise<string> {
  const error: Error = await opened.then(
    () => new Error('opened'),
    reason => reason,
  );
  return `${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
}
