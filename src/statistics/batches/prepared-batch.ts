import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Insertable } from 'kysely';
import type { Home } from '../../store/home.ts';
import type { BatchesSchema, BatchFault } from './batches-schema.ts';

/** End of the names of folders that are still being written; others have their manifest. */
export const UPLOAD_BEGUN = '.begun';

/** A checked file whose batch is written aside and waits to be accepted or dropped. */
export type PreparedBatch = Pick<
  Insertable<BatchesSchema['batch']>,
  'id' | 'file_name' | 'bytes' | 'profile' | 'format' | 'simulated' | 'read' | 'accepted' | 'set_aside' | 'withdrawals'
> & {
  readonly offices: readonly string[];
  readonly fault_offices: readonly string[];
  readonly faults: readonly BatchFault[];
  readonly first_event: string | null;
  readonly last_registered: string | null;
  readonly rows_sha256: string;
  readonly names: number;
  readonly names_sha256: string;
  readonly names_key: string;
  readonly faults_sha256: string;
  readonly faults_key: string;
  readonly prepared_at: string;
  readonly prepared_by: string;
};

/** Its files in this folder: `rows.parquet`, `names`, `faults` and, last, `manifest.json`. */
export function preparedFolder(home: Home, id: string): string {
  return home.path('statistics', 'uploads', id);
}

export function findPrepared(home: Home, id: string): PreparedBatch | undefined {
  const manifest = join(preparedFolder(home, id), 'manifest.json');
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as PreparedBatch) : undefined;
}

export function dropPrepared(home: Home, id: string): void {
  rmSync(preparedFolder(home, id), { recursive: true, force: true });
}
