import { SaldoError } from '../../common/saldo-error.ts';
import { NATIVE_PROFILE, type Profile } from './profile.ts';
import { REQUIRED_COLUMNS, SLIP_COLUMNS, type SlipColumn } from './slip-columns.ts';

/** Which columns of a file make up a slip. */
export interface Layout {
  profile: Profile;
  /** Positions in the header, from 0; the first that is not empty in a row counts. None where the file lacks the column. */
  positions: Readonly<Record<SlipColumn, readonly number[]>>;
}

/**
 * Finds what layout a header has: one of the profiles whose required columns are all in it, the format itself before others.
 *
 * @param profiles those to choose from; a single one must fit
 * @throws SaldoError `not_a_slip_file` naming what was found and what is missing
 */
export function getLayout(header: readonly string[], profiles: readonly Profile[]): Layout {
  const names = header.map(plainName);
  refuseRepeatedNames(names);
  const fitting = profiles.filter(profile => missingColumns(names, profile).length === 0);
  const profile = fitting.includes(NATIVE_PROFILE) ? NATIVE_PROFILE : fitting[0];
  if (profile === undefined) throw unknownLayout(header, names, profiles);
  if (fitting.length > 1 && profile !== NATIVE_PROFILE) {
    const choices = fitting.map(({ name }) => name);
    throw new SaldoError('not_a_slip_file', `its header fits several profiles: ${choices.join(', ')}; name one`, {
      choices,
    });
  }
  return { profile, positions: positionsOf(names, profile) };
}

/** Whether a header is that of a slip file, by any of the profiles. */
export function fitsAny(header: readonly string[], profiles: readonly Profile[]): boolean {
  const names = header.map(plainName);
  return profiles.some(profile => missingColumns(names, profile).length === 0);
}

/** A header as it is compared: without the case, and without blanks around and more than one within. */
export function plainName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}

function refuseRepeatedNames(names: readonly string[]): void {
  const repeated = [...new Set(names.filter((name, position) => name !== '' && names.indexOf(name) !== position))];
  if (repeated.length === 0) return;
  throw new SaldoError('not_a_slip_file', `its header repeats columns: ${repeated.join(', ')}`, { repeated });
}

function unknownLayout(header: readonly string[], names: readonly string[], profiles: readonly Profile[]): SaldoError {
  // Where nothing of any layout is there, the format itself is what to name.
  const distance = (profile: Profile): number =>
    missingColumns(names, profile).length / missingColumns([], profile).length;
  const nearest = [...profiles].sort((a, b) => distance(a) - distance(b))[0];
  const missing = missingColumns(names, nearest ?? NATIVE_PROFILE);
  const found = header.map(printable).join(', ').slice(0, 300) || 'nothing';
  return new SaldoError(
    'not_a_slip_file',
    `it is no slip file: missing columns ${missing.join(', ')} (by profile ${nearest?.name}); found header: ${found}`,
    { header, missing, profile: nearest?.name },
  );
}

// A file that is no table at all has anything in its first line.
function printable(name: string): string {
  return name.replace(/[\p{Cc}\ufffd]/gu, '?').slice(0, 60);
}

function missingColumns(names: readonly string[], profile: Profile): string[] {
  return REQUIRED_COLUMNS.filter(
    column => profile.constants[column] === undefined && positionsIn(names, profile.columns[column]).length === 0,
  ).map(column => profile.columns[column]?.[0] ?? column);
}

function positionsOf(names: readonly string[], profile: Profile): Record<SlipColumn, number[]> {
  const entries = SLIP_COLUMNS.map(column => [column, positionsIn(names, profile.columns[column])]);
  return Object.fromEntries(entries) as Record<SlipColumn, number[]>;
}

function positionsIn(names: readonly string[], headers: readonly string[] = []): number[] {
  return headers.map(header => names.indexOf(plainName(header))).filter(position => position >= 0);
}
