import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SaldoError } from '../../common/saldo-error.ts';
import type { Problems } from './problems.ts';

export type SlipFormat = 'csv' | 'parquet' | 'json_lines';

export interface FoundFile {
  path: string;
  /** By the name; undefined where the name says nothing. */
  format: SlipFormat | undefined;
  gzip: boolean;
  /** The folder in which it was found; undefined where the file itself was named. */
  folder: string | undefined;
}

const FORMATS: readonly [RegExp, SlipFormat][] = [
  [/\.(csv|tsv)(\.gz)?$/i, 'csv'],
  [/\.parquet$/i, 'parquet'],
  [/\.(jsonl|ndjson|json)(\.gz)?$/i, 'json_lines'],
];

/**
 * The files that the paths name, those in folders included (their subfolders too), each once and in order of their paths: what is read
 * does not depend on the order in which the paths were given.
 *
 * @returns the files, and a note for each folder that holds other files besides
 */
export function findFiles(paths: readonly string[], problems: Problems): { files: FoundFile[]; notes: string[] } {
  const notes: string[] = [];
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    for (const file of problems.gather(path, () => filesAt(path, notes)) ?? []) {
      const real = problems.gather(file.path, () => realPath(file.path));
      if (real !== undefined && !found.has(real)) found.set(real, file);
    }
  }
  const files = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, notes };
}

function filesAt(path: string, notes: string[]): FoundFile[] {
  if (!isFolder(path)) return [describeFile(path, undefined)];
  const all = listFolder(path).map(file => describeFile(file, path));
  const others = all.filter(({ format }) => format === undefined);
  if (others.length > 0) notes.push(otherFiles(path, others));
  const files = all.filter(({ format }) => format !== undefined);
  if (files.length === 0) throw new SaldoError('no_slips', 'no slip file (csv, parquet, jsonl) in this folder');
  return files;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (cause) {
    throw new SaldoError('unreadable_input', 'it is a link to a file that is not there', {}, cause);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (cause) {
    const reason =
      (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file or folder' : 'may not be read';
    throw new SaldoError('unreadable_input', reason, {}, cause);
  }
}

function listFolder(folder: string): string[] {
  return readFolder(folder)
    .filter(entry => !entry.name.startsWith('.'))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listFolder(path) : [path];
    });
}

function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw new SaldoError('unreadable_input', `the folder may not be read: ${folder}`, {}, cause);
  }
}

function describeFile(path: string, folder: string | undefined): FoundFile {
  const format = FORMATS.find(([pattern]) => pattern.test(path))?.[1];
  return { path, format, gzip: /\.gz$/i.test(path), folder };
}

function otherFiles(folder: string, others: readonly FoundFile[]): string {
  const some = others.slice(0, 3).map(({ path }) => path.slice(folder.length).replace(/^[/\\]/, ''));
  const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
  return `${folder}: passed over what is no slip file by its name: ${some.join(', ')}${more}`;
}
