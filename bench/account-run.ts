import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '../src/statistics/accounts/run-record.ts';
import { SALDO } from './build.ts';
import { type Measured, runMeasured } from './measured-run.ts';

export interface AccountRun {
  measured: Omit<Measured, 'stdout'>;
  record: Pick<RunRecord, 'saldo' | 'read' | 'accepted' | 'set_aside' | 'persons' | 'moves' | 'fingerprint' | 'steps'>;
}

/** Accounts the slips of a world as a child process, then lets `judge` look at the tables before they are removed. */
export async function accountWorld<Judgement>(
  world: string,
  cores: number,
  judge: (out: string) => Promise<Judgement>,
): Promise<AccountRun & { judgement: Judgement }> {
  const out = mkdtempSync(join(tmpdir(), 'saldo-bench-out-'));
  try {
    const line = [SALDO, 'account', join(world, 'slips'), '--out', out, '--json', '--quiet'];
    const { stdout, ...measured } = await runMeasured(process.execPath, line, cores);
    const { saldo, read, accepted, set_aside, persons, moves, fingerprint, steps }: RunRecord = JSON.parse(stdout);
    const record = { saldo, read, accepted, set_aside, persons, moves, fingerprint, steps };
    return { measured, record, judgement: await judge(out) };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
