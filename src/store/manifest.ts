import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaldoError } from '../common/saldo-error.ts';
import type { HomeRecord, Wing } from './home.ts';
import type { StoreContents } from './store-rows.ts';

/** The form of backups that this version writes and reads. */
export const BACKUP_FORMAT = 1;

/** `manifest.json` of a backup: all that it holds, each file with its hash. */
export interface Manifest {
  readonly format: number;
  /** The version of Saldo that wrote it. */
  readonly saldo: string;
  readonly created_at: string;
  readonly home: HomeRecord;
  /** False where the keys were left out: names and passwords cannot be read from such a backup alone. */
  readonly keys: boolean;
  readonly stores: readonly (StoreContents & { readonly wing: Wing; readonly migrations: readonly string[] })[];
  readonly files: readonly BackupFile[];
  /** SHA-256 over the list of files. */
  readonly digest: string;
}

export interface BackupFile {
  /** Inside the backup, with `/`: `home/…` for a file of the home, `rows/<wing>/<table>.jsonl` for rows. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export function digestOf(files: readonly BackupFile[]): string {
  return createHash('sha256').update(JSON.stringify(files)).digest('hex');
}

/**
 * @throws SaldoError `unreadable_input` where there is no backup, `invalid_file` where its manifest is broken, `store_newer` for one of
 *   a later form
 */
export function readManifest(folder: string): Manifest {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) {
    throw new SaldoError('unreadable_input', `no backup in ${folder}: it holds no manifest.json`, { folder });
  }
  const manifest = parse(path);
  if (manifest.format > BACKUP_FORMAT) {
    const message = `${folder} was written by Saldo ${manifest.saldo}, in a form that this version does not know`;
    throw new SaldoError('store_newer', message, { folder, format: manifest.format });
  }
  if (digestOf(manifest.files) === manifest.digest && manifest.files.every(({ path: file }) => isInside(file)))
    return manifest;
  throw broken(path, 'its list of files is not what was written');
}

function parse(path: string): Manifest {
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    if (!Number.isInteger(manifest.format) || !Array.isArray(manifest.files)) throw new Error('it lists no files');
    return manifest;
  } catch (cause) {
    throw broken(path, (cause as Error).message);
  }
}

/** Nothing of a backup, whoever made it, is written outside the home. */
function isInside(path: string): boolean {
  return (
    /^(home|rows)\//.test(path) &&
    !path.includes('\\') &&
    path.split('/').every(part => !['', '.', '..'].includes(part))
  );
}

function broken(path: string, reason: string): SaldoError {
  return new SaldoError('invalid_file', `the backup's ${path} is broken: ${reason}`, { path });
}
