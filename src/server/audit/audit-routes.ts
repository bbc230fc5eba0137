import type { Kysely } from 'kysely';
import { z } from 'zod';
import { officesOf } from '../../common/access.ts';
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
    ...{ status: z.int(), request: z.string() },
    offices: z
      .array(z.string())
      .readonly()
      .nullable()
      .describe('for which the actor acted, and which it was about; * for all; null in rows of before this was kept'),
    ...{ previous: z.string(), hash: z.string() },
  })
  .meta({ id: 'AuditRow' });
const AuditCheckSchema = z
  .object({
    whole: z.boolean(),
    first_broken: z.int().nullable().describe('the first row that is not as it was written'),
  })
  .meta({ id: 'AuditCheck' });
const tags = ['audit'];
const AUDIT = 'Requests that changed something, the latest first: of the own offices, by their people or about them';

/** The audit log, for auditors: of an office those rows that are by its people or about it, of all offices every row. */
export function auditRoutes(app: RoutedApp, db: Kysely<AuditSchema>): void {
  app.get(
    '/api/audit',
    {
      schema: {
        tags,
        summary: AUDIT,
        querystring: PageQuerySchema,
        response: { 200: pageOf(AuditRowSchema, 'AuditRows') },
      },
      config: { access: 'auditor' },
    },
    async ({ query: { limit, cursor }, actor }) => {
      const before = placeOf(cursor);
      const held = officesOf(actor, 'auditor');
      const items = await readAudit(db, { limit, held, ...(before > 0 && { before }) });
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
