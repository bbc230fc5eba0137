import { existsSync, mkdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { packageVersion } from '../common/package-version.ts';
import { SaldoError } from '../common/saldo-error.ts';
import { writeDurably } from './durable-file.ts';
import { copyHashed, hashFile } from './hashed-copy.ts';
import { type Home, WINGS, type Wing } from './home.ts';
import { BACKUP_FORMAT, type BackupFile, digestOf, type Manifest } from './manifest.ts';
import { doneMigrationsOf } from './migrate.ts';
import type { Store } from './store.ts';
import { writeRows } from './store-rows.ts';
import { makeWhole } from './whole-folder.ts';

export interface BackupRequest {
  readonly home: Home;
  /** The wings' stores as they are open now. */
  readonly stores: readonly { readonly wing: Wing; readonly store: Store<unknown> }[];
  /** A folder that is not there or is empty; it appears complete or not at all. */
  readonly to: string;
  /** False: leave out `keys/`, without which names cannot be opened. */
  readonly keys: boolean;
}

/**
 * Copies a home and the rows of its stores into a folder with a manifest of hashes. The rows are seen first: the files that they name
 * were there before them.
 *
 * @throws SaldoError `not_empty` where something is in the place, `unwritable_output` where it cannot be written
 */
export async function backupHome({ home, stores, to, keys }: BackupRequest): Promise<Manifest> {
  const place = resolve(to);
  if (`${place}${sep}`.startsWith(`${resolve(home.folder)}${sep}`)) {
    throw new SaldoError('invalid_option', `a backup cannot lie inside the home that it is of: ${place}`, { place });
  }
  return makeWhole(place, async partial => {
    const written = [];
    for (const { wing, store } of stores) written.push(await backUpRows(wing, store, partial));
    const files = [...(await copyFiles(home, partial, keys)), ...(await hashRows(partial))];
    const manifest: Manifest = {
      format: BACKUP_FORMAT,
      saldo: packageVersion,
      created_at: new Date().toISOString(),
      home: home.record,
      keys,
      stores: written,
      files,
      digest: digestOf(files),
    };
    await writeDurably(join(partial, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  });
}

async function backUpRows(wing: Wing, store: Store<unknown>, partial: string) {
  const folder = join(partial, 'rows', wing);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const migrations = await doneMigrationsOf(store);
  return { wing, migrations, ...(await writeRows(store, folder)) };
}

async function copyFiles(home: Home, partial: string, keys: boolean): Promise<BackupFile[]> {
  const copied: BackupFile[] = [];
  for (const path of await filesBelow(home.folder)) {
    if (!belongsInBackup(path, keys)) continue;
    copied.push({ path: `home/${path}`, ...(await copyHashed(home.path(path), join(partial, 'home', path))) });
  }
  return copied;
}

/** Folders of a wing that are left out: rows go as rows, uploads are not accepted yet, what is in work is not done. */
const LEFT_OUT = ['rows', 'uploads', 'work'];

/**
 * All but the lock, what is left out of a wing, and files that are being written. Not even to be read is the lock: a
 * process that closes a file loses its kernel locks on it.
 */
function belongsInBackup(path: string, keys: boolean): boolean {
  if (path.startsWith('home.lock') || path.endsWith('.new')) return false;
  if (path.startsWith('keys/')) return keys;
  return !WINGS.some(wing => LEFT_OUT.some(folder => path.startsWith(`${wing}/${folder}/`)));
}

async function hashRows(partial: string): Promise<BackupFile[]> {
  const hashed: BackupFile[] = [];
  if (!existsSync(join(partial, 'rows'))) return hashed;
  for (const path of await filesBelow(join(partial, 'rows'))) {
    hashed.push({ path: `rows/${path}`, ...(await hashFile(join(partial, 'rows', path))) });
  }
  return hashed;
}

/** Paths of all plain files below a folder, with `/`, in order. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile());
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/')).toSorted();
}
