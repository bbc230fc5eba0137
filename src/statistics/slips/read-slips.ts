import { rmSync } from 'node:fs';
import { SaldoError } from '../../common/saldo-error.ts';
import { Steps } from '../../common/steps.ts';
import type { Engine } from '../../engine/engine.ts';
import { checkCopies } from './check-copies.ts';
import { checkRows, type ProfileFiles, RowChecks } from './check-rows.ts';
import { keepFaultRows } from './fault-rows.ts';
import { findFiles } from './find-files.ts';
import { hashFile } from './hash-file.ts';
import { numberSlips } from './number-slips.ts';
import { Problems } from './problems.ts';
import { getProfile, NATIVE_PROFILE, shippedProfiles } from './profile.ts';
import { keepRowShifts } from './record-rows.ts';
import { makeSlipTables } from './slip-tables.ts';
import { recogniseFiles, type SlipFile, type StagedFile, stageFiles } from './stage-files.ts';
import { type SlipReading, summarise } from './summary.ts';

export type { SlipReading } from './summary.ts';

export interface ReadOptions {
  /** Name or file of the profile that the files follow; found from each file's header where absent. */
  profile?: string;
  steps?: Steps;
  /** The day after which days lie in the future, ISO; default: today. */
  today?: string;
}

/**
 * Reads slips from files and folders into the tables `slip`, `fault`, `fault_row` and `set_aside_row` of the engine (docs/formats.md), which
 * replace those of an earlier reading. Every record read is either accepted or set aside with its faults.
 *
 * @throws SaldoError where a path cannot be read, a file holds no slips, or there are none at all; all bad files in one
 */
export async function readSlips(
  engine: Engine,
  paths: readonly string[],
  options: ReadOptions = {},
): Promise<SlipReading> {
  const { steps = new Steps(), today = localToday() } = options;
  const profiles =
    options.profile === undefined ? [NATIVE_PROFILE, ...shippedProfiles()] : [getProfile(options.profile)];
  const problems = new Problems();
  const { files: found, notes } = findFiles(paths, problems);
  const files = await recogniseFiles(engine, found, { profiles, problems, notes });
  problems.refuse();
  if (files.length === 0) throw new SaldoError('no_slips', `no slip file among: ${paths.join(', ') || 'no paths'}`);
  await makeSlipTables(engine);
  const [staged, hashes] = await Promise.all([
    steps.run('reading the slips', () => stageFiles(engine, files, problems), countRecords),
    hashFiles(files),
  ]);
  problems.refuse();
  if (countRecords(staged) === 0) throw new SaldoError('no_slips', `no row in: ${paths.join(', ')}`);
  await keepRowShifts(engine);
  const checks = new RowChecks(today);
  await steps.run(
    'checking each row',
    () => checkRows(engine, groupByProfile(staged), checks),
    () => countRecords(staged),
  );
  await steps.count('finding repeated slips', () => checkCopies(engine));
  await keepFaultRows(engine);
  await steps.count('numbering the slips', () => numberSlips(engine, checks));
  await dropWork(engine, staged);
  return summarise(engine, { staged, hashes, notes });
}

function countRecords(staged: readonly StagedFile[]): number {
  return staged.reduce((sum, { records }) => sum + records, 0);
}

/** One after the other, beside the engine's work. */
async function hashFiles(files: readonly SlipFile[]): Promise<string[]> {
  const hashes: string[] = [];
  for (const { found } of files) hashes.push(await hashFile(found.path));
  return hashes;
}

function groupByProfile(staged: readonly StagedFile[]): ProfileFiles[] {
  const groups = new Map<string, ProfileFiles>();
  for (const { file, target } of staged) {
    const { profile } = file.form.layout;
    groups.set(profile.name, { profile, staged: [...(groups.get(profile.name)?.staged ?? []), target] });
  }
  return [...groups.values()];
}

/** What only the reading needed goes, so that the steps after it have the room. */
async function dropWork(engine: Engine, staged: readonly StagedFile[]): Promise<void> {
  await engine.run('drop view parsed');
  await engine.run('drop view keyed');
  for (const table of ['rejected_row', 'row_shift', 'damaged', 'repeated_key', 'copied', 'aside', 'accepted']) {
    await engine.run(`drop table ${table}`);
  }
  for (const { target } of staged) rmSync(target);
}

function localToday(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map(part => String(part).padStart(2, '0')).join('-');
}
