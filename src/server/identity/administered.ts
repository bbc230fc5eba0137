import { type Actor, ALL_OFFICES, type Grant, officesOf } from '../../common/access.ts';
import { HttpProblem } from '../../common/http/problem.ts';

/**
 * Who administers an office gives and takes the roles of that office alone, and of people who act for no other.
 *
 * @throws HttpProblem 403 where one of the roles lies beyond
 */
export function refuseBeyond(actor: Actor, roles: readonly Grant[]): void {
  const own = officesOf(actor, 'administrator');
  if (own === 'all') return;
  const beyond = [...new Set(roles.map(({ office }) => office).filter(office => !own.includes(office)))];
  if (beyond.length === 0) return;
  const others = beyond.map(office => (office === ALL_OFFICES ? 'all offices' : office)).join(', ');
  throw new HttpProblem(403, `You administer ${own.join(', ')}: roles for ${others} are not yours to give or take.`);
}
