import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SaldoError } from '../common/saldo-error.ts';
import { copyHashed, type FileHash, hashFile } from './hashed-copy.ts';
import { type BackupFile, type Manifest, readManifest } from './manifest.ts';
import type { Store } from './store.ts';
import { readRows } from './store-rows.ts';
import { tablesOf } from './store-tables.ts';
import { makeWhole } from './whole-folder.ts';
import { migrateWing, type WingSchema, withStore } from './wing-schema.ts';

export interface RestoreRequest {
  /** Folder of a backup. */
  readonly from: string;
  /** Where the home is to be: a folder that is not there or is empty. */
  readonly folder: string;
  readonly wings: readonly WingSchema[];
}

type StoredWing = Manifest['stores'][number];

/**
 * Puts a home in place from a backup. Every file is checked against its hash first, the rows are read into stores as their migrations
 * were then, and only what is whole appears. A wing whose URL is set goes to that server, whose database must be empty; it may have
 * been a folder before, and the other way round.
 *
 * @throws SaldoError `not_empty` where the place or the database holds something, `invalid_file` where the backup is not what was
 *   written, `store_newer` where it is of a later version of Saldo
 */
export async function restoreHome({ from, folder, wings }: RestoreRequest): Promise<Manifest> {
  const manifest = readManifest(from);
  for (const stored of manifest.stores) schemaOf(stored, wings);
  await makeWhole(resolve(folder), async partial => {
    for (const file of manifest.files) await copyChecked(from, partial, file);
    const home = { path: (...parts: readonly string[]) => join(partial, ...parts) };
    for (const stored of manifest.stores) {
      const schema = schemaOf(stored, wings);
      await withStore(home, stored.wing, store => fill(store, schema, stored, join(from, 'rows', stored.wing)));
    }
  });
  return manifest;
}

/** The wing's schema, which must know every migration of the backup. */
function schemaOf({ wing, migrations }: StoredWing, wings: readonly WingSchema[]): WingSchema {
  const schema = wings.find(known => known.wing === wing) ?? { wing, owners: [] };
  const known = schema.owners.flatMap(({ owner, migrations: all }) => all.map(({ name }) => `${owner}/${name}`));
  const unknown = migrations.filter(name => !known.includes(name));
  if (unknown.length === 0) return schema;
  const message = `the backup's ${wing} were changed by a newer Saldo (${unknown.join(', ')}); use that version`;
  throw new SaldoError('store_newer', message, { wing, unknown });
}

/** Copies a file of the home; rows are checked where they lie. */
async function copyChecked(from: string, partial: string, file: BackupFile): Promise<void> {
  const source = join(from, file.path);
  if (!existsSync(source)) throw damaged(file, 'it is missing');
  const found = file.path.startsWith('home/')
    ? await copyHashed(source, join(partial, file.path.slice('home/'.length)))
    : await hashFile(source);
  if (!isSame(found, file)) throw damaged(file, 'it is not what was written');
}

function isSame(found: FileHash, expected: FileHash): boolean {
  return found.sha256 === expected.sha256 && found.bytes === expected.bytes;
}

function damaged({ path }: BackupFile, reason: string): SaldoError {
  return new SaldoError('invalid_file', `the backup's ${path} is damaged: ${reason}; nothing was restored`, { path });
}

async function fill(store: Store<unknown>, schema: WingSchema, stored: StoredWing, rows: string): Promise<void> {
  const tables = await tablesOf(store.db);
  if (tables.length > 0) {
    const message = `the ${stored.wing} database holds tables already (${tables.map(({ name }) => name).join(', ')}); expected an empty one`;
    throw new SaldoError('not_empty', message, { wing: stored.wing });
  }
  await migrateWing(store, schema, name => stored.migrations.includes(name));
  await readRows(store, rows, stored);
}
