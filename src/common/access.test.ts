import { describe, expect, it } from 'vitest';
import { type Actor, holdsFor, may, officesOf, PUBLIC_ACTOR } from './access.ts';

const anna: Actor = {
  ...{ kind: 'user', id: 'u1', name: 'Anna' },
  roles: [
    { role: 'statistician', office: 'BY' },
    { role: 'contributor', office: 'RU' },
    { role: 'auditor', office: '*' },
  ],
};

describe('access', () => {
  it('is open to everybody where public, and to whoever holds a role elsewhere', () => {
    expect(may(PUBLIC_ACTOR, 'public')).toBe(true);
    expect(may(PUBLIC_ACTOR, 'signed-in')).toBe(false);
    expect(may(PUBLIC_ACTOR, 'statistician')).toBe(false);
    expect(may(anna, ['publisher', 'statistician'])).toBe(true);
    expect(may(anna, ['publisher', 'administrator'])).toBe(false);
  });

  it('goes by office, and * is every office', () => {
    expect(officesOf(anna, 'statistician')).toEqual(['BY']);
    expect(officesOf(anna, 'statistician', 'contributor')).toEqual(['BY', 'RU']);
    expect(officesOf(anna, 'auditor')).toBe('all');
    expect(holdsFor(anna, 'KZ', 'statistician')).toBe(false);
    expect(holdsFor(anna, 'KZ', 'auditor')).toBe(true);
  });
});
