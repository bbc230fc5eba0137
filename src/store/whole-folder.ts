import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../common/make-folder.ts';
import { SaldoError } from '../common/saldo-error.ts';
import { syncFolder } from './durable-file.ts';

/**
 * Makes a folder that appears whole or not at all: it is filled beside its place, under a name that begins with a dot and ends with
 * `.partial`, and then renamed.
 *
 * @throws SaldoError `not_empty` where something is in the place, `unwritable_output` where it cannot be written
 */
export async function makeWhole<Result>(place: string, fill: (partial: string) => Promise<Result>): Promise<Result> {
  makeFolder(dirname(place));
  if (existsSync(place) && readdirSync(place).length > 0) {
    throw new SaldoError('not_empty', `${place} holds files already; expected an empty folder or none`, { place });
  }
  const partial = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}.partial`);
  try {
    mkdirSync(partial, { mode: 0o700 });
    const result = await fill(partial);
    renameSync(partial, place);
    await syncFolder(dirname(place));
    return result;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw isOfFiles(error) ? unwritable(place, error) : error;
  }
}

/** A full disk, a right that is missing: what the operating system refused. */
function isOfFiles(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'errno' in error && 'syscall' in error;
}

function unwritable(place: string, cause: Error): SaldoError {
  return new SaldoError('unwritable_output', `cannot write ${place}: ${cause.message}`, { place }, cause);
}
