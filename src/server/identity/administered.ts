import type { FastifyRequest } from 'fastify';
import { ALL_OFFICES, type Grant, officesOf } from '../../common/access.ts';
import { HttpProblem } from '../../common/http/problem.ts';

/**
 * Notes for the audit log whose roles they are, and refuses those that are not the actor's to give or take: who administers an office
 * and takes the roles of that office alone, and of people who act for no other.
 *
 * @throws HttpProblem 403 where one of the roles lies beyond
 */
export function refuseBeyond(request: FastifyRequest, roles: readonly Grant[]): void {
  request.offices = roles.map(({ office }) => office);
  const own = officesOf(request.actor, 'administrator');
  if (own === 'all') return;
  const beyond = [...new Set(roles.map(({ office }) => office).filter(office => !own.includes(office)))];
  if (beyond.length === 0) return;
  const others = beyond.map(office => (office === ALL_OFFICES ? 'all offices' : office)).join(', ');
  throw new HttpProblem(403, `You administer ${own.join(', ')}: roles for ${others} are not yours to give or take.`);
}
