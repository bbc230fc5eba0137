import type { Command } from 'commander';
import { describeFault } from '../../common/fault.ts';
import type { Language } from '../../common/language.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import type { Terminal } from '../../common/terminal.ts';
import { parseMemory } from '../../engine/memory.ts';
import { type AccountRequest, account } from './account.ts';
import { CLASSES, parseParameters } from './parameters.ts';
import type { RunRecord } from './run-record.ts';
import { slipFiles } from './slip-source.ts';

export interface AccountOptions {
  out?: string;
  threshold: string;
  lapse: string;
  by?: string;
  format: string;
  lang: string;
  profile?: string;
  model?: string;
  judgements?: string;
  memory?: string;
  strict?: boolean;
}

/** The options of an account, whatever its slips come from. */
export function addAccountOptions(command: Command): Command {
  return command
    .option(
      '--threshold <months>',
      'a stay must last this long to change the state of residence; shorter ones are no moves',
      '12',
    )
    .option(
      '--lapse <months>',
      'months in which an arrival must follow a departure, which is unconfirmed otherwise',
      '6',
    )
    .option(
      '--by <classes>',
      `split flows and gaps by some of ${CLASSES.join(',')} (age in groups of five years), such as sex,age`,
    )
    .option('--format <format>', 'parquet or csv, for persons, verdicts and moves', 'parquet')
    .option('--lang <language>', 'language of the report, ru or en', 'en')
    .option(
      '--profile <name>',
      'layout of the files: one of saldo slips profiles, or a YAML file; found from the header otherwise',
    )
    .option(
      '--model <file>',
      'weights that tell who is who, such as an earlier model.json; learned from the slips otherwise',
    )
    .option('--judgements <file>', 'judgements of doubtful pairs of slips, kept by saldo review')
    .option(
      '--memory <size>',
      'bound of the memory, such as 4GB; by default 6GB or half of the machine, whichever is less',
    )
    .option('--strict', 'exit with 1 where rows were set aside');
}

/** The main job on files as they lie. */
export async function accountFiles(
  paths: readonly string[],
  options: AccountOptions,
  terminal: Terminal,
): Promise<void> {
  const { out } = options;
  if (out === undefined)
    throw new SaldoError('invalid_option', '--out: an account of files needs a folder for its tables');
  const run = await account({
    source: slipFiles(paths, options.profile),
    out,
    ...parseOptions(options),
    listener: terminal.steps,
    ...(options.model !== undefined && { model: options.model }),
    ...(options.judgements !== undefined && { judgements: options.judgements }),
  });
  printRun(terminal, run, `${out}/report.html`);
  if (options.strict && run.set_aside > 0) process.exitCode = 1;
}

/** The options that have a range; all faults at once. */
export function parseOptions(
  options: AccountOptions,
): Pick<AccountRequest, 'parameters' | 'format' | 'reports' | 'memory'> {
  const { memory } = options;
  const faults: string[] = [];
  const take = <Value>(parse: () => Value): Value => {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof SaldoError)) throw error;
      faults.push(error.message);
      return undefined as Value;
    }
  };
  const parsed = {
    parameters: take(() => parseParameters(options)),
    format: take(() => oneOf<AccountRequest['format']>('--format', options.format, ['parquet', 'csv'])),
    reports: take(() => ({ [oneOf<Language>('--lang', options.lang, ['ru', 'en'])]: 'report.html' })),
    ...(memory !== undefined && { memory: take(() => parseMemory(memory)) }),
  };
  if (faults.length > 0) throw new SaldoError('invalid_option', faults.join('; '), { faults });
  return parsed;
}

/** What a run found, for a reader and for a program. */
export function printRun(terminal: Terminal, run: RunRecord, report: string): void {
  terminal.line(
    `Read ${counted(run.read, 'row')}: ${run.accepted} accepted, ${run.set_aside} set aside. ${counted(run.persons, 'person')}, ${counted(run.moves, 'move')}.`,
  );
  terminal.table(
    ['verdict', 'slips'],
    run.verdicts.map(({ verdict, count }) => [verdict, count]),
  );
  if (run.faults.length > 0) {
    terminal.table(
      ['fault', 'rows', 'the rows are', 'first of them'],
      run.faults.map(({ code, rows, set_aside: setAside, example }) => [
        code,
        rows,
        setAside ? 'set aside' : 'kept',
        describeFault(example),
      ]),
    );
  }
  if (run.unknown_judgements > 0)
    terminal.warn(
      `${run.unknown_judgements} of ${run.parameters.judgements} judgements speak of slips that are not accepted here`,
    );
  if (run.unmet_judgements > 0)
    terminal.warn(
      `${run.unmet_judgements} of ${run.parameters.judgements} judgements could not be met: others of the same persons contradict them`,
    );
  terminal.line(`Report: ${report}`);
  terminal.data(run);
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function oneOf<Word extends string>(option: string, found: string, words: readonly Word[]): Word {
  const word = words.find(candidate => candidate === found);
  if (word === undefined)
    throw new SaldoError('invalid_option', `${option}: found ${found}, expected ${words.join(' or ')}`);
  return word;
}
