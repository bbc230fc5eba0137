import type { Command } from 'commander';
import { SaldoError } from '../../common/saldo-error.ts';
import { SPACE_STATES } from '../../common/space.ts';
import { findState } from '../../common/states.ts';
import type { Terminal } from '../../common/terminal.ts';
import { CompiledRegister } from '../force/compiled-register.ts';
import { RIGHTS } from '../register/act.ts';
import { FIRST_DAY, today } from '../register/legal-date.ts';
import { type RegisterOption, registerMeant, withRegister } from '../register-option.ts';
import { type Openness, opennessOf } from './openness.ts';

interface IndexOptions extends RegisterOption {
  citizen?: string;
  in?: string;
  from: string;
  to: string;
  csv?: boolean;
}

const FIRST_YEAR = Number(FIRST_DAY.slice(0, 4)) + 1;
const THIS_YEAR = Number(today().slice(0, 4));

/** `saldo law index`: how open states were by law to each other's citizens, year by year. */
export function addIndexCommand(law: Command, terminal: Terminal): void {
  withRegister(law.command('index'))
    .description(
      'openness of one state to the citizens of another by the acts in force on 1 July, 0 to 1, for each pair and year',
    )
    .option('--citizen <state>', 'only citizens of this state')
    .option('--in <state>', 'only this host')
    .option('--from <year>', 'first year', String(FIRST_YEAR))
    .option('--to <year>', 'last year', String(THIS_YEAR))
    .option('--csv', 'as CSV, with the score of each right')
    .action(async (options: IndexOptions) => {
      const { citizen, host, from, to } = parse(options);
      const register = new CompiledRegister(await registerMeant(options));
      const named = [citizen, host].flatMap(state => state ?? []);
      const states = [...new Set([...SPACE_STATES, ...named])].sort();
      const rows = opennessOf(register, { states, from, to }).filter(
        row => (citizen ?? row.citizen) === row.citizen && (host ?? row.host) === row.host,
      );
      if (options.csv === true) terminal.line(asCsv(rows));
      else
        terminal.table(
          ['citizen', 'in', 'year', 'index', 'highest'],
          rows.map(row => [row.citizen, row.host, String(row.year), row.index.toFixed(3), row.highest.toFixed(3)]),
        );
      terminal.data({ rows: rows.map(({ host: to, ...row }) => ({ ...row, in: to })) });
    });
}

function parse(options: IndexOptions): { citizen?: string; host?: string; from: number; to: number } {
  const faults: string[] = [];
  const state = (option: string, code: string | undefined) => {
    if (code === undefined) return undefined;
    const found = findState(code);
    if (found === undefined) faults.push(`--${option}: found ${code}, expected a state's ISO 3166-1 code`);
    return found;
  };
  const year = (option: string, text: string) => {
    if (!/^\d{4}$/.test(text) || Number(text) < FIRST_YEAR - 1 || Number(text) > 2100)
      faults.push(`--${option}: found ${text}, expected a year from ${FIRST_YEAR - 1} to 2100`);
    return Number(text);
  };
  const [citizen, host] = [state('citizen', options.citizen), state('in', options.in)];
  const [from, to] = [year('from', options.from), year('to', options.to)];
  if (faults.length === 0 && from > to) faults.push(`--from: found ${from}, expected a year not after ${to}`);
  if (faults.length > 0) throw new SaldoError('invalid_option', faults.join('; '), { faults });
  return { ...(citizen !== undefined && { citizen }), ...(host !== undefined && { host }), from, to };
}

/** RFC 4180; an empty score is one that is not known or disputed. */
function asCsv(rows: readonly Openness[]): string {
  const head = ['citizen', 'in', 'year', 'index', 'highest', ...RIGHTS];
  const lines = rows.map(({ citizen, host, year, index, highest, scores }) =>
    [citizen, host, year, round(index), round(highest), ...RIGHTS.map(right => scores[right] ?? '')].join(','),
  );
  return [head.join(','), ...lines].join('\n');
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
