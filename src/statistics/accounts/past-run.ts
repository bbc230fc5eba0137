import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SaldoError } from '../../common/saldo-error.ts';
import type { Steps } from '../../common/steps.ts';
import type { Engine } from '../../engine/engine.ts';
import { readSlips } from '../slips/read-slips.ts';
import type { RunRecord } from './run-record.ts';

/** Reads the record of an account from its folder. */
export function readRun(out: string): RunRecord {
  const path = join(out, 'run.json');
  if (!existsSync(path))
    throw new SaldoError('unreadable_input', `${out} is no folder of an account: there is no run.json`, { out });
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as RunRecord;
  } catch (cause) {
    throw new SaldoError(
      'invalid_file',
      `${path} was not finished: the account in ${out} did not run to its end`,
      { path },
      cause,
    );
  }
}

/**
 * Reads the slips of a past account again, into `slip`, and makes sure that they are the same: an account keeps no names, so whoever
 * wants to see them needs the slips themselves.
 */
export async function readSlipsAgain(engine: Engine, run: RunRecord, steps: Steps): Promise<number> {
  const { profile } = run.parameters;
  const reading = await readSlips(
    engine,
    run.inputs.map(({ path }) => resolve(run.working_folder, path)),
    { steps, ...(profile && { profile }) },
  );
  const before = new Set(run.inputs.map(({ sha256 }) => sha256));
  const changed = reading.files.filter(({ sha256 }) => !before.has(sha256)).map(({ path }) => path);
  if (changed.length > 0)
    throw new SaldoError('invalid_file', `changed since the account was made: ${changed.join(', ')}`, { changed });
  return reading.accepted;
}
