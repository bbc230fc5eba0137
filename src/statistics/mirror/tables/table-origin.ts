import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { TableSource } from './table-source.ts';

/** A table that was read: its bytes, and the run of accounts that it comes from. */
export interface TableOrigin {
  /** As it was given. */
  name: string;
  /** Of its bytes as they came, packed or not. */
  sha256: string;
  /** The run's fingerprint, where the table is an account's flows and the run record lies beside it. */
  run: string | null;
  /** Whether the run's slips are simulated; null where no run is known. */
  simulated: boolean | null;
}

const runRecord = z.object({
  offices: z.array(z.string()),
  fingerprint: z.string().optional(),
  simulated: z.boolean().optional(),
});
/** What `run.json` says of an account's tables. */
export type AccountRun = z.infer<typeof runRecord>;

/** The run of the account that a table of flows belongs to, by the run record beside it; undefined where there is none. */
export function findAccountRun(source: TableSource): AccountRun | undefined {
  const text = source.beside('run.json');
  if (text === undefined) return undefined;
  try {
    return runRecord.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export async function originOf(source: TableSource, run: AccountRun | undefined): Promise<TableOrigin> {
  const hash = createHash('sha256');
  await pipeline(source.open(), hash);
  return {
    name: source.name,
    sha256: hash.digest('hex'),
    run: run?.fingerprint ?? null,
    simulated: run?.simulated ?? null,
  };
}
