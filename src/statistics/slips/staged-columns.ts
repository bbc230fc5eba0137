import { sqlText } from '../../engine/sql.ts';
import type { Layout } from './layout.ts';
import { SLIP_COLUMNS } from './slip-columns.ts';

/**
 * How a staged file is written. Its dictionaries, left as they are by default, make all that is read from it quicker; groups of so few rows
 * stay near the processor while they are written.
 */
export const STAGED_FORM = 'format parquet, compression lz4_raw, row_group_size 20480';

// A space, tab, line ends, and the no-break space that spreadsheets like.
const NO_BREAK = '\u00a0';
const BLANKS = sqlText(` \t\r\n${NO_BREAK}`);

/**
 * The select list of a staged file: its number, the text of every slip column as the file has it (without blanks around, null where nothing
 * is left), and `broken`, the text of a record that could not be split into columns.
 *
 * @param cell SQL text of the file's column at a position
 * @param broken SQL of the text of a broken record, null for a sound one
 */
export function stagedColumns(
  file: number,
  { profile, positions }: Layout,
  cell: (position: number) => string,
  broken = 'null::varchar',
): string {
  const columns = SLIP_COLUMNS.map(column => {
    const texts = positions[column].map(position => trimmed(cell(position)));
    return `${firstFilled(texts) ?? constant(profile.constants[column])} as ${column}`;
  });
  return [`${file}::smallint as file`, ...columns, `${broken} as broken`].join(', ');
}

/** Trimming every text takes longer than reading it, so only those are touched whose ends call for it. All signs before `!` are blank. */
function trimmed(text: string): string {
  const ends = [' ', '\t', NO_BREAK].map(blank => `suffix(${text}, '${blank}')`);
  const blank = [`${text} < '!'`, `prefix(${text}, '${NO_BREAK}')`, ...ends].join(' or ');
  return `case when ${blank} then nullif(trim(${text}, ${BLANKS}), '') else ${text} end`;
}

function firstFilled(texts: readonly string[]): string | undefined {
  return texts.length < 2 ? texts[0] : `coalesce(${texts.join(', ')})`;
}

function constant(value: string | undefined): string {
  return value === undefined ? 'null::varchar' : sqlText(value);
}
