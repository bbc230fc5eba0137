import { join } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import { type CsvForm, readCsvForm } from './csv-header.ts';
import { decodeHead, readHead } from './file-head.ts';
import type { FoundFile, SlipFormat } from './find-files.ts';
import { checkGzip } from './gzip.ts';
import type { Problems } from './problems.ts';
import type { Profile } from './profile.ts';
import { type Staging, stageCsv } from './stage-csv.ts';
import { type JsonLinesForm, readJsonLinesForm, stageJsonLines } from './stage-json-lines.ts';
import { type ParquetForm, readParquetForm, stageParquet } from './stage-parquet.ts';

/** A file that was recognised as one of slips, and how it is read. */
export type SlipFile = { found: FoundFile } & (
  | { format: 'csv'; form: CsvForm }
  | { format: 'parquet'; form: ParquetForm }
  | { format: 'json_lines'; form: JsonLinesForm }
);

/** Recognises every file by its start; what is none of slips is a problem, a `.json` that merely lay in a folder only a note. */
export async function recogniseFiles(
  engine: Engine,
  found: readonly FoundFile[],
  { profiles, problems, notes }: { profiles: readonly Profile[]; problems: Problems; notes: string[] },
): Promise<SlipFile[]> {
  const files: SlipFile[] = [];
  for (const file of found) {
    const recognise = (): Promise<SlipFile> => recogniseFile(engine, file, profiles);
    if (file.folder !== undefined && /\.json(\.gz)?$/i.test(file.path)) {
      const slips = await recognise().catch(() => undefined);
      if (slips) files.push(slips);
      else notes.push(`${file.path}: passed over, it holds no slips in JSON lines`);
    } else {
      const slips = await problems.gatherAsync(file.path, recognise);
      if (slips) files.push(slips);
    }
  }
  return files;
}

/** A file's records as text columns, in their order, in a Parquet file of the engine's working folder. */
export interface StagedFile {
  file: SlipFile;
  target: string;
  /** Records in the file, broken ones included. */
  records: number;
}

export async function stageFiles(
  engine: Engine,
  files: readonly SlipFile[],
  problems: Problems,
): Promise<StagedFile[]> {
  await engine.run('set preserve_insertion_order = true');
  const ends = await engine.sideBySide(files, async (lane, file, number) => {
    const target = join(engine.workFolder, `staged_${number}.parquet`);
    const values = [number, sqlText(file.found.path), sqlText(file.form.layout.profile.name)];
    await lane.run(`insert into slip_file values (${values.join(', ')})`);
    const [end] = await Promise.allSettled([stageFile(lane, file, { file: number, target })]);
    return { file, target, end };
  });
  await engine.run('set preserve_insertion_order = false');
  return ends.flatMap(({ file, target, end }) => {
    const records = problems.gather(file.found.path, () => {
      if (end.status === 'rejected') throw end.reason;
      return end.value;
    });
    return records === undefined ? [] : [{ file, target, records }];
  });
}

async function recogniseFile(engine: Engine, found: FoundFile, profiles: readonly Profile[]): Promise<SlipFile> {
  const format = found.format ?? (await formatOf(found));
  switch (format) {
    case 'csv':
      return { found, format, form: await readCsvForm(found, profiles) };
    case 'parquet':
      return { found, format, form: await readParquetForm(engine, found, profiles) };
    case 'json_lines':
      return { found, format, form: await readJsonLinesForm(found, profiles) };
  }
}

/** A file named without an extension that tells: its first signs do. */
async function formatOf({ path, gzip }: FoundFile): Promise<SlipFormat> {
  const head = await readHead(path, gzip);
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return 'parquet';
  return decodeHead(head).text.trimStart().startsWith('{') ? 'json_lines' : 'csv';
}

async function stageFile(engine: Engine, file: SlipFile, staging: Staging): Promise<number> {
  if (file.found.gzip) await checkGzip(file.found.path);
  switch (file.format) {
    case 'csv':
      return stageCsv(engine, file.found, file.form, staging);
    case 'parquet':
      return stageParquet(engine, file.found, file.form, staging);
    case 'json_lines':
      return stageJsonLines(engine, file.found, file.form, staging);
  }
}
