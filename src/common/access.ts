/** What people and machines may hold, each for one office or for all of them. */
export const ROLES = ['contributor', 'statistician', 'publisher', 'lawyer', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Stands for every office: the joint body's own people. */
export const ALL_OFFICES = '*';

/** A role held for an office, an ISO 3166-1 alpha-2 code or `*`. */
export interface Grant {
  readonly role: Role;
  readonly office: string;
}

/** Who asks: nobody in particular, a person, a machine with a key, or the program itself. */
export interface Actor {
  readonly kind: 'public' | 'user' | 'key' | 'system';
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Grant[];
  /** Of a key: the person whose it is. */
  readonly owner?: string;
}

/** The person who stands behind whoever asks: with a key of one's own one is nobody else. */
export function personOf({ id, owner }: Actor): string {
  return owner ?? id;
}

/** Who may call a route: everybody, or whoever holds the role, or one of several, for any office. */
export type Access = 'public' | 'signed-in' | Role | readonly Role[];

export const PUBLIC_ACTOR: Actor = { kind: 'public', id: 'public', name: 'public', roles: [] };

/** Whether somebody may call a route at all; for which offices, `officesOf` tells. */
export function may(actor: Actor, access: Access): boolean {
  if (access === 'public') return true;
  if (access === 'signed-in') return actor.kind !== 'public';
  const wanted = typeof access === 'string' ? [access] : access;
  return actor.roles.some(({ role }) => wanted.includes(role));
}

/** The offices for which somebody holds one of the roles. */
export function officesOf(actor: Actor, ...roles: readonly Role[]): 'all' | readonly string[] {
  const offices = actor.roles.filter(({ role }) => roles.includes(role)).map(({ office }) => office);
  return offices.includes(ALL_OFFICES) ? 'all' : [...new Set(offices)].sort();
}

/** Whether somebody holds one of the roles for an office. */
export function holdsFor(actor: Actor, office: string, ...roles: readonly Role[]): boolean {
  const offices = officesOf(actor, ...roles);
  return offices === 'all' || offices.includes(office);
}
