import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from '../common/make-folder.ts';
import { packageVersion } from '../common/package-version.ts';
import { SaldoError } from '../common/saldo-error.ts';
import { writeDurably } from './durable-file.ts';
import { type HomeHolder, lockHome } from './home-lock.ts';
import type { StorePlace } from './store.ts';

/** The form of the folder that this version of Saldo writes. */
export const HOME_FORMAT = 1;

/** The folder that holds all that an installation keeps, under this process's lock until it is closed. */
export interface Home {
  readonly folder: string;
  readonly record: HomeRecord;
  /** A path inside the home. */
  path(...parts: readonly string[]): string;
  close(): Promise<void>;
}

/** What `home.json` holds. */
export interface HomeRecord {
  readonly format: number;
  readonly created_at: string;
  /** The version of Saldo that made the home or last upgraded it. */
  readonly saldo: string;
}

/** A part of the house with rows of its own; no wing opens another's store. */
export type Wing = 'statistics' | 'registers';

export const WINGS: readonly Wing[] = ['statistics', 'registers'];

const FOLDERS = ['keys', 'statistics', 'statistics/batches', 'statistics/runs', 'statistics/uploads'];

/** The home that is meant: the option's, else that of SALDO_HOME, else `.saldo` here. */
export function homeFolder(given?: string): string {
  return resolve(given || process.env['SALDO_HOME'] || '.saldo');
}

/** Where a wing's rows are: at SALDO_STATISTICS_URL or SALDO_REGISTERS_URL, or else in the home. */
export function storePlace(home: Pick<Home, 'path'>, wing: Wing): StorePlace {
  const url = process.env[`SALDO_${wing.toUpperCase()}_URL`];
  return url ? { url } : { folder: home.path(wing, 'rows') };
}

/**
 * Opens a home for this process alone, and makes it where there is none. Its folders admit their owner only.
 *
 * @throws SaldoError `home_in_use` where another process holds it, `not_a_home` for a folder that holds something else,
 *   `store_newer` for a home of a later format
 */
export async function openHome(folder: string, as: Pick<HomeHolder, 'holder' | 'address'>): Promise<Home> {
  const home = resolve(folder);
  makeFolder(home);
  refuseOther(home);
  chmodSync(home, 0o700);
  const lock = await lockHome(home, as);
  try {
    const record = (await readRecord(home)) ?? (await writeRecord(home));
    for (const name of FOLDERS) mkdirSync(join(home, name), { recursive: true, mode: 0o700 });
    return { folder: home, record, path: (...parts) => join(home, ...parts), close: () => lock.release() };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Writes `home.json` for this version; the time of its making stays. */
export async function writeRecord(folder: string, created_at = new Date().toISOString()): Promise<HomeRecord> {
  const record = { format: HOME_FORMAT, created_at, saldo: packageVersion };
  await writeDurably(join(folder, 'home.json'), `${JSON.stringify(record, null, 2)}\n`);
  return record;
}

/** True for a folder that holds a home, one that was begun and not finished, or one that another process is making at this moment. */
function isHome(folder: string): boolean {
  return readdirSync(folder).every(name => /^home\.(lock|json)/.test(name)) || existsSync(join(folder, 'home.json'));
}

function refuseOther(folder: string): void {
  if (isHome(folder)) return;
  const message = `${folder} holds other files and no home.json; expected a home of Saldo, an empty folder or none`;
  throw new SaldoError('not_a_home', message, { folder });
}

async function readRecord(folder: string): Promise<HomeRecord | undefined> {
  const path = join(folder, 'home.json');
  if (!existsSync(path)) return undefined;
  const record = parseRecord(path);
  if (record.format <= HOME_FORMAT) return record;
  const message = `${folder} has format ${record.format}, made by Saldo ${record.saldo}; this version knows up to ${HOME_FORMAT}`;
  throw new SaldoError('store_newer', message, { folder, format: record.format, known: HOME_FORMAT });
}

function parseRecord(path: string): HomeRecord {
  try {
    const record = JSON.parse(readFileSync(path, 'utf8'));
    if (!Number.isInteger(record.format)) throw new Error('it names no format');
    return record;
  } catch (cause) {
    throw new SaldoError('invalid_file', `${path} cannot be read: ${(cause as Error).message}`, { path }, cause);
  }
}
