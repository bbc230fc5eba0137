import type { Engine } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import { BROKEN_ROW, type Check, rowChecks, WITHDRAWAL } from './checks.ts';
import { parsedSql } from './parse-sql.ts';
import type { Profile } from './profile.ts';
import { withRows } from './record-rows.ts';
import { SHOWN_LETTERS } from './rejects.ts';
import { SLIP_COLUMNS, type SlipColumn } from './slip-columns.ts';

/** Staged files of one profile. */
export interface ProfileFiles {
  profile: Profile;
  staged: readonly string[];
}

/** The raw record of a parsed row as one JSON text. */
export const RECORD_JSON = `to_json({${SLIP_COLUMNS.map(column => `'${column}': raw_${column}`).join(', ')}})::varchar`;

/** The checks of a row, each at its bit of the row's `faults`. */
export class RowChecks {
  readonly #checks: readonly Check[];

  constructor(today: string) {
    this.#checks = [BROKEN_ROW, WITHDRAWAL, ...rowChecks(today)];
  }

  /** SQL of the set of a parsed row's faults as bits: a broken or withdrawn row has that fault alone. */
  faultsSql(): string {
    const alone = [BROKEN_ROW, WITHDRAWAL].map(check => `when ${check.when} then ${this.#bit(check)}`);
    const others = this.#checks
      .filter(check => check !== BROKEN_ROW && check !== WITHDRAWAL)
      .map(check => `case when ${check.when} then ${this.#bit(check)} else 0 end`);
    return `case ${alone.join(' ')} else ${others.join('\n + ')} end`;
  }

  /** SQL of whether a row with faults is set aside. */
  setAsideSql(): string {
    return `(faults & ${this.#bits(({ effect }) => effect === 'set_aside')}) <> 0`;
  }

  /** SQL of a column's value, null where a check blanks it. */
  keptSql(column: SlipColumn, value: string): string {
    const bits = this.#bits(check => check.column === column && check.effect === 'blank');
    return bits === '0' ? value : `case when (faults & ${bits}) = 0 then ${value} end`;
  }

  /** SQL rows of the checks: bit, column, code, expected as a profile has it, whether it sets aside. */
  valuesSql({ dates, states }: Profile): string {
    const rows = this.#checks.map(check => {
      const expected = check.expected.replace('{dates}', dates).replace('{states}', states);
      const column = check.column === null ? 'null' : sqlText(check.column);
      const texts = `${column}, ${sqlText(check.code)}, ${sqlText(expected)}`;
      return `(${this.#bit(check)}, ${texts}, ${check.effect === 'set_aside'})`;
    });
    return `(values ${rows.join(', ')}) as checks (bit, column_name, code, expected, set_aside)`;
  }

  #bit(check: Check): string {
    return `${2n ** BigInt(this.#checks.indexOf(check))}::bigint`;
  }

  #bits(holds: (check: Check) => boolean): string {
    return String(this.#checks.reduce((bits, check, at) => (holds(check) ? bits + 2n ** BigInt(at) : bits), 0n));
  }
}

/**
 * Makes the views `parsed` (the staged records of all profiles, parsed) and `keyed` (the same with no other state than the office), and the
 * table `damaged` of the records with faults, these as bits. The faults go to `fault`, the records set aside to `set_aside_row`.
 *
 * @returns how many records have faults
 */
export async function checkRows(engine: Engine, groups: readonly ProfileFiles[], checks: RowChecks): Promise<number> {
  const parsed = groups.map(({ profile, staged }) => parsedSql(profile, staged));
  const keyed = groups.map(({ profile, staged }) => parsedSql(profile, staged, ['office']));
  await engine.run(`create or replace temp view parsed as select * from (${union(parsed)})`);
  await engine.run(`create or replace temp view keyed as select * from (${union(keyed)})`);
  await engine.run(
    `create or replace temp table damaged as
      select file, position, broken, faults, ${SLIP_COLUMNS.map(column => `raw_${column}`).join(', ')}
      from (select *, ${checks.faultsSql()} as faults from parsed)
      where faults <> 0`,
  );
  for (const { profile } of groups) await keepFaults(engine, profile, checks);
  await engine.run(
    `insert into set_aside_row
      select file, row, coalesce(broken, ${RECORD_JSON})
      from ${withRows('damaged')}
      where ${checks.setAsideSql()}`,
  );
  const { rows } = await engine.row<{ rows: number }>('select count(*) as rows from damaged');
  return rows;
}

function union(relations: readonly string[]): string {
  return relations.map(relation => `(${relation})`).join(' union all by name ');
}

/** One fault for each bit of each damaged row of a profile's files. */
async function keepFaults(engine: Engine, profile: Profile, checks: RowChecks): Promise<void> {
  const found = SLIP_COLUMNS.map(column => `when '${column}' then raw_${column}`);
  await engine.run(
    `insert into fault
      select
        file, row, column_name, code,
        left(case column_name ${found.join(' ')} else broken end, ${SHOWN_LETTERS}),
        expected, set_aside
      from ${withRows('damaged')} as record
      semi join (select file from slip_file where profile = ${sqlText(profile.name)}) as of_profile using (file)
      join ${checks.valuesSql(profile)} on (record.faults & checks.bit) <> 0`,
  );
}
