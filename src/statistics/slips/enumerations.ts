import { stateCodes, UNKNOWN_STATE } from '../../common/states.ts';
import type { Engine } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import { COLUMN_WORDS, STATE_COLUMNS, type StateColumn, type WordColumn } from './slip-columns.ts';

/** The SQL type of states: as an enumeration one takes two bytes instead of sixteen, and is compared as a number. */
export const STATE_TYPE = 'state';

/** The SQL type of the words of a column. */
export function wordType(column: WordColumn): string {
  return `${column}_word`;
}

/** The SQL type of a column whose values are enumerated, undefined for others. */
export function enumeratedType(column: string): string | undefined {
  if (STATE_COLUMNS.includes(column as StateColumn)) return STATE_TYPE;
  return column in COLUMN_WORDS ? wordType(column as WordColumn) : undefined;
}

/** Makes the types of states and words; their order is that of the texts. */
export async function makeEnumerations(engine: Engine): Promise<void> {
  const states = stateCodes().flatMap(({ alpha2, earlierAlpha2 }) => [alpha2, earlierAlpha2 ?? alpha2]);
  await makeType(engine, STATE_TYPE, [...states, UNKNOWN_STATE]);
  for (const [column, words] of Object.entries(COLUMN_WORDS))
    await makeType(engine, wordType(column as WordColumn), words);
}

function makeType(engine: Engine, name: string, values: readonly string[]): Promise<number> {
  const ordered = [...new Set(values)].sort();
  return engine.run(`create type if not exists ${name} as enum (${ordered.map(sqlText).join(', ')})`);
}
