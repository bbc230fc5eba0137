import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { dataFolder } from '../../common/data-folder.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import { REQUIRED_COLUMNS, SLIP_COLUMNS, type SlipColumn } from './slip-columns.ts';

const slipColumn = z.enum(SLIP_COLUMNS);

/** What an office's layout calls the columns of a slip and how it writes their values; docs/formats.md describes the file. */
const profileSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected small letters, digits and hyphens'),
    title: z.strictObject({ ru: z.string(), en: z.string() }),
    /** Read as such unless the file shows by a byte order mark or by its letters that it is UTF-8. */
    encoding: z.enum(['utf-8', 'windows-1251']).default('utf-8'),
    /** Found from the header where absent. */
    delimiter: z.string().length(1).optional(),
    dates: z
      .string()
      .regex(/^(?=.*yyyy)(?=.*mm)(?=.*dd)[ymd./ -]{8,10}$/, 'expected a form such as dd.mm.yyyy')
      .default('yyyy-mm-dd'),
    states: z.enum(['alpha-2', 'alpha-3', 'numeric']).default('alpha-2'),
    /** Headers of a column; where a file has several of them, the first that is not empty in a row counts. */
    columns: z.partialRecord(slipColumn, z.array(z.string().min(1)).min(1)),
    /** Columns that are the same in every row, written as the format of the slip has them. */
    constants: z.partialRecord(slipColumn, z.string().min(1)).default({}),
    /** The format's word for each of the office's. */
    values: z.partialRecord(slipColumn, z.record(z.string(), z.string())).default({}),
  })
  .check(({ value, issues }) => {
    for (const column of REQUIRED_COLUMNS) {
      if (value.columns[column] || value.constants[column]) continue;
      issues.push({
        code: 'custom',
        path: ['columns', column],
        message: 'required: a header or a constant',
        input: value,
      });
    }
  });

export type Profile = z.infer<typeof profileSchema>;

/** The format itself: every column under its own name. */
export const NATIVE_PROFILE: Profile = {
  name: 'saldo',
  title: { ru: 'формат Сальдо', en: 'Saldo’s own format' },
  encoding: 'utf-8',
  dates: 'yyyy-mm-dd',
  states: 'alpha-2',
  columns: Object.fromEntries(SLIP_COLUMNS.map(column => [column, [column]])) as Record<SlipColumn, string[]>,
  constants: {},
  values: {},
};

/** The profiles that come with Saldo, by name. */
export function shippedProfiles(): Profile[] {
  const folder = join(dataFolder, 'profiles');
  return readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => readProfile(join(folder, file)));
}

/**
 * A profile by its name or by the path of its file.
 *
 * @throws SaldoError `invalid_option` for an unknown name, `invalid_file` for a file that is no profile
 */
export function getProfile(nameOrFile: string): Profile {
  if (nameOrFile === NATIVE_PROFILE.name) return NATIVE_PROFILE;
  if (/[./\\]/.test(nameOrFile)) return readProfile(nameOrFile);
  const profiles = shippedProfiles();
  const profile = profiles.find(({ name }) => name === nameOrFile);
  if (profile) return profile;
  const names = [NATIVE_PROFILE, ...profiles].map(({ name }) => name).join(', ');
  throw new SaldoError('invalid_option', `unknown profile: ${nameOrFile}; expected one of ${names}, or a file`);
}

function readProfile(path: string): Profile {
  const result = profileSchema.safeParse(parseYaml(path));
  if (result.success) return result.data;
  const faults = result.error.issues.map(issue => `${issue.path.join('.') || basename(path)}: ${issue.message}`);
  throw new SaldoError('invalid_file', `not a profile: ${path}\n${faults.map(fault => `  ${fault}`).join('\n')}`, {
    path,
    faults,
  });
}

function parseYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    if (cause instanceof YAMLParseError) {
      throw new SaldoError('invalid_file', `not a profile: ${path}: ${cause.message}`, { path }, cause);
    }
    throw new SaldoError('unreadable_input', `profile cannot be read: ${path}`, { path }, cause);
  }
}
