import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Engine } from '../../engine/engine.ts';
import { sqlList, sqlText } from '../../engine/sql.ts';
import { batchesFolder, sealedFileName, sealSubject } from './batch-files.ts';
import { type BatchPlace, openBatchEngine } from './batch-place.ts';
import { preparedFolder } from './prepared-batch.ts';
import { unsealFile } from './sealed-file.ts';

/** One fault of one row of a batch or upload. */
export interface RowFault {
  /** Among the faults of the file, from 1, in order of row, column and code. */
  place: number;
  row: number;
  column: string | null;
  code: string;
  /** Null where there was nothing, or where it was deleted with names. */
  found: string | null;
  expected: string;
  set_aside: boolean;
}

/** Sealed faults: those of an accepted batch, or of one that waits. */
export interface FaultsOf {
  readonly id: string;
  readonly faults_key: string;
  /** Absent for one that waits. */
  readonly faults_version?: number;
}

/** Whose faults are wanted: of rows that name one of these offices; `all` includes those that name none. */
export type FaultOffices = 'all' | readonly string[];

/** A page of faults after a place. */
export function readFaults(
  place: BatchPlace,
  of: FaultsOf,
  { offices, after = 0, limit }: { offices: FaultOffices; after?: number; limit: number },
): Promise<RowFault[]> {
  return withFaults(place, of, (engine, plain) =>
    engine.rows<RowFault & Record<string, string | number | boolean | null>>(
      `${faultsSql(plain, offices, 'place, ')} and place > ${after} order by place limit ${limit}`,
    ),
  );
}

/** All faults as CSV, a row each: `row, column, code, found, expected, set_aside`. */
export async function streamFaults(
  place: BatchPlace,
  of: FaultsOf,
  { offices }: { offices: FaultOffices },
): Promise<Readable> {
  const engine = await openEngine(place);
  try {
    const plain = await openFaults(engine, place, of);
    const csv = join(engine.workFolder, 'faults.csv');
    await engine.run(`copy (${faultsSql(plain, offices)} order by place) to ${sqlText(csv)} (format csv, header)`);
    const stream = createReadStream(csv);
    stream.once('close', () => engine.close());
    return stream;
  } catch (error) {
    engine.close();
    throw error;
  }
}

async function withFaults<Result>(
  place: BatchPlace,
  of: FaultsOf,
  work: (engine: Engine, plain: string) => Promise<Result>,
): Promise<Result> {
  const engine = await openEngine(place);
  try {
    return await work(engine, await openFaults(engine, place, of));
  } finally {
    engine.close();
  }
}

/** Faults are few beside slips: a small engine is quick to open and leaves the room to others. */
function openEngine({ home }: BatchPlace): Promise<Engine> {
  return openBatchEngine({ home, memory: 512 * 2 ** 20 });
}

async function openFaults(
  engine: Engine,
  { home, vault }: BatchPlace,
  { id, faults_key, faults_version }: FaultsOf,
): Promise<string> {
  const sealed =
    faults_version === undefined
      ? join(preparedFolder(home, id), 'faults')
      : join(batchesFolder(home), sealedFileName(id, 'faults', faults_version));
  const plain = join(engine.workFolder, 'faults.parquet');
  const subject = sealSubject(id, 'faults');
  await unsealFile(sealed, plain, { key: vault.unwrap(faults_key, subject), subject });
  return plain;
}

function faultsSql(plain: string, offices: FaultOffices, more = ''): string {
  const whose = offices === 'all' ? 'true' : `office in (select unnest(${sqlList(offices)}))`;
  return `select ${more}row, "column", code, found, expected, set_aside from read_parquet(${sqlText(plain)}) where ${whose}`;
}
