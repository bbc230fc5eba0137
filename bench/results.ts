import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build.ts';
import { describeHardware, hardware } from './hardware.ts';
import type { Measured } from './measured-run.ts';

/** Prints tables under the hardware, ready for `bench/README.md`, and keeps the runs in `bench/results`. */
export function report(name: string, tables: readonly string[], runs: unknown): void {
  const machine = hardware();
  const folder = join(ROOT, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`);
  writeFileSync(file, `${JSON.stringify({ hardware: machine, runs }, null, 2)}\n`);
  process.stdout.write(`\n${describeHardware(machine)}\n\n${tables.join('\n\n')}\n\n${file}\n`);
}

/** A Markdown table whose columns stand under each other. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headers.map((header, column) => Math.max(header.length, ...rows.map(row => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => `${'-'.repeat(width + 1)}${column === 0 ? '-' : ':'}`).join('|')}|`;
  return [line(headers), rule, ...rows.map(line)].join('\n');
}

export function share(value: number): string {
  return value.toFixed(4);
}

export function percent(value: number): string {
  return `${(100 * value).toFixed(2)} %`;
}

/** Seconds, CPU seconds and peak memory, as cells. */
export function cost({ seconds, cpuSeconds, peakBytes }: Omit<Measured, 'stdout'>): string[] {
  return [
    seconds.toFixed(1),
    cpuSeconds?.toFixed(1) ?? 'unknown',
    peakBytes === null ? 'unknown' : `${(peakBytes / 2 ** 30).toFixed(2)} GiB`,
  ];
}
