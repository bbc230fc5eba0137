/** A fault of data: a value that could not be taken as it stands, where it stood and what was expected. */
export interface Fault {
  /** Path of the file, as given. */
  file: string;
  /** Data record in its file, from 1; the header is not counted. */
  row: number;
  /** Column of the format, or null where the whole row is at fault. */
  column: string | null;
  code: string;
  found: string | null;
  expected: string;
  /** True where the fault sets its row aside; otherwise the row is kept, the value mostly blanked. */
  setAside: boolean;
}

/** The faults of one code that do, or do not, set rows aside. */
export interface FaultCount {
  code: string;
  setAside: boolean;
  /** Faults of this code. */
  count: number;
  /** Rows that have at least one of them. */
  rows: number;
  /** The first of them by file and row. */
  example: Fault;
}

/** One line on a fault for a reader: where, what was found, what was expected. */
export function describeFault({
  file,
  row,
  column,
  found,
  expected,
}: Pick<Fault, 'file' | 'row' | 'column' | 'found' | 'expected'>): string {
  const where = column === null ? `${file}, row ${row}` : `${file}, row ${row}, ${column}`;
  const what = found === null ? 'nothing' : JSON.stringify(found.length > 60 ? `${found.slice(0, 60)}…` : found);
  return `${where}: found ${what}, expected ${expected}`;
}
