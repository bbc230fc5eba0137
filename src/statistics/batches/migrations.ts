import { sql } from 'kysely';
import { describeTable } from '../../store/describe-table.ts';
import type { Migration } from '../../store/migrate.ts';

const TABLES = `
create table batch (
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  sequence integer generated always as identity unique,
  file_name text not null,
  bytes bigint not null,
  profile text not null,
  format text not null check (format in ('csv', 'parquet', 'json_lines')),
  simulated boolean not null,
  offices jsonb not null,
  fault_offices jsonb not null,
  read bigint not null,
  accepted bigint not null,
  set_aside bigint not null,
  withdrawals bigint not null,
  faults jsonb not null,
  first_event date,
  last_registered date,
  rows_sha256 text not null,
  names_version integer not null default 1,
  names bigint not null,
  names_sha256 text,
  names_key text,
  faults_version integer not null default 1,
  faults_sha256 text not null,
  faults_key text not null,
  names_deleted_at timestamptz,
  accepted_at timestamptz not null default now(),
  accepted_by text not null,
  constraint batch_adds_up check (accepted + set_aside = read)
);
create table name_deletion (
  id text primary key,
  office text not null,
  before date not null,
  reason text not null,
  batches jsonb not null,
  slips bigint not null,
  proof jsonb not null,
  known_persons text,
  run text,
  deleted_at timestamptz not null default now(),
  deleted_by text not null
)`;

const BATCH = {
  id: "SHA-256 of the file's bytes",
  sequence: 'Order of acceptance: of two slips with one office and number, that of the later batch stands',
  file_name: 'Name of the file, without folders',
  bytes: 'Size of the file',
  profile: 'Layout that it followed',
  format: 'csv, parquet or json_lines',
  simulated: 'True for slips of a simulated world',
  offices: 'States whose offices registered the slips accepted or withdrawn, ISO 3166-1 alpha-2, in order',
  fault_offices: 'States that its faulty rows name as their office',
  read: 'Rows in the file; accepted + set_aside',
  accepted: 'Rows accepted as slips',
  set_aside: 'Rows set aside for their faults',
  withdrawals: 'Rows that take a slip back, among those set aside',
  faults: 'Faults by code and whether they set rows aside, with the place of the first; never what was found',
  first_event: 'Day of the first event, or registration where there is none',
  last_registered: 'Day of the last registration',
  rows_sha256: 'SHA-256 of statistics/batches/<id>.parquet, the slips without names and documents',
  names_version: 'How often the sealed names were written; from 2 on part of the name of their file',
  names: 'Slips that have a name or document in the sealed names',
  names_sha256: 'SHA-256 of the sealed names; null where there are none',
  names_key: "Key of the sealed names, wrapped with the home's names key; null where there are none",
  faults_version: 'How often the sealed faults were written; from 2 on part of the name of their file',
  faults_sha256: 'SHA-256 of the sealed faults and rows set aside',
  faults_key: "Key of the sealed faults, wrapped with the home's names key",
  names_deleted_at: 'When names of it were last deleted; null where none were',
  accepted_at: 'When it was accepted',
  accepted_by: 'Who accepted it',
};

const NAME_DELETION = {
  id: 'UUID',
  office: 'State whose slips are meant, ISO 3166-1 alpha-2',
  before: 'Slips registered before this day are meant',
  reason: 'Why, in the words of who did it',
  batches: 'Batches that were rewritten, SHA-256 each',
  slips: 'Slips whose names and documents were deleted',
  proof: 'Hashes of the sealed files before and after, and what was looked for and not found afterwards',
  known_persons:
    'SHA-256 of statistics/batches/<id of the deletion>.persons.parquet: who the persons were until then; null without',
  run: 'Run that those persons are of; null without',
  deleted_at: 'When',
  deleted_by: 'Who',
};

export const BATCHES_MIGRATIONS: readonly Migration[] = [
  {
    name: '2026-11-23 create batches',
    async up(db) {
      for (const statement of TABLES.split(';')) await sql.raw(statement).execute(db);
      await describeTable(
        db,
        'batch',
        'Accepted slip files; recorded, never changed but where names are deleted',
        BATCH,
      );
      await describeTable(db, 'name_deletion', 'Deletions of names and documents, each with its proof', NAME_DELETION);
    },
  },
  {
    name: '2026-11-23 what a batch does to earlier ones',
    async up(db) {
      await sql`alter table batch add column against_earlier jsonb`.execute(db);
      await sql`comment on column batch.against_earlier is
        'Its slips against those that stood when it was accepted: how many were new, replacing another, the same, and how many it withdrew; null of batches of before this was counted'`.execute(
        db,
      );
    },
  },
];
