import type { Kysely } from 'kysely';
import { z } from 'zod';
import { officesOf } from '../../common/access.ts';
import { cursorAt, PageQuerySchema, pageOf, placeOf } from '../../common/http/page.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { actorNames, actorsNamed } from '../identity/actor-names.ts';
import type { IdentitySchema } from '../identity/identity-schema.ts';
import { type AuditSchema, brokenAudit, readAudit } from './audit-log.ts';

const AuditRowSchema = z
  .object({
    ...{
      id: z.int(),
      at: z.string(),
      actor: z.string(),
      actor_name: z.string().nullable().describe('as it is now; null where the account or key is no more, or has none'),
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

const AuditQuerySchema = PageQuerySchema.extend({
  who: z.string().min(1).max(200).optional().describe('id of a person or key, or a part of its name or e-mail'),
  action: z.string().min(1).max(100).optional(),
  office: z
    .string()
    .regex(/^([A-Z]{2}|\*)$/)
    .optional()
    .describe('for which the actor acted, or which it was about'),
  from: z.iso.date().optional().describe('on this day or later, by UTC'),
  to: z.iso.date().optional().describe('on this day or earlier, by UTC'),
});

/** The audit log, for auditors: of an office those rows that are by its people or about it, of all offices every row. */
export function auditRoutes(
  app: RoutedApp,
  { log, identity }: { log: Kysely<AuditSchema>; identity: Kysely<IdentitySchema> },
): void {
  const nameActors = actorNames(identity);
  app.get(
    '/api/audit',
    {
      schema: {
        tags,
        summary: AUDIT,
        querystring: AuditQuerySchema,
        response: { 200: pageOf(AuditRowSchema, 'AuditRows') },
      },
      config: { access: 'auditor' },
    },
    async ({ query: { limit, cursor, who, action, office, from, to }, actor }) => {
      const before = placeOf(cursor);
      const held = officesOf(actor, 'auditor');
      const filter = {
        ...(who !== undefined && { actors: [who, ...(await actorsNamed(identity, who))] }),
        ...(action !== undefined && { action }),
        ...(office !== undefined && { office }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      };
      const items = await readAudit(log, { limit, held, filter, ...(before > 0 && { before }) });
      const names = await nameActors(items.map(row => row.actor));
      const last = items.length === limit ? items.at(-1) : undefined;
      return {
        items: items.map(row => ({ ...row, actor_name: names.get(row.actor) ?? null })),
        ...(last && { next: cursorAt(last.id) }),
      };
    },
  );
  app.get(
    '/api/audit/check',
    {
      schema: { tags, summary: 'Whether the log is as it was written', response: { 200: AuditCheckSchema } },
      config: { access: 'auditor' },
    },
    async () => {
      const broken = await brokenAudit(log);
      return { whole: broken === undefined, first_broken: broken ?? null };
    },
  );
}
