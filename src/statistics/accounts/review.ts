import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, sqlPath } from '../../engine/engine.ts';
import { sqlList, sqlText } from '../../engine/sql.ts';
import { readJudgements } from '../linkage/judgements.ts';
import type { Effect } from './doubtful-pairs.ts';

/** A slip as a reviewer sees it. */
export interface ReviewedSlip {
  slip: string;
  kind: string;
  surname: string | null;
  given_name: string | null;
  patronymic: string | null;
  sex: string | null;
  birth_date: string | null;
  birth_country: string | null;
  citizenship: string | null;
  document: string | null;
  origin: string;
  origin_place: string | null;
  destination: string;
  destination_place: string | null;
  event_on: string | null;
  registered_on: string;
}

export interface DoubtfulPair {
  a: string;
  b: string;
  weight: number;
  probability: number;
  linked_as: 'same' | 'different';
  effect: Effect;
  priority: number;
}

/** Doubtful pairs of an account by priority, without those that the judgements file has an answer to (an "unsure" is one). */
export async function findDoubtfulPairs(
  engine: Engine,
  { out, judgements, limit }: { out: string; judgements?: string; limit: number },
): Promise<DoubtfulPair[]> {
  const pairs = await engine.rows<DoubtfulPair & Record<string, string | number>>(
    `select * from read_csv(${sqlText(join(out, 'doubtful.csv'))}, header = true, auto_detect = false, delim = ',', quote = '"',
      columns = {a: 'VARCHAR', b: 'VARCHAR', weight: 'DOUBLE', probability: 'DOUBLE', linked_as: 'VARCHAR', effect: 'VARCHAR', priority: 'DOUBLE'})
      order by priority desc, a, b`,
  );
  const answered = new Set(
    (judgements === undefined ? [] : readJudgements(judgements)).map(({ a, b }) => [a, b].sort().join(' ')),
  );
  return pairs.filter(({ a, b }) => !answered.has([a, b].sort().join(' '))).slice(0, limit);
}

/** The slips of the table `slip` with these names (OFFICE:SLIP_ID), as written. */
export async function findReviewedSlips(
  engine: Engine,
  names: readonly string[],
): Promise<Map<string, ReviewedSlip & { n: number }>> {
  const rows = await engine.rows<ReviewedSlip & { n: number } & Record<string, string | number | null>>(`
    select n, office || ':' || slip_id as slip, kind, surname, given_name, patronymic, sex,
      nullif(concat_ws('-', birth_year, lpad(birth_month::varchar, 2, '0'), lpad(birth_day::varchar, 2, '0')), '') as birth_date,
      birth_country, citizenship, document, origin, origin_place, destination, destination_place,
      event_on::varchar as event_on, registered_on::varchar as registered_on
    from slip where office || ':' || slip_id in (select unnest(${sqlList(names)}))`);
  return new Map(rows.map(row => [row.slip, row]));
}

/** What an account held two of its slips to be. */
export async function findDecision(
  engine: Engine,
  out: string,
  slips: readonly [string, string],
): Promise<DoubtfulPair['linked_as']> {
  const packed = join(out, 'persons.parquet');
  const persons = existsSync(packed)
    ? `read_parquet(${sqlPath(packed)})`
    : `read_csv(${sqlPath(join(out, 'persons.csv'))}, header = true, all_varchar = true)`;
  const { found } = await engine.row<{ found: number }>(
    `select count(distinct person) as found from ${persons} where office || ':' || slip_id in (${sqlText(slips[0])}, ${sqlText(slips[1])})`,
  );
  return found === 1 ? 'same' : 'different';
}

/** Two slips side by side: the field, and what each has in it; their names stand above. */
export function sideBySide(a: ReviewedSlip, b: ReviewedSlip): string[][] {
  const fields = Object.keys(a).filter((field): field is keyof ReviewedSlip => field !== 'n' && field !== 'slip');
  return fields.map(field => [field, a[field] ?? '', b[field] ?? '']);
}
