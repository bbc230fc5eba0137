import type { Kysely } from 'kysely';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { type AuditSchema, writeAudit } from './audit-log.ts';

/**
 * Keeps every request of a route that states `config.audit`, also a refused one, before its answer leaves: what was acknowledged is in
 * the log. Requests beyond the limit of rate are counted (`/metrics`), not kept: they would fill the disk of whoever keeps the log.
 */
export function auditRequests(app: RoutedApp, db: Kysely<AuditSchema>): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const { audit: action } = request.routeOptions.config;
    if (action === undefined || reply.statusCode === 429) return payload;
    const [subject = ''] = request.url.split('?');
    const { actor, offices = [], id } = request;
    await writeAudit(db, { actor, action, subject, offices, status: reply.statusCode, request: id });
    return payload;
  });
}
