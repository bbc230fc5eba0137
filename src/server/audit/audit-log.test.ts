import { type Kysely, sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { PUBLIC_ACTOR } from '../../common/access.ts';
import { describeStores } from '../../store/fixtures/describe-stores.ts';
import { migrate } from '../../store/migrate.ts';
import type { Store } from '../../store/store.ts';
import { AUDIT_MIGRATIONS, type AuditSchema, brokenAudit, readAudit, writeAudit } from './audit-log.ts';

describeStores('the audit log', bench => {
  let store: Store<unknown>;
  let db: Kysely<AuditSchema>;
  beforeAll(async () => {
    store = await bench.open();
    await migrate(store, 'audit', AUDIT_MIGRATIONS);
    db = store.db as Kysely<AuditSchema>;
    const entry = (action: string) =>
      writeAudit(db, { actor: PUBLIC_ACTOR, action, subject: '/api/x', status: 200, request: 'r' });
    await Promise.all(Array.from({ length: 20 }, (_, place) => entry(`act ${place}`)));
  });

  it('chains what many write at once', async () => {
    expect(await brokenAudit(db)).toBeUndefined();
    expect(await readAudit(db, { limit: 100 })).toHaveLength(20);
  });

  it('is read backwards without a gap or a repetition, also while it grows', async () => {
    const first = await readAudit(db, { limit: 8 });
    await writeAudit(db, { actor: PUBLIC_ACTOR, action: 'late', subject: '/', status: 200, request: 'r' });
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
});
