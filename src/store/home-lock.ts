import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { SaldoError } from '../common/saldo-error.ts';
import { writeDurably } from './durable-file.ts';

/** Who holds a home, as `home.lock` tells it to others. */
export interface HomeHolder {
  holder: 'server' | 'command';
  pid: number;
  /** Since when, ISO. */
  since: string;
  /** Where a server answers. */
  address?: string;
}

export interface HomeLock {
  release(): Promise<void>;
}

const TOLD = 'home.lock';
const LOCKED = 'home.lock.db';
/** A process may take its own kernel lock twice, and loses it when it closes either file: so it remembers what it holds. */
const heldHere = new Set<string>();

/**
 * Takes the lock of a home for this process. What locks is the kernel, by the lock that DuckDB takes on a database file that it has
 * open: of any number of racers one gets it, it goes with its process however that ends, and neither a number given to a new process
 * nor the walls of a container mislead it. `home.lock` beside it only names the holder.
 *
 * @throws SaldoError `home_in_use` naming who holds it
 */
export async function lockHome(folder: string, as: Pick<HomeHolder, 'holder' | 'address'>): Promise<HomeLock> {
  const home = realpathSync(folder);
  if (heldHere.has(home)) throw inUse(home);
  heldHere.add(home);
  try {
    await makeLockFile(home);
    const lock = await openLockFile(home);
    removeUnlinked(home);
    await writeDurably(join(home, TOLD), `${JSON.stringify(holderNow(as))}\n`);
    return {
      release: async () => {
        if (!heldHere.has(home)) return;
        rmSync(join(home, TOLD), { force: true });
        lock.closeSync();
        heldHere.delete(home);
      },
    };
  } catch (error) {
    heldHere.delete(home);
    throw error;
  }
}

/** Who holds the home, as far as it is told; nobody, where it is free or just being taken. It may be a holder that died. */
export function readHolder(folder: string): HomeHolder | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, TOLD), 'utf8'));
  } catch {
    return undefined;
  }
}

function holderNow({ holder, address }: Pick<HomeHolder, 'holder' | 'address'>): HomeHolder {
  return { holder, pid: process.pid, since: new Date().toISOString(), ...(address && { address }) };
}

/** The lock file appears complete, so that a kill while it is made leaves none that cannot be opened. */
async function makeLockFile(home: string): Promise<void> {
  const path = join(home, LOCKED);
  if (existsSync(path)) return;
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  (await DuckDBInstance.create(beside, { threads: '1' })).closeSync();
  try {
    chmodSync(beside, 0o600);
    linkSync(beside, path);
  } catch (error) {
    // Another process was quicker, and may have removed this one's file already.
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}

async function openLockFile(home: string): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(join(home, LOCKED), { threads: '1' });
  } catch (cause) {
    if (/could not set lock/i.test((cause as Error).message)) throw inUse(home);
    const message = `the lock of the home ${home} cannot be taken: ${(cause as Error).message}`;
    throw new SaldoError('store_unavailable', message, { home }, cause);
  }
}

/** What processes killed while they made a lock file left. */
function removeUnlinked(home: string): void {
  for (const name of readdirSync(home)) {
    if (/^home\.lock\.db\.[0-9a-f]{12}$|^home\.(lock|json)\.[0-9a-f]{12}\.new$/.test(name))
      rmSync(join(home, name), { force: true });
  }
}

function inUse(home: string): SaldoError {
  const holder = readHolder(home);
  const who = holder
    ? `the ${holder.holder} with process number ${holder.pid}, since ${holder.since}`
    : 'another process';
  const where = holder?.address ? `; it answers at ${holder.address}` : '';
  return new SaldoError('home_in_use', `the home ${home} is in use by ${who}${where}`, { home, ...holder });
}
