import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { SaldoError } from '../common/saldo-error.ts';

const PREFIX = 'saldo-';
/** File in each working folder that names the process it belongs to, `pid host`. */
const OWNER = 'owner';

/** Folders of this process that are there still. */
const made = new Set<string>();
process.on('exit', () => made.forEach(removeWorkFolder));

/**
 * Makes a working folder for this process under a parent, and removes those that processes killed in the midst of a run left there. It is
 * gone when the process exits, if not before.
 */
export function makeWorkFolder(parent: string): string {
  try {
    removeAbandoned(parent);
    const folder = mkdtempSync(join(parent, PREFIX));
    made.add(folder);
    writeFileSync(join(folder, OWNER), `${process.pid} ${hostname()}`);
    return folder;
  } catch (cause) {
    const message = `no working folder can be made in ${parent}: ${(cause as Error).message}`;
    throw new SaldoError('unwritable_output', message, { parent }, cause);
  }
}

export function removeWorkFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  made.delete(folder);
}

function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    if (!name.startsWith(PREFIX) || !isAbandoned(folder)) continue;
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's folder, or one that another process is removing at this moment.
    }
  }
}

function isAbandoned(folder: string): boolean {
  const [pid, host] = readOwner(folder);
  // A process of another machine or container cannot be seen from here.
  return Number(pid) > 0 && host === hostname() && !isRunning(Number(pid));
}

function readOwner(folder: string): string[] {
  try {
    return readFileSync(join(folder, OWNER), 'utf8').split(' ');
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
