import { sql } from 'kysely';
import { describeTable } from '../../store/describe-table.ts';
import type { Migration } from '../../store/migrate.ts';

const CELL = `vintage integer not null references vintage (id), origin text not null, destination text not null`;

const TABLES = `
create table run (
  id text primary key,
  sequence integer generated always as identity,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  parameters jsonb not null,
  label text,
  batches jsonb not null,
  judgements integer not null,
  code_version text not null,
  requested_at timestamptz not null default now(),
  requested_by text not null,
  started_at timestamptz,
  ended_at timestamptz,
  attempt integer not null default 0,
  error text,
  record jsonb
);
create index run_by_state on run (state, sequence);
create table run_step (
  run text not null references run (id),
  position integer not null,
  name text not null,
  rows bigint not null,
  seconds double precision not null,
  primary key (run, position)
);
create table vintage (
  id integer generated always as identity primary key,
  run text not null unique references run (id),
  published_at timestamptz not null default now(),
  label text,
  threshold integer not null,
  lapse integer not null,
  by jsonb not null,
  simulated boolean not null,
  fingerprint text not null,
  slips bigint not null,
  persons bigint not null,
  moves bigint not null,
  first_year integer,
  last_year integer,
  offices jsonb not null,
  precision_expected double precision not null,
  recall_expected double precision not null,
  released_at timestamptz,
  released_by text
);
create table vintage_flow (
  ${CELL}, year integer not null, classes jsonb not null,
  united integer not null, arrivals_reported integer not null, departures_reported integer not null
);
create index vintage_flow_by_vintage on vintage_flow (vintage);
create table vintage_gap (
  ${CELL}, year integer not null, classes jsonb not null,
  side text not null check (side in ('arrivals', 'departures')), cause text not null, count integer not null
);
create index vintage_gap_by_vintage on vintage_gap (vintage);
create table vintage_coverage (
  ${CELL}, office text not null, side text not null, own integer not null, other integer not null, matched integer not null,
  coverage double precision, low95 double precision, high95 double precision,
  true_flow double precision, true_low95 double precision, true_high95 double precision,
  primary key (vintage, origin, destination, side)
);
create table vintage_verdict (
  vintage integer not null references vintage (id), office text not null, verdict text not null, count integer not null,
  primary key (vintage, office, verdict)
);
create table vintage_timeliness (
  vintage integer not null references vintage (id), office text not null, kind text not null,
  slips integer not null, dated integer not null, median_days double precision, p90_days double precision,
  primary key (vintage, office, kind)
);
create table judgement (
  id integer generated always as identity primary key,
  a text not null,
  b text not null,
  judgement text not null check (judgement in ('same', 'different', 'unsure')),
  reason text not null,
  judged_at timestamptz not null default now(),
  judged_by text not null
)`;

const IN_CELL = {
  vintage: 'The vintage',
  origin: 'State left, ISO 3166-1 alpha-2; ZZ where a slip names none',
  destination: 'State reached, ISO 3166-1 alpha-2; ZZ where a slip names none',
};
const IN_YEAR = {
  ...IN_CELL,
  year: 'Year of the event',
  classes: 'Class of the cell by the columns of "by"; {} without',
};

