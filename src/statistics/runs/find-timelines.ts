import { join } from 'node:path';
import type { Cause, Side } from '../../common/causes.ts';
import { sqlPath } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import { HISTORIES_FILE, SLIP_CAUSES_FILE } from './keep-account.ts';
import type { QueryEngine } from './query-engine.ts';

/** A slip in a person's history. */
export interface TimelineSlip {
  office: string;
  kind: 'arrival' | 'departure';
  event_on: string | null;
  registered_on: string;
  origin: string;
  destination: string;
  verdict: string;
  /** Move that it stands for, duplicates or repeats. */
  move: number | null;
  /** Its number at its office, where that is the viewer's own. */
  own_slip_id: string | null;
  /** Whether the cell that was asked for counts this slip under the cause. */
  highlighted: boolean;
}

/** What the slips show of one person, in order of time; the person's number means nothing outside the run. */
export interface Timeline {
  person: number;
  slips: TimelineSlip[];
}

export interface TimelineQuestion {
  origin: string;
  destination: string;
  year?: number;
  side?: Side;
  cause?: Cause;
  limit: number;
  /** Offices whose slip numbers the viewer may see. */
  offices: 'all' | readonly string[];
}

type HistoryRow = Omit<TimelineSlip, 'own_slip_id'> & { person: number; slip_id: string };

/**
 * Histories of persons whose slips make a cell differ by a cause; without side and cause, of any whose slips or moves stand in the cell.
 * The first by their numbers: another question gives the same ones again.
 */
export async function findTimelines(
  engine: QueryEngine,
  runFolder: string,
  question: TimelineQuestion,
): Promise<Timeline[]> {
  const file = (name: string) => `read_parquet(${sqlPath(join(runFolder, name))})`;
  const inCell = cellSql(question, 'year');
  const causes = `select person, office, slip_id from ${file(SLIP_CAUSES_FILE)} where ${inCell} and ${causeSql(question)}`;
  const movers =
    question.side === undefined && question.cause === undefined
      ? `union select person from ${file('moves.parquet')} where ${cellSql(question, 'year(moved_on)')}`
      : '';
  const rows = await engine.rows<HistoryRow & Record<string, string | number | boolean | null>>(`
    with involved as materialized (${causes}),
    chosen as materialized (select person from (select person from involved ${movers}) group by person order by person limit ${question.limit})
    select person, office, slip_id, kind, event_on::varchar as event_on, registered_on::varchar as registered_on,
      origin, destination, verdict, move, (office, slip_id) in (select (office, slip_id) from involved) as highlighted
    from ${file(HISTORIES_FILE)}
    where person in (select person from chosen)
    order by person, coalesce(event_on, registered_on), office, slip_id`);
  return gather(rows, question.offices);
}

function cellSql({ origin, destination, year }: TimelineQuestion, yearOf: string): string {
  const corridor = `origin = ${sqlText(origin)} and destination = ${sqlText(destination)}`;
  return year === undefined ? corridor : `${corridor} and ${yearOf} = ${year}`;
}

function causeSql({ side, cause }: TimelineQuestion): string {
  const wanted = [
    ...(side === undefined ? [] : [`side = ${sqlText(side)}`]),
    ...(cause === undefined ? [] : [`cause = ${sqlText(cause)}`]),
  ];
  return wanted.join(' and ') || 'true';
}

function gather(rows: readonly HistoryRow[], offices: 'all' | readonly string[]): Timeline[] {
  const timelines = new Map<number, Timeline>();
  for (const { person, slip_id, ...slip } of rows) {
    const timeline = timelines.get(person) ?? { person, slips: [] };
    timelines.set(person, timeline);
    const own = offices === 'all' || offices.includes(slip.office);
    timeline.slips.push({ ...slip, own_slip_id: own ? slip_id : null });
  }
  return [...timelines.values()];
}
