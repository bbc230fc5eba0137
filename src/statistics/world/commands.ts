import type { Command } from 'commander';
import { SaldoError } from '../../common/saldo-error.ts';
import type { Terminal } from '../../common/terminal.ts';
import { printBalances } from './balances.ts';
import { simulateWorld } from './simulate-world.ts';

interface SimulateCommandOptions {
  people?: number;
  seed?: number;
  from?: number;
  to?: number;
  noise?: number;
  states?: string[];
  preset?: string;
  scale?: number;
  format: string;
}

/** `saldo simulate OUT`: a world with known truth. */
export function addSimulateCommand(program: Command, terminal: Terminal): void {
  program
    .command('simulate')
    .description('make a world of people, moves and slips with known truth: simulated, not real people')
    .argument('<out>', 'folder for slips and truth')
    .option('--people <count>', 'people who move (default: 50000)', number('--people'))
    .option('--seed <number>', 'the same seed makes the same world (default: 1)', number('--seed'))
    .option('--from <year>', 'first year (default: 2000)', number('--from'))
    .option('--to <year>', 'last year (default: 2011)', number('--to'))
    .option('--noise <level>', '0 none, 1 ordinary, 3 triple (default: 1)', number('--noise'))
    .option(
      '--states <codes>',
      'states whose offices send in slips, such as BY,RU,KZ (default: nine of the CIS)',
      codes,
    )
    .option('--preset <name>', 'belarus-russia-1991-2011: two offices whose totals come out as in the CARIM-East note')
    .option('--scale <part>', "part of the preset's real size, up to 1 (default: 0.02)", number('--scale'))
    .option('--format <format>', 'csv or parquet, for the slips', 'csv')
    .action(async (out: string, { format, ...request }: SimulateCommandOptions) => {
      const record = await simulateWorld({ out, format: parseFormat(format), ...request }, terminal.steps);
      const { people, moves, slips } = record.counts;
      terminal.line(record.simulated.en);
      terminal.line(`${people} people, ${moves} moves, ${slips} slips in ${out}.`);
      if (request.preset !== undefined) printBalances(terminal, record.counts);
      terminal.data(record);
    });
}

/** A number as an option gives it. */
function number(option: string): (text: string) => number {
  return text => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (!Number.isFinite(value)) {
      throw new SaldoError('invalid_option', `${option}: found ${text}, expected a number`, { option, found: text });
    }
    return value;
  };
}

function codes(text: string): string[] {
  return text
    .split(',')
    .map(code => code.trim())
    .filter(code => code !== '');
}

function parseFormat(format: string): 'csv' | 'parquet' {
  if (format === 'csv' || format === 'parquet') return format;
  throw new SaldoError('invalid_option', `--format: found ${format}, expected csv or parquet`, { format });
}
