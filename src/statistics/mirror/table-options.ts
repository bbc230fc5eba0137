import type { Command } from 'commander';
import { describeFault } from '../../common/fault.ts';
import type { Language } from '../../common/language.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import type { Terminal } from '../../common/terminal.ts';
import { SIDES } from './mirror-table.ts';
import type { TableHints } from './tables/layouts.ts';
import { findTableState } from './tables/parse-values.ts';
import type { TableReading } from './tables/read-tables.ts';

export interface TableOptions {
  side?: string;
  year?: string;
  office?: string;
  strict?: boolean;
  lang: string;
}

/** The options of every command that reads tables. */
export function withTableOptions(command: Command): Command {
  return command
    .argument('<tables...>', 'CSV, SDMX-CSV, JSON-stat, PX or XLSX files; several files make one table')
    .option('--side <side>', 'whose figures a table holds that does not say it: arrivals or departures')
    .option('--year <year>', 'year or period of a table that does not say it')
    .option('--office <state>', 'whose table a spreadsheet is that does not say it')
    .option('--strict', 'exit with 1 where the data have faults')
    .option('--lang <language>', 'language of the report, ru or en', 'en');
}

export function parseHints({ side, year, office }: Pick<TableOptions, 'side' | 'year' | 'office'>): TableHints {
  const known = SIDES.find(each => each === side);
  if (side !== undefined && known === undefined)
    throw new SaldoError('invalid_option', `--side: found ${side}, expected arrivals or departures`);
  const state = office === undefined ? undefined : findTableState(office);
  if (office !== undefined && state === undefined)
    throw new SaldoError('invalid_option', `--office: found ${office}, expected a state`);
  return {
    ...(known !== undefined && { side: known }),
    ...(year !== undefined && { year }),
    ...(state !== undefined && { office: state }),
  };
}

export function parseLanguage({ lang }: TableOptions): Language {
  if (lang === 'ru' || lang === 'en') return lang;
  throw new SaldoError('invalid_option', `--lang: found ${lang}, expected ru or en`);
}

const MOST_FAULTS = 20;

/** Tells a reader what was left out, and every kind of fault with its places. */
export function printFaults(terminal: Terminal, { faults, passedOver }: TableReading, strict = false): void {
  for (const fault of faults.slice(0, MOST_FAULTS)) terminal.warn(`${fault.code}: ${describeFault(fault)}`);
  if (faults.length > MOST_FAULTS)
    terminal.warn(`and ${faults.length - MOST_FAULTS} more faults; --out writes all to faults.csv`);
  const left = Object.entries(passedOver).map(([what, count]) => `${what} (${count})`);
  if (left.length > 0) terminal.line(`Left out: ${left.join(', ')}.`);
  if (strict && faults.length > 0) process.exitCode = 1;
}
