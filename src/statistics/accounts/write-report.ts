import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../common/language.ts';
import type { AccountTables } from './account-tables.ts';
import type { RunRecord } from './run-record.ts';

/** Which languages an account is reported in, and the file of each. */
export type Reports = Readonly<Partial<Record<Language, string>>>;

/** Charts and their document are slow to load: only who needs a report waits for them, while the engine is at work. */
export const loadReport = (): Promise<typeof import('./report/report.ts')> => import('./report/report.ts');

/** Writes the report of an account into its folder, in each language asked for. */
export async function writeReports(
  out: string,
  reports: Reports,
  { record, tables }: { record: RunRecord; tables: AccountTables },
): Promise<void> {
  const { renderReport } = await loadReport();
  const { threshold, lapse } = record.parameters;
  const years = tables.flows.map(({ year }) => year);
  const account = {
    ...tables,
    run: {
      threshold,
      lapse,
      read: record.read,
      accepted: record.accepted,
      setAside: record.set_aside,
      persons: record.persons,
      moves: record.moves,
      firstYear: years.reduce((x, y) => Math.min(x, y), Number.POSITIVE_INFINITY),
      lastYear: years.reduce((x, y) => Math.max(x, y), Number.NEGATIVE_INFINITY),
      offices: record.offices,
      inputs: record.inputs,
      codeVersion: record.saldo,
      verdicts: record.verdicts,
      simulated: record.simulated,
      steps: record.steps,
    },
  };
  for (const language of ['ru', 'en'] as const) {
    const file = reports[language];
    if (file !== undefined) writeFileSync(join(out, file), renderReport(account, language));
  }
}
