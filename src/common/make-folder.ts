import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { SaldoError } from './saldo-error.ts';

/**
 * Makes a folder for results, and the folders above it that are missing; what lies in it already stays.
 *
 * @throws SaldoError `unwritable_output` where that cannot be done
 */
export function makeFolder(folder: string): void {
  try {
    for (const missing of missingFolders(resolve(folder))) makeOne(missing);
    if (!statSync(folder).isDirectory()) throw new Error('it is no folder');
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new SaldoError('unwritable_output', `cannot write to ${folder}: ${reason}`, { folder }, cause);
  }
}

/** One by one: Node's own recursive way never ends on file systems such as /proc that admit no folder. */
function missingFolders(folder: string): string[] {
  return existsSync(folder) ? [] : [...missingFolders(dirname(folder)), folder];
}

/** Another process may make the same folder at the same moment. */
function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
