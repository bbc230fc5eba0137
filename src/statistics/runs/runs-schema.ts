import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { CoverageRow, FlowRow, GapRow } from '../accounts/account-tables.ts';
import type { AccountParameters, Class } from '../accounts/parameters.ts';
import type { RunRecord } from '../accounts/run-record.ts';
import type { TimelinessRow, VerdictRow } from './vintage-tables.ts';

export const RUN_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Tables of runs, vintages and judgements (`migrations.ts` says what each column means). */
export interface RunsSchema {
  run: {
    id: string;
    sequence: Generated<number>;
    state: RunState;
    parameters: JSONColumnType<AccountParameters>;
    label: string | null;
    batches: JSONColumnType<readonly string[]>;
    judgements: number;
    code_version: string;
    requested_at: Moment;
    requested_by: string;
    started_at: Moment | null;
    ended_at: Moment | null;
    attempt: Generated<number>;
    error: string | null;
    record: JSONColumnType<RunRecord> | null;
  };
  run_step: { run: string; position: number; name: string; rows: number; seconds: number };
  vintage: {
    id: Generated<number>;
    run: string;
    published_at: Moment;
    label: string | null;
    threshold: number;
    lapse: number;
    by: JSONColumnType<readonly Class[]>;
    simulated: boolean;
    fingerprint: string;
    slips: number;
    persons: number;
    moves: number;
    first_year: number | null;
    last_year: number | null;
    offices: JSONColumnType<readonly string[]>;
    precision_expected: number;
    recall_expected: number;
    released_at: Moment | null;
    released_by: string | null;
  };
  vintage_flow: InVintage<Omit<FlowRow, 'classes'> & { classes: JSONColumnType<FlowRow['classes']> }>;
  vintage_gap: InVintage<Omit<GapRow, 'classes'> & { classes: JSONColumnType<GapRow['classes']> }>;
  vintage_coverage: InVintage<CoverageRow>;
  vintage_verdict: InVintage<VerdictRow>;
  vintage_timeliness: InVintage<TimelinessRow>;
  judgement: {
    id: Generated<number>;
    a: string;
    b: string;
    judgement: 'same' | 'different' | 'unsure';
    reason: string;
    judged_at: Moment;
    judged_by: string;
  };
}

type InVintage<Row> = Row & { vintage: number };

/** UTC, ISO; the store's clock fills it where a default stands. */
type Moment = ColumnType<string, string | undefined, string>;
