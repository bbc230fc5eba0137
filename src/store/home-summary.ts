import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Home, HomeRecord, Wing } from './home.ts';
import type { Store } from './store.ts';
import { tablesOf } from './store-tables.ts';
import { openStores, pendingOf, type WingSchema } from './wing-schema.ts';

/** What a home holds, for somebody who asks. */
export interface HomeSummary {
  readonly folder: string;
  readonly record: HomeRecord;
  /** Files and bytes by folder of the home. */
  readonly folders: readonly { readonly folder: string; readonly files: number; readonly bytes: number }[];
  readonly stores: readonly StoreSummary[];
}

export interface StoreSummary {
  readonly wing: Wing;
  readonly kind: Store<unknown>['kind'];
  readonly tables: number;
  readonly rows: number;
  /** Migrations that `saldo home upgrade` would run. */
  readonly pending: readonly string[];
}

const FOLDERS = [
  'keys',
  'statistics/rows',
  'statistics/batches',
  'statistics/runs',
  'statistics/uploads',
  'registers/rows',
];

export async function summariseHome(home: Home, schemas: readonly WingSchema[]): Promise<HomeSummary> {
  const folders = [];
  for (const folder of FOLDERS) {
    if (existsSync(home.path(folder))) folders.push({ folder, ...(await sizeOf(home.path(folder))) });
  }
  const open = await openStores(home, schemas);
  try {
    const stores = [];
    for (const { wing, schema, store } of open) stores.push(await summariseStore(wing, schema, store));
    return { folder: home.folder, record: home.record, folders, stores };
  } finally {
    for (const { store } of open) await store.close();
  }
}

async function summariseStore(wing: Wing, schema: WingSchema, store: Store<unknown>): Promise<StoreSummary> {
  const pending = await pendingOf(store, schema);
  const tables = await tablesOf(store.db);
  let rows = 0;
  for (const { name } of tables) {
    const counted = await sql<{ count: number }>`select count(*) from ${sql.table(name)}`.execute(store.db);
    rows += counted.rows[0]?.count ?? 0;
  }
  return { wing, kind: store.kind, tables: tables.length, rows, pending };
}

async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
