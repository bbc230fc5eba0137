import { Command, CommanderError } from 'commander';
import colors from 'picocolors';
import { packageVersion } from '../common/package-version.ts';
import { SaldoError } from '../common/saldo-error.ts';
import { endOnSignals } from './end-on-signals.ts';
import { roomsOf } from './room-commands.ts';
import { ProcessTerminal } from './terminal.ts';

const HELP = `
To begin: saldo demo, or saldo account SLIPS… --out DIR with your own slip files.
Exit codes: 0 done, 1 rows were set aside under --strict, 2 not done, 3 a fault of the program.`;

/**
 * Runs the program on a command line and leaves its exit code: 0 done, 1 done but rows were set aside under --strict, 2 not done,
 * 3 a fault of the program itself.
 */
export async function main(argv: readonly string[]): Promise<void> {
  endOnSignals();
  const terminal = new ProcessTerminal();
  // Before commander reads the line: what it cannot read is told to a program as JSON too.
  terminal.configure({ json: argv.includes('--json'), quiet: argv.includes('--quiet') });
  const program = new Command('saldo')
    .description(
      'United accounting of migration by place of arrival: moves from the arrival and departure slips of several offices',
    )
    .option('--json', 'print one JSON document for programs')
    .option('--quiet', 'print nothing but warnings and errors')
    .version(packageVersion)
    .exitOverride();
  for (const { add } of roomsOf(argv.slice(2))) await add(program, terminal);
  program.addHelpText('after', HELP);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = reportFailure(error, terminal);
  }
}

function reportFailure(failure: unknown, terminal: ProcessTerminal): number {
  if (failure instanceof CommanderError) return reportUsage(failure, terminal);
  const error = isFullDisk(failure)
    ? new SaldoError('unwritable_output', `no space is left: ${failure.message}`)
    : failure;
  if (!(error instanceof SaldoError)) return reportBug(error, terminal);
  terminal.data({ error: { code: error.code, message: error.message, details: error.details } });
  process.stderr.write(`${colors.red('error:')} ${error.message}\n`);
  return error.exitCode;
}

function isFullDisk(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

/** A bug is told with all that helps to find it, and never looks like a result of --strict. */
function reportBug(error: unknown, terminal: ProcessTerminal): number {
  terminal.data({ error: { code: 'internal', message: String(error), details: {} } });
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 3;
}

/** What commander ends with: help and version, or a line that it could not read; it has told a reader already. */
function reportUsage({ code, exitCode, message }: CommanderError, terminal: ProcessTerminal): number {
  if (exitCode === 0) return 0;
  const what = code === 'commander.help' ? 'no command given' : message.replace(/^error: /, '');
  terminal.data({ error: { code: 'invalid_option', message: what, details: {} } });
  return 2;
}
