import { SPACE_STATES } from '../../../../../src/common/space.ts';
import { useSession } from '../../../api/queries.ts';

/** The states for which whoever is signed in acts as a lawyer. */
export function useOwnStates(): readonly string[] {
  const held = (useSession().data?.actor.roles ?? []).filter(({ role }) => role === 'lawyer');
  return held.some(({ office }) => office === '*') ? SPACE_STATES : held.map(({ office }) => office);
}
