import { sql } from 'kysely';
import { describeTable } from '../../store/describe-table.ts';
import type { Migration } from '../../store/migrate.ts';

/** What states propose for the register of acts, and what other people decide about it; the store itself refuses to change either. */
export const LAW_MIGRATIONS: readonly Migration[] = [
  {
    name: '001-exchange',
    up: async db => {
      await sql`create table law_proposal (
        id integer generated always as identity primary key,
        state text not null check (state ~ '^[A-Z]{2}$'),
        act text not null,
        kind text not null check (kind in ('act', 'claim')),
        text text not null,
        note text not null,
        proposed_at timestamptz not null default now(),
        proposed_by text not null)`.execute(db);
      await sql`create table law_review (
        proposal integer primary key references law_proposal (id),
        decision text not null check (decision in ('published', 'refused')),
        reason text not null,
        reviewed_at timestamptz not null default now(),
        reviewed_by text not null)`.execute(db);
      await sql`create function refuse_law_change() returns trigger language plpgsql as $$
        begin raise exception 'the exchange of acts only grows'; end $$`.execute(db);
      for (const table of ['law_proposal', 'law_review'])
        await sql`create trigger ${sql.ref(`${table}_only_grows`)} before update or delete or truncate on ${sql.table(table)}
          for each statement execute function refuse_law_change()`.execute(db);
      await describeTable(db, 'law_proposal', 'New acts and claims that states propose for the register; only grows', {
        id: 'Number of the proposal, in order of time',
        state: 'State that proposes it, ISO 3166-1 alpha-2',
        act: 'Id of the act that it is, or of which it claims something',
        kind: 'act or claim',
        text: 'YAML as the proposer wrote it',
        note: 'What the reviewer should know',
        proposed_at: 'When it was proposed',
        proposed_by: 'Who proposed it',
      });
      await describeTable(db, 'law_review', 'What was decided about a proposal, once; only grows', {
        proposal: 'The proposal',
        decision: 'published or refused',
        reason: 'Why',
        reviewed_at: 'When; of a published one, the day from which the register knows it',
        reviewed_by: 'Who decided: never who proposed it',
      });
    },
  },
  {
    name: '002-names',
    up: async db => {
      await sql`alter table law_proposal add column proposer text not null default ''`.execute(db);
      await sql`alter table law_review add column reviewer text not null default ''`.execute(db);
      await sql`comment on column law_proposal.proposer is 'Name of who proposed it, as it was then; empty where none was kept'`.execute(
        db,
      );
      await sql`comment on column law_review.reviewer is 'Name of who decided, as it was then; empty where none was kept'`.execute(
        db,
      );
    },
  },
];
