import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { SaldoError } from '../common/saldo-error.ts';
import { SESSION_SETTINGS, VALUE_PARSERS } from './value-parsers.ts';

/** The name of a folder that is none: rows in memory, gone when the store closes. */
export const IN_MEMORY = ':memory:';

/**
 * Opens PGlite on a folder, which it makes where absent. PGlite has no lock: two processes on one folder lose rows, so the caller
 * holds the lock of the home.
 *
 * @param snapshot what `dumpDataDir` gave: the rows to begin with, for a folder that is empty
 * @throws SaldoError `store_unavailable` where the folder cannot be opened
 */
export async function openPglite(folder: string, snapshot?: Blob): Promise<PGlite> {
  try {
    if (folder !== IN_MEMORY) mkdirSync(dirname(resolve(folder)), { recursive: true, mode: 0o700 });
    const pglite = await PGlite.create({
      dataDir: folder === IN_MEMORY ? 'memory://' : folder,
      parsers: { ...VALUE_PARSERS },
      ...(snapshot && { loadDataDir: snapshot }),
    });
    await pglite.exec(SESSION_SETTINGS);
    return pglite;
  } catch (cause) {
    const message = `the store in ${folder} cannot be opened: ${String((cause as Error)?.message ?? cause)}`;
    throw new SaldoError('store_unavailable', message, { folder }, cause);
  }
}