/** What every table and column means. */
const MEANINGS: readonly (readonly [table: string, meaning: string, columns: Readonly<Record<string, string>>])[] = [
  [
    'run',
    'An account of the batches of a moment; recorded when it is asked for and never changed but in its state',
    {
      id: 'UUID; also the name of its folder in statistics/runs',
      sequence: 'Order in which runs were asked for, which is that of the queue',
      state: 'queued, running, done (there is a vintage), failed or cancelled',
      parameters: 'threshold and lapse in months, by: classes of the cells',
      label: 'What people call its vintage',
      batches: 'Batches that it accounts, SHA-256 each, in order of acceptance',
      judgements: 'Number of the last judgement that it respects; 0 where there is none',
      code_version: 'Version of Saldo that was asked',
      requested_at: 'When it was asked for',
      requested_by: 'Who asked',
      started_at: 'When its last attempt began',
      ended_at: 'When it ended, however that was',
      attempt: 'How often it was begun',
      error: 'Why it failed, for people',
      record: 'What run.json says of it, once it is done',
    },
  ],
  [
    'run_step',
    'Steps of a run, as they end',
    {
      run: 'The run',
      position: 'Order of the steps, from 0',
      name: 'Name of the step',
      rows: 'Rows that it produced',
      seconds: 'How long it took, in seconds',
    },
  ],
  [
    'vintage',
    'The published result of a run; never changed but by its release',
    {
      id: 'Number of the vintage, in order of publication; numbers may be left out',
      run: 'The run that made it',
      published_at: 'When statisticians got it',
      label: 'What people call it',
      threshold: 'Months from which a stay is a move',
      lapse: 'Months in which an arrival must follow a departure',
      by: 'Classes of its cells',
      simulated: 'True where its slips are of a simulated world',
      fingerprint: 'SHA-256 over its exact flows, gaps and coverage',
      slips: 'Slips accepted',
      persons: 'Persons that the slips are of',
      moves: 'Moves counted',
      first_year: 'First year of its cells',
      last_year: 'Last year of its cells',
      offices: 'States whose offices sent slips, alpha-2',
      precision_expected: 'Share of links that the linkage itself expects to be right',
      recall_expected: 'Share of true links that the linkage itself expects to have found',
      released_at: 'When the public got it; empty before',
      released_by: 'Who released it',
    },
  ],
  [
    'vintage_flow',
    'Exact flows of a vintage: one row per corridor, year and class',
    {
      ...IN_YEAR,
      united: 'Moves with an arrival slip (linked)',
      arrivals_reported: "Arrivals that the destination's office reported",
      departures_reported: "Departures that the origin's office reported",
    },
  ],
  [
    'vintage_gap',
    'Exact causes of the gaps of a vintage: reported − united = Σ count in every cell and side',
    {
      ...IN_YEAR,
      side: 'arrivals or departures',
      cause: 'Cause, in the words of docs/formats.md',
      count: 'Signed count of slips and moves (linked)',
    },
  ],
  [
    'vintage_coverage',
    'Coverage of the offices by corridor, all years together',
    {
      ...IN_CELL,
      office: 'Whose coverage, alpha-2',
      side: 'arrivals or departures',
      own: "This office's slips that stand for moves",
      other: "The other office's slips that stand for moves",
      matched: 'Moves that both have',
      coverage: 'Share that the office sees, 0 to 1',
      low95: 'Lower end of its 95 % interval',
      high95: 'Upper end of its 95 % interval',
      true_flow: 'Moves of the corridor, seen or not (modelled)',
      true_low95: 'Lower end of its 95 % interval',
      true_high95: 'Upper end of its 95 % interval',
    },
  ],
  [
    'vintage_verdict',
    'Accepted slips by office and verdict',
    { vintage: 'The vintage', office: 'State of the office, alpha-2', verdict: 'The verdict', count: 'Slips with it' },
  ],
  [
    'vintage_timeliness',
    'How long after the event each office registers',
    {
      vintage: 'The vintage',
      office: 'State of the office, alpha-2',
      kind: 'arrival or departure',
      slips: 'Slips accepted',
      dated: 'Slips that name the day of the event',
      median_days: 'Median of days from event to registration',
      p90_days: 'Days within which nine in ten are registered',
    },
  ],
  [
    'judgement',
    'What reviewers said of pairs of slips; only grows, and of several judgements of a pair the last counts',
    {
      id: 'Order of the judgements',
      a: 'First slip, OFFICE:SLIP_ID',
      b: 'Second slip, OFFICE:SLIP_ID',
      judgement: 'same, different or unsure (left to the model)',
      reason: 'Why',
      judged_at: 'When',
      judged_by: 'Who',
    },
  ],
];

const GENUINE = {
  genuine:
    'Share of the departures without an arrival whose people did leave, 0 to 1 (modelled); empty: none, or an earlier vintage',
  genuine_low95: 'Lower end of its 95 % interval',
  genuine_high95: 'Upper end of its 95 % interval',
};

/** Migrations of the tables in `runs-schema.ts`. */
export const RUNS_MIGRATIONS: readonly Migration[] = [
  {
    name: '2026-11-23-make-runs',
    async up(db) {
      for (const statement of TABLES.split(';')) await sql.raw(statement).execute(db);
      for (const [table, meaning, columns] of MEANINGS) await describeTable(db, table, meaning, columns);
    },
  },
  {
    name: '2026-11-23-tell-genuine-departures',
    async up(db) {
      for (const column of Object.keys(GENUINE)) {
        await sql.raw(`alter table vintage_coverage add column ${column} double precision`).execute(db);
      }
      await describeTable(db, 'vintage_coverage', 'Coverage of the offices by corridor, all years together', GENUINE);
    },
  },
];
