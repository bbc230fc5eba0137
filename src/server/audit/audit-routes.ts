import type { Kysely } from 'kysely';
import { z } from 'zod';
import { cursorAt, PageQuerySchema, pageOf, placeOf } from '../../common/http/page.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { type AuditSchema, brokenAudit, readAudit } from './audit-log.ts';

const AuditRowSchema = z
  .object({
    ...{
      id: z.int(),
      at: z.string(),
      actor: z.string(),
      actor_kind: z.string(),
      action: z.string(),
      subject: z.string(),
    },
    ...{ status: z.int(), request: z.string(), previous: z.string(), hash: z.string() },
  })
  .meta({ id: 'AuditRow' });
const AuditCheckSchema = z
  .object({
    whole: z.boolean(),
    first_broken: z.int().nullable().describe('the first row that is not as it was written'),
  })
  .meta({ id: 'AuditCheck' });
const tags = ['audit'];

/** The audit log, for auditors. */
export function auditRoutes(app: RoutedApp, db: Kysely<AuditSchema>): void {
  app.get(
    '/api/audit',
    {
      schema: { tags, querystring: PageQuerySchema, response: { 200: pageOf(AuditRowSchema, 'AuditRows') } },
      config: { access: 'auditor' },
    },
    async ({ query: { limit, cursor } }) => {
      const before = placeOf(cursor);
      const items = await readAudit(db, { limit, ...(before > 0 && { before }) });
      const last = items.length === limit ? items.at(-1) : undefined;
      return { items, ...(last && { next: cursorAt(last.id) }) };
    },
  );
  app.get(
    '/api/audit/check',
    { schema: { tags, response: { 200: AuditCheckSchema } }, config: { access: 'auditor' } },
    async () => {
      const broken = await brokenAudit(db);
      return { whole: broken === undefined, first_broken: broken ?? null };
    },
  );
}
