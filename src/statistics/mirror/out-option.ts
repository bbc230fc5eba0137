import type { Command } from 'commander';
import type { Terminal } from '../../common/terminal.ts';
import { writeFiles } from './write-files.ts';

export interface OutOptions {
  out?: string;
  lang: string;
}

/** The options of a command that answers in one piece: where its files go, and the language of its report. */
export function withOut(command: Command): Command {
  return command
    .option('--out <folder>', 'folder for the result as JSON, CSV and report.html')
    .option('--lang <language>', 'language of the report, ru or en', 'en');
}

/** Ends such a command: the files, made only where a folder is given for them, and the answer for a program. */
export function finish(
  terminal: Terminal,
  { out }: OutOptions,
  answer: unknown,
  files: () => Readonly<Record<string, string>>,
): void {
  if (out !== undefined) {
    writeFiles(out, files());
    terminal.line(`Report: ${out}/report.html`);
  }
  terminal.data(answer);
}
