import { chmodSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import { hashFile } from '../slips/hash-file.ts';
import { newKey } from './names-vault.ts';
import { sealFile } from './sealed-file.ts';

const PARQUET = 'format parquet, compression zstd';

/** A file that was written and synced. */
export interface WrittenPart {
  rows: number;
  sha256: string;
}

/** One whose bytes only its key opens. */
export interface SealedPartWritten extends WrittenPart {
  key: Buffer;
}

/** Writes a relation as Parquet. */
export async function writeOpenPart(engine: Engine, sql: string, path: string): Promise<WrittenPart> {
  const rows = await engine.run(`copy (${sql}) to ${sqlText(path)} (${PARQUET})`);
  chmodSync(path, 0o600);
  await syncFile(path);
  return { rows, sha256: await hashFile(path) };
}

/** Writes a relation as Parquet, sealed with a key of its own; in the open it stands in the engine's working folder alone, while it lasts. */
export async function writeSealedPart(
  engine: Engine,
  sql: string,
  to: { path: string; subject: string },
): Promise<SealedPartWritten> {
  const plain = join(engine.workFolder, `${newKey().toString('hex').slice(0, 16)}.parquet`);
  try {
    const rows = await engine.run(`copy (${sql}) to ${sqlText(plain)} (${PARQUET})`);
    const key = newKey();
    return { rows, key, sha256: await sealFile(plain, to.path, { key, subject: to.subject }) };
  } finally {
    rmSync(plain, { force: true });
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
