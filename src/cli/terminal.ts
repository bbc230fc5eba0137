import { SingleBar } from 'cli-progress';
import Table from 'cli-table3';
import colors from 'picocolors';
import type { Step, StepListener } from '../common/steps.ts';
import type { Terminal } from '../common/terminal.ts';

export interface TerminalOptions {
  json?: boolean;
  quiet?: boolean;
}

/** The printer of all commands: sentences and tables for readers, one JSON document for programs, progress on standard error. */
export class ProcessTerminal implements Terminal {
  json = false;
  #quiet = false;

  configure(options: TerminalOptions): void {
    this.json = options.json ?? false;
    this.#quiet = options.quiet ?? false;
  }

  get steps(): StepListener {
    if (this.json || this.#quiet) return { started: () => {}, ended: () => {} };
    return process.stderr.isTTY ? barSteps() : { started: () => {}, ended: printStep };
  }

  line(text: string): void {
    if (!this.json && !this.#quiet) process.stdout.write(`${text}\n`);
  }

  table(headers: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
    if (this.json || this.#quiet) return;
    const table = new Table({
      head: headers.map(header => colors.bold(header)),
      colAligns: headers.map((_, column) => (typeof rows[0]?.[column] === 'number' ? 'right' : 'left')),
      style: { head: [], border: process.stdout.isTTY ? ['gray'] : [], compact: true },
    });
    for (const row of rows) table.push(row.map(cell => (typeof cell === 'number' ? spaced(cell) : cell)));
    process.stdout.write(`${table.toString()}\n`);
  }

  data(value: unknown): void {
    if (this.json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  warn(text: string): void {
    process.stderr.write(`${colors.yellow('warning:')} ${text}\n`);
  }
}

/** A whole number with thin spaces between its thousands and a true minus sign. */
function spaced(value: number): string {
  return String(value)
    .replace('-', '−')
    .replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
}

function printStep({ name, rows, seconds }: Step): void {
  process.stderr.write(`${name.padEnd(38)} ${spaced(rows).padStart(14)} rows ${seconds.toFixed(1).padStart(8)} s\n`);
}

/** On a terminal a running step shows its clock; the finished one leaves its line. */
function barSteps(): StepListener {
  const bar = new SingleBar({
    format: '{step} {done} {duration_formatted}',
    clearOnComplete: true,
    hideCursor: true,
    barsize: 1,
  });
  let clock: NodeJS.Timeout | undefined;
  // Else a terminal is left without its cursor where the program is stopped in the middle of a step.
  process.once('exit', () => bar.isActive && bar.stop());
  return {
    started(name) {
      bar.start(1, 0, { step: name.padEnd(38), done: '' });
      clock = setInterval(() => bar.updateETA(), 500);
      clock.unref();
    },
    progressed(percent) {
      bar.update(0, { done: percent === undefined ? '' : `${Math.floor(percent)} %` });
    },
    ended(step) {
      clearInterval(clock);
      bar.stop();
      printStep(step);
    },
  };
}
