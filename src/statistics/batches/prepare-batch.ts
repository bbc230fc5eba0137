import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SaldoError } from '../../common/saldo-error.ts';
import { Steps } from '../../common/steps.ts';
import type { Engine } from '../../engine/engine.ts';
import { syncFolder, writeDurably } from '../../store/durable-file.ts';
import { hashFile } from '../slips/hash-file.ts';
import { readSlips, type SlipReading } from '../slips/read-slips.ts';
import { sealSubject } from './batch-files.ts';
import { type BatchPlace, openBatchEngine } from './batch-place.ts';
import type { BatchFault } from './batches-schema.ts';
import { findPrepared, type PreparedBatch, preparedFolder, UPLOAD_BEGUN } from './prepared-batch.ts';
import { OPEN_SLIPS, ROW_FAULTS, SLIP_NAMES } from './slip-parts.ts';
import { dropStaleUploads } from './sweep-batches.ts';
import { writeOpenPart, writeSealedPart } from './write-parts.ts';

export interface PrepareRequest {
  /** Name of the file as people know it; default: that of the path. */
  fileName?: string;
  /** Layout that it follows; found from its header where absent. */
  profile?: string;
  /** Who gives it. */
  by: string;
  /** Offices whose slips they may give. */
  allowedOffices: 'all' | readonly string[];
  /** True for slips of a simulated world. */
  simulated?: boolean;
  steps?: Steps;
  /** The day after which days lie in the future, ISO; default: today. */
  today?: string;
}

/** Reads one file as `readSlips` does, into the engine's tables, and keeps nothing of it. */
export function checkUpload(
  engine: Engine,
  path: string,
  { profile, steps = new Steps(), today }: Pick<PrepareRequest, 'profile' | 'steps' | 'today'> = {},
): Promise<SlipReading> {
  return readSlips(engine, [path], {
    steps,
    ...(profile !== undefined && { profile }),
    ...(today !== undefined && { today }),
  });
}

/**
 * Checks a file and writes the parts of its batch aside, sealed where they hold names: from here on the file itself is needed no more.
 * The same file again gives what was prepared before, unless another layout is asked for.
 *
 * @throws SaldoError where it is no slip file; `office_not_held` where it holds slips of other offices than allowed
 */
export function prepareBatch(place: BatchPlace, path: string, request: PrepareRequest): Promise<PreparedBatch> {
  return place.inTurn(async () => {
    dropStaleUploads(place.home);
    const id = await hashFile(path).catch(cause => {
      throw new SaldoError(
        'unreadable_input',
        `${path}: there is no such file, or it may not be read`,
        { path },
        cause,
      );
    });
    const earlier = findPrepared(place.home, id);
    if (earlier && (request.profile === undefined || request.profile === earlier.profile)) {
      refuseOtherOffices(earlier.offices, request.allowedOffices);
      return earlier;
    }
    const engine = await openBatchEngine(place);
    const folder = place.home.path('statistics', 'uploads', `${randomBytes(8).toString('hex')}${UPLOAD_BEGUN}`);
    try {
      const reading = await checkUpload(engine, path, request);
      if (reading.files[0]?.sha256 !== id)
        throw new SaldoError('unreadable_input', `${path} changed while it was read`, { path });
      const offices = await officesIn(engine);
      refuseOtherOffices(offices, request.allowedOffices);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const prepared = await writeBatch(engine, { place, path, id, folder, offices, reading, request });
      await writeDurably(join(folder, 'manifest.json'), `${JSON.stringify(prepared, null, 2)}\n`);
      await moveIntoPlace(folder, preparedFolder(place.home, id));
      return prepared;
    } finally {
      engine.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** @throws SaldoError `office_not_held` listing those of the offices that are not allowed */
export function refuseOtherOffices(offices: readonly string[], allowed: 'all' | readonly string[]): void {
  const others = allowed === 'all' ? [] : offices.filter(office => !allowed.includes(office));
  if (others.length === 0) return;
  const held = allowed === 'all' || allowed.length === 0 ? 'none' : allowed.join(', ');
  throw new SaldoError(
    'office_not_held',
    `the file holds slips of offices that you do not act for: ${others.join(', ')}; expected only ${held}`,
    { others, held: allowed },
  );
}

async function writeBatch(
  engine: Engine,
  of: {
    place: BatchPlace;
    path: string;
    id: string;
    folder: string;
    offices: readonly string[];
    reading: SlipReading;
    request: PrepareRequest;
  },
): Promise<PreparedBatch> {
  const { place, id, folder, offices, reading, request } = of;
  const seal = (part: 'names' | 'faults') => ({ path: join(folder, part), subject: sealSubject(id, part) });
  const { withdrawals } = await engine.row<{ withdrawals: number }>(
    'select count(*) as withdrawals from fault_row where withdraws',
  );
  const steps = request.steps ?? new Steps();
  const rows = await steps.run(
    'keeping the slips',
    () => writeOpenPart(engine, OPEN_SLIPS, join(folder, 'rows.parquet')),
    part => part.rows,
  );
  const names = await steps.run(
    'sealing the names',
    () => writeSealedPart(engine, SLIP_NAMES, seal('names')),
    part => part.rows,
  );
  const faults = await steps.run(
    'sealing the faults',
    () => writeSealedPart(engine, ROW_FAULTS, seal('faults')),
    part => part.rows,
  );
  const { format = 'csv', profile = '' } = reading.files[0] ?? {};
  return {
    ...{ id, file_name: plainFileName(request.fileName ?? of.path), bytes: statSync(of.path).size, profile, format },
    simulated: request.simulated ?? false,
    offices,
    fault_offices: await faultOffices(engine),
    ...{ read: reading.read, accepted: reading.accepted, set_aside: reading.setAside, withdrawals },
    faults: reading.faultsByCode.map(withoutFound),
    ...{ first_event: reading.firstEvent, last_registered: reading.lastRegistered },
    rows_sha256: rows.sha256,
    ...{ names: names.rows, names_sha256: names.sha256, names_key: place.vault.wrap(names.key, seal('names').subject) },
    ...{ faults_sha256: faults.sha256, faults_key: place.vault.wrap(faults.key, seal('faults').subject) },
    ...{ prepared_at: new Date().toISOString(), prepared_by: request.by },
  };
}

async function officesIn(engine: Engine): Promise<string[]> {
  const offices = await engine.rows<{ office: string }>(
    'select office from slip union select office from fault_row where withdraws order by office',
  );
  return offices.map(({ office }) => office);
}

async function faultOffices(engine: Engine): Promise<string[]> {
  const offices = await engine.rows<{ office: string }>(
    'select distinct office from fault_row where office is not null order by office',
  );
  return offices.map(({ office }) => office);
}

/** What was found may be a name that stands in the wrong column, so it goes nowhere but into the sealed faults. */
function withoutFound({ code, setAside, count, rows, example }: SlipReading['faultsByCode'][number]): BatchFault {
  const { row, column, expected } = example;
  return { code, set_aside: setAside, count, rows, example: { row, column, expected } };
}

function plainFileName(name: string): string {
  return (
    basename(name.replaceAll('\\', '/'))
      .replace(/\p{Cc}/gu, '')
      .slice(0, 200) || 'unnamed'
  );
}

async function moveIntoPlace(folder: string, target: string): Promise<void> {
  if (existsSync(target)) rmSync(target, { recursive: true });
  renameSync(folder, target);
  await syncFolder(join(target, '..'));
}
