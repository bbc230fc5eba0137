import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../common/make-folder.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import type { StepListener } from '../../common/steps.ts';
import type { Terminal } from '../../common/terminal.ts';
import { Engine, sqlPath } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import type { AccountRequest } from '../accounts/account.ts';
import { type AccountOptions, parseOptions, printRun } from '../accounts/commands.ts';
import type { RunRecord } from '../accounts/run-record.ts';
import { beginAccount } from '../accounts/write-account.ts';
import { SLIP_SOURCES, type SlipSource } from '../batches/batch.ts';
import type { Statistics } from '../statistics.ts';
import { performRun } from './perform-run.ts';
import { RunKeeper } from './run-keeper.ts';

export interface HomeRunOptions {
  label?: string;
  slips?: string;
}

/** Accounts the batches of a home in this process, publishes the vintage, and copies the run's folder where it was asked for. */
export async function accountHome(
  statistics: Statistics,
  options: AccountOptions & HomeRunOptions,
  terminal: Terminal,
): Promise<void> {
  refuseOptionsOfFiles(options);
  const { parameters, memory, format, reports } = parseOptions(options);
  if (options.out !== undefined) makeFolder(options.out);
  const keeper = new RunKeeper(statistics.runs, {
    perform: (job, { listener, signal }) => performRun(job, { listener: both(listener, terminal.steps), signal }),
    ...(memory !== undefined && { memory }),
  });
  await keeper.recover();
  const { label } = options;
  const slips = parseSource(options.slips);
  const id = await keeper.enqueue(
    { ...parameters, ...(label !== undefined && { label }), ...(slips !== undefined && { slips }) },
    'command line',
  );
  const cancel = () => void keeper.cancel(id).catch(() => {});
  process.once('SIGINT', cancel);
  const run = await keeper.do(id);
  process.off('SIGINT', cancel);
  if (run.vintage === null) throw new SaldoError('run_failed', run.error ?? 'the run was cancelled', { run: id });
  const folder = join(statistics.runs.folder, id);
  const record: RunRecord = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
  const language = 'ru' in reports ? 'ru' : 'en';
  if (options.out !== undefined) await copyRun(folder, options.out, { format, language });
  const report = options.out === undefined ? join(folder, `report-${language}.html`) : join(options.out, 'report.html');
  terminal.line(
    `Vintage ${run.vintage} is published for statisticians; saldo vintages release ${run.vintage} shows it to all.`,
  );
  printRun(terminal, { ...record, ...{ run: id, vintage: run.vintage } }, report);
  if (options.strict && record.set_aside > 0) process.exitCode = 1;
}

function parseSource(text: string | undefined): SlipSource | undefined {
  if (text === undefined) return undefined;
  const source = SLIP_SOURCES.find(each => each === text);
  if (source === undefined)
    throw new SaldoError('invalid_option', `--slips: found "${text}", expected ${SLIP_SOURCES.join(', ')}`);
  return source;
}

/** What a home decides itself: its batches know their profiles, its judgements are kept with it. */
function refuseOptionsOfFiles(options: AccountOptions): void {
  const faults = (['profile', 'model', 'judgements'] as const)
    .filter(name => options[name] !== undefined)
    .map(name => `--${name}: only for an account of files`);
  if (faults.length > 0) throw new SaldoError('invalid_option', faults.join('; '), { faults });
}

function both(first: StepListener, second: StepListener): StepListener {
  return {
    started(name) {
      first.started(name);
      second.started(name);
    },
    ended(step) {
      first.ended(step);
      second.ended(step);
    },
  };
}

/** The files of a run as an account of files would have written them. */
async function copyRun(
  folder: string,
  out: string,
  { format, language }: Pick<AccountRequest, 'format'> & { language: 'ru' | 'en' },
): Promise<void> {
  beginAccount(out);
  for (const name of readdirSync(folder)) {
    if (name === 'run.json' || name.startsWith('report-') || (format === 'csv' && name.endsWith('.parquet'))) continue;
    copyFileSync(join(folder, name), join(out, name));
  }
  if (format === 'csv') await writeAsCsv(folder, out);
  copyFileSync(join(folder, `report-${language}.html`), join(out, 'report.html'));
  copyFileSync(join(folder, 'run.json'), join(out, 'run.json'));
}

async function writeAsCsv(folder: string, out: string): Promise<void> {
  const engine = await Engine.open();
  try {
    await engine.run('set preserve_insertion_order = true');
    for (const name of readdirSync(folder).filter(file => file.endsWith('.parquet'))) {
      const to = join(out, name.replace(/parquet$/, 'csv'));
      await engine.run(
        `copy (from read_parquet(${sqlPath(join(folder, name))})) to ${sqlText(to)} (format csv, header)`,
      );
    }
  } finally {
    engine.close();
  }
}
