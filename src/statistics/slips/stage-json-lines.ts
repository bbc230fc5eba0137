import { SaldoError } from '../../common/saldo-error.ts';
import { type Engine, sqlPath } from '../../engine/engine.ts';
import { sqlList, sqlText } from '../../engine/sql.ts';
import { decodeHead, readHead } from './file-head.ts';
import type { FoundFile } from './find-files.ts';
import { getLayout, type Layout, plainName } from './layout.ts';
import type { Profile } from './profile.ts';
import { dropRejects, keepRejects, rejectOptions } from './rejects.ts';
import type { Staging } from './stage-csv.ts';
import { STAGED_FORM, stagedColumns } from './staged-columns.ts';

export interface JsonLinesForm {
  keys: readonly string[];
  layout: Layout;
}

/** Keys that the engine cannot ask for: a path of every key, and of none. */
const NO_PATHS = ['*', ''];

/**
 * Finds the layout of a JSON Lines file from the keys of the objects at its start; a column that comes only later is read under the
 * name that the profile has for it.
 *
 * @throws SaldoError `not_a_slip_file`
 */
export async function readJsonLinesForm(file: FoundFile, profiles: readonly Profile[]): Promise<JsonLinesForm> {
  const { text } = decodeHead(await readHead(file.path, file.gzip));
  const objects = text
    .split('\n')
    .map(parseObject)
    .filter(object => object !== undefined);
  if (objects.length === 0 || text.trimStart().startsWith('[')) {
    const start = JSON.stringify(text.trimStart().slice(0, 60));
    throw new SaldoError(
      'not_a_slip_file',
      `it is no JSON Lines file: no line at its start is an object; found ${start}`,
    );
  }
  const found = [...new Set(objects.flatMap(object => Object.keys(object)))].filter(key => !NO_PATHS.includes(key));
  const { profile } = getLayout(found, profiles);
  const later = Object.values(profile.columns)
    .flat()
    .filter(name => !fitsKey(name, found));
  const keys = [...found, ...later];
  return { keys, layout: getLayout(keys, [profile]) };
}

/** Stages a JSON Lines file as text columns; a line that is no object is kept in `broken`, an empty line is no record; gives their number. */
export async function stageJsonLines(
  engine: Engine,
  found: FoundFile,
  { keys, layout }: JsonLinesForm,
  { file, target }: Staging,
): Promise<number> {
  const paths = keys.map(key => `$."${key.replaceAll('"', '\\"')}"`);
  const cell = (position: number): string => `cells[${position + 1}]`;
  // Lines are read as they stand, by the CSV reader with neither delimiter nor quote: the JSON reader would forget the broken ones.
  const lines = `read_csv(${sqlPath(found.path)}, auto_detect = false, header = false, delim = '', quote = '', escape = '',
    strict_mode = false, compression = '${found.gzip ? 'gzip' : 'none'}', columns = {'line': 'varchar'},
    ${rejectOptions(file)})`;
  try {
    const staged = await engine.run(
      `copy (
        select ${stagedColumns(file, layout, cell, `case when cells is null then line end`)}
        from (
          select line, case when ltrim(line) like '{%' then try(json_extract_string(line, ${sqlList(paths)})) end as cells
          from ${lines}
          where trim(line, ' \t\r') <> ''
        )
      ) to ${sqlText(target)} (${STAGED_FORM})`,
    );
    return staged + (await keepRejects(engine, file, { width: 1, headerLines: 0 }));
  } finally {
    await dropRejects(engine, file);
  }
}

function fitsKey(name: string, keys: readonly string[]): boolean {
  return keys.some(key => plainName(key) === plainName(name));
}

function parseObject(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
