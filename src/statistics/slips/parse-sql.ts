import { sqlList, sqlText } from '../../engine/sql.ts';
import { daySql, firstDaySql, knownPartsSql } from './day-sql.ts';
import { wordType } from './enumerations.ts';
import { NATIVE_PROFILE, type Profile } from './profile.ts';
import {
  COLUMN_WORDS,
  SLIP_COLUMNS,
  type SlipColumn,
  STATE_COLUMNS,
  type StateColumn,
  type WordColumn,
} from './slip-columns.ts';

const WORD_COLUMNS = Object.keys(COLUMN_WORDS) as WordColumn[];

/**
 * One row per staged record of a profile's files. Of every column `x`: `raw_x` as the file has it; `x_text` with the office's own
 * words replaced by the format's; and, where a column is more than text, `x`, its value, null where it cannot be read.
 *
 * @param states the columns whose states are wanted; each costs a join
 */
export function parsedSql(
  profile: Profile,
  staged: readonly string[],
  states: readonly StateColumn[] = STATE_COLUMNS,
): string {
  return `
    -- The texts, the office's own words replaced.
    with text as (
      select
        file, file_row_number as position, broken,
        ${list(SLIP_COLUMNS, column => `${column} as raw_${column}`)},
        ${list(SLIP_COLUMNS, column => `${textSql(column, profile)} as ${column}_text`)}
      from read_parquet(${sqlList(staged)}, file_row_number = true)
    ),
    -- Days: an impossible one, such as 31 February, is null. A birth date that lacks day or month stands as the first possible day.
    dated as (
      select *,
        ${daySql('registered_on_text', profile.dates)} as registered_on,
        ${daySql('event_on_text', profile.dates)} as event_on,
        ${firstDaySql('birth_date_text', profile.dates)} as birth_on,
        ${knownPartsSql('birth_date_text', profile.dates)} as birth_parts
      from text
    )
    -- States by the list of codes; a dissolved state is the one that continues it. Words of a fixed list, and months, as they are listed.
    select
      dated.*,
      ${list(states, stateSql)},
      ${list(WORD_COLUMNS, wordSql)},
      try_cast(intended_months_text as double) as intended_months
    from dated
    ${states
      .map(
        column => `left join ${stateTable(profile.states)} as ${column}_code
      on ${column}_code.code = ${codeSql(column, profile)}`,
      )
      .join('\n    ')}`;
}

/** Name of the table of the codes that files of a profile may use: those of its system, and alpha-2. */
export function stateTable(states: Profile['states']): string {
  return `state_code_${states.replace('-', '_')}`;
}

function list<Item>(items: readonly Item[], sql: (item: Item) => string): string {
  return items.map(sql).join(',\n        ');
}

function textSql(column: SlipColumn, profile: Profile): string {
  // Spreadsheets and registers export a day with an empty time of day.
  const isDay = column.endsWith('_on') || column.endsWith('_date');
  const text = isDay && profile !== NATIVE_PROFILE ? `split_part(${column}, ' ', 1)` : column;
  const words = Object.entries(profile.values[column] ?? {});
  if (words.length === 0) return text;
  const cases = words.map(([from, to]) => `when ${sqlText(from.trim().toLowerCase())} then ${sqlText(to)}`);
  return `nullif(case lower(${text}) ${cases.join(' ')} else ${text} end, '')`;
}

function codeSql(column: SlipColumn, { states }: Profile): string {
  return states === 'numeric' ? `ltrim(upper(${column}_text), '0')` : `upper(${column}_text)`;
}

/** Which of two dissolved states bore a code is told by the day of birth for the country of birth, by that of registration otherwise. */
function stateSql(column: SlipColumn): string {
  const day = column === 'birth_country' ? 'coalesce(birth_on, registered_on)' : 'registered_on';
  const code = `${column}_code`;
  return `case when ${code}.earlier_until > ${day} then ${code}.earlier_alpha2 else ${code}.alpha2 end as ${column}`;
}

function wordSql(column: WordColumn): string {
  const word = `${column === 'sex' ? 'upper' : 'lower'}(${column}_text)`;
  return `try_cast(${word} as ${wordType(column)}) as ${column}`;
}
