import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { PUBLIC_ACTOR } from '../../common/access.ts';
import { describeStores } from '../../store/fixtures/describe-stores.ts';
import { migrate } from '../../store/migrate.ts';
import type { Store } from '../../store/store.ts';
import {
  AUDIT_MIGRATIONS,
  type AuditFilter,
  type AuditSchema,
  brokenAudit,
  readAudit,
  writeAudit,
} from './audit-log.ts';

const OF = { subject: '/api/x', offices: [], status: 200, request: 'r' };

describeStores('the audit log', bench => {
  let store: Store<unknown>;
  let db: Kysely<AuditSchema>;
  beforeAll(async () => {
    store = await bench.open();
    await migrate(store, 'audit', AUDIT_MIGRATIONS);
    db = store.db as Kysely<AuditSchema>;
    const entry = (action: string) => writeAudit(db, { actor: PUBLIC_ACTOR, action, ...OF });
    await Promise.all(Array.from({ length: 20 }, (_, place) => entry(`act ${place}`)));
  });

  it('chains what many write at once', async () => {
    expect(await brokenAudit(db)).toBeUndefined();
    expect(await readAudit(db, { limit: 100 })).toHaveLength(20);
  });

  it('is read backwards without a gap or a repetition, also while it grows', async () => {
    const first = await readAudit(db, { limit: 8 });
    await writeAudit(db, { actor: PUBLIC_ACTOR, action: 'late', ...OF });
    const rest = await readAudit(db, { limit: 100, before: first.at(-1)!.id });
    expect([...first, ...rest].map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, place) => 20 - place));
  });

  it('refuses to be changed, and shows it where somebody got round that', async () => {
    await expect(sql`update audit set actor = 'nobody'`.execute(db)).rejects.toThrow('only grows');
    await expect(sql`delete from audit where id = 3`.execute(db)).rejects.toThrow('only grows');
    await expect(sql`truncate audit`.execute(db)).rejects.toThrow('only grows');
    await sql`alter table audit disable trigger all`.execute(db);
    await sql`update audit set status = 403 where id = 7`.execute(db);
    expect(await brokenAudit(db)).toBe(7);
    await sql`update audit set status = 200 where id = 7`.execute(db);
    await sql`delete from audit where id = 12`.execute(db);
    expect(await brokenAudit(db)).toBe(13);
  });

  it('of some offices holds what their people did and what was about them', async () => {
    const own = await bench.open();
    await migrate(own, 'audit', AUDIT_MIGRATIONS);
    const log = own.db as Kysely<AuditSchema>;
    const add = (action: string, held: readonly string[], offices: readonly string[] = []) => {
      const roles = held.map(office => ({ role: 'contributor', office }) as const);
      return writeAudit(log, { ...OF, actor: { ...PUBLIC_ACTOR, kind: 'user', roles }, action, offices });
    };
    await add('by BY', ['BY']);
    await add('by RU', ['RU']);
    await add('by both', ['BY', 'RU', 'RU']);
    await add('by all about BY', ['*'], ['BY']);
    await add('by all', ['*']);
    await add('by nobody', []);
    const seen = async (held: 'all' | readonly string[]) =>
      (await readAudit(log, { limit: 10, held })).map(({ action }) => action).reverse();
    expect(await seen(['BY'])).toEqual(['by BY', 'by both', 'by all about BY']);
    expect(await seen(['RU', 'KZ'])).toEqual(['by RU', 'by both']);
    expect(await seen(['KZ'])).toEqual([]);
    expect(await seen('all')).toHaveLength(6);
    expect((await readAudit(log, { limit: 1, held: ['RU'] }))[0]?.offices).toEqual(['BY', 'RU']);
    expect(await brokenAudit(log)).toBeUndefined();
  });

  it('is searched by who, what, office and day, all together', async () => {
    const own = await bench.open();
    await migrate(own, 'audit', AUDIT_MIGRATIONS);
    const log = own.db as Kysely<AuditSchema>;
    const add = (id: string, action: string, offices: readonly string[]) =>
      writeAudit(log, { ...OF, actor: { ...PUBLIC_ACTOR, kind: 'user', id }, action, offices });
    await add('anna', 'batch.accept', ['BY']);
    await add('boris', 'batch.accept', ['RU']);
    await add('anna', 'run.ask', ['RU']);
    const found = async (filter: AuditFilter, held: 'all' | readonly string[] = 'all') =>
      (await readAudit(log, { limit: 10, held, filter })).map(({ id }) => id);
    expect(await found({ actors: ['anna'] })).toEqual([3, 1]);
    expect(await found({ actors: [] })).toEqual([]);
    expect(await found({ action: 'batch.accept' })).toEqual([2, 1]);
    expect(await found({ action: 'batch.accept', office: 'RU' })).toEqual([2]);
    expect(await found({ office: 'RU' }, ['BY'])).toEqual([]);
    const [row] = await readAudit(log, { limit: 1 });
    const day = row?.at.slice(0, 10) ?? '';
    expect(await found({ from: day })).toHaveLength(3);
    expect(await found({ from: '2000-01-01', to: '2000-12-31' })).toEqual([]);
  });

  it('still holds with rows of before offices were kept', async () => {
    const own = await bench.open();
    await migrate(own, 'audit', AUDIT_MIGRATIONS.slice(0, 1));
    const log = own.db as Kysely<AuditSchema>;
    const row = {
      at: '2026-11-01T10:00:00.000Z',
      actor: 'a',
      actor_kind: 'user',
      action: 'x',
      subject: '/',
      request: 'r',
    };
    const words = [...Object.values(row).slice(0, 5), 200, 'r', '0'.repeat(64)];
    const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex');
    await sql`insert into audit (at, actor, actor_kind, action, subject, request, status, previous, hash)
      values (${sql.join([...Object.values(row), 200, '0'.repeat(64), hash])})`.execute(log);
    await migrate(own, 'audit', AUDIT_MIGRATIONS);
    await writeAudit(log, { ...OF, actor: PUBLIC_ACTOR, action: 'later' });
    expect(await brokenAudit(log)).toBeUndefined();
    expect(await readAudit(log, { limit: 10, held: ['BY'] })).toEqual([]);
    await sql`alter table audit disable trigger all`.execute(log);
    await sql`update audit set offices = '["BY"]' where id = 1`.execute(log);
    expect(await brokenAudit(log)).toBe(1);
  });
});
