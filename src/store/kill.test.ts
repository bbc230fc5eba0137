import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startChild } from './fixtures/child.ts';
import { describeStores } from './fixtures/describe-stores.ts';
import { type PostgresServer, startPostgres } from './fixtures/postgres-server.ts';
import { openStore, type StorePlace } from './store.ts';

/** Pauses before the kill, in ms: chosen once, at odds with the length of a transaction. */
const PAUSES = [3, 41, 88, 140];

interface Mark {
  n: number;
  halves: number;
}

/** Writes until `end` ends it; checks that what is found is all that was acknowledged, at most one transaction more, and no half. */
async function writeUntil(place: StorePlace, from: number, pause: number, end: (writer: Writer) => Promise<void>) {
  const writer = startChild('write-marks', [JSON.stringify(place), `${from}`]);
  expect(await writer.line()).toBe('open');
  const first = await writer.line();
  const rest = writer.rest();
  await wait(pause);
  await end(writer);
  const acknowledged = [first, ...(await rest)].filter(line => line !== 'lost').map(Number);
  const last = acknowledged.at(-1) ?? 0;
  const found = await marksFrom(place, from);
  expect(acknowledged).toEqual(Array.from({ length: last - from + 1 }, (_, i) => from + i));
  expect(found.length - acknowledged.length).toBeOneOf([0, 1]);
  expect(found).toEqual(found.map((_, i) => ({ n: from + i, halves: 2 })));
  return from + found.length;
}

type Writer = ReturnType<typeof startChild>;

async function marksFrom(place: StorePlace, from: number): Promise<Mark[]> {
  const store = await openStore(place);
  try {
    const marks = sql<Mark>`select n, count(*) as halves from mark where n >= ${from} group by n order by n`;
    return (await marks.execute(store.db)).rows;
  } finally {
    await store.close();
  }
}

describeStores('a writer killed amid its transactions', ({ place }) => {
  it('loses nothing acknowledged, leaves no half and repeats nothing', async () => {
    const at = await place();
    let from = 1;
    for (const pause of PAUSES) from = await writeUntil(at, from, pause, writer => writer.kill());
    expect(await marksFrom(at, 1)).toHaveLength(from - 1);
  });
});

describe.skipIf('missing' in inject('postgres'))('a PostgreSQL that loses power amid transactions', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres({ unsafe: false });
  });
  afterAll(() => server.stop());

  it('loses nothing acknowledged, leaves no half and repeats nothing', async () => {
    const place = { url: server.url('postgres') };
    let from = 1;
    for (const pause of PAUSES.slice(0, 3)) from = await writeUntil(place, from, pause, () => server.crash());
    expect(await marksFrom(place, 1)).toHaveLength(from - 1);
  });

  it('is found again by a store that stayed open', async () => {
    const store = await openStore({ url: server.url('postgres') });
    const held = store.db.transaction().execute(async transaction => {
      await sql`create table never (n integer)`.execute(transaction);
      await server.crash();
      await sql`select 1`.execute(transaction);
    });
    await expect(held).rejects.toThrow();
    const { rows } = await sql`select to_regclass('never') as never`.execute(store.db);
    expect(rows).toEqual([{ never: null }]);
    await store.close();
  });
});
