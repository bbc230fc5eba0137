import { join } from 'node:path';
import { sqlPath } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import type { QueryEngine } from './query-engine.ts';

/** A move as statisticians see it: nothing in it names a person or a slip. */
export interface FoundMove {
  move: number;
  /** Means nothing outside the run. */
  person: number;
  origin: string;
  destination: string;
  moved_on: string;
  /** Whether a departure slip belongs to it. */
  departure_known: boolean;
}

export interface MoveQuestion {
  origin?: string;
  destination?: string;
  year?: number;
  limit: number;
  /** Number of the last move of the page before. */
  after?: number;
}

/** Moves that a run found, in order of their numbers. */
export function findMoves(engine: QueryEngine, runFolder: string, question: MoveQuestion): Promise<FoundMove[]> {
  const { origin, destination, year, limit, after } = question;
  const where = [
    ...(origin === undefined ? [] : [`origin = ${sqlText(origin)}`]),
    ...(destination === undefined ? [] : [`destination = ${sqlText(destination)}`]),
    ...(year === undefined ? [] : [`moved_on >= make_date(${year}, 1, 1) and moved_on < make_date(${year + 1}, 1, 1)`]),
    ...(after === undefined ? [] : [`move > ${after}`]),
  ];
  return engine.rows<FoundMove & Record<string, string | number | boolean>>(`
    select move, person, origin, destination, moved_on::varchar as moved_on, departure_slip is not null as departure_known
    from read_parquet(${sqlPath(join(runFolder, 'moves.parquet'))})
    where ${where.join(' and ') || 'true'} order by move limit ${limit}`);
}
