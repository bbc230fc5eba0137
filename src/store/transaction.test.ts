import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from './store.ts';

interface Schema {
  mark: { id: number };
}

describe('transactions on PGlite', () => {
  let store: Store<Schema>;
  beforeAll(async () => {
    store = await openStore<Schema>({ folder: ':memory:' });
    await sql`create table mark (id integer primary key)`.execute(store.db);
  });
  afterAll(() => store.close());

  it('keep out statements sent meanwhile: what is undone is theirs alone', async () => {
    const undone = store.db.transaction().execute(async transaction => {
      await transaction.insertInto('mark').values({ id: 1 }).execute();
      await new Promise(resolve => setTimeout(resolve, 20));
      throw new Error('undo');
    });
    const kept = store.db.insertInto('mark').values({ id: 2 }).execute();
    await expect(undone).rejects.toThrow('undo');
    await kept;
    expect(await store.db.selectFrom('mark').select('id').execute()).toEqual([{ id: 2 }]);
  });
});
