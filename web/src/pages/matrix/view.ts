import type { Asked } from '../../api/law-queries.ts';
import type { PersonRole, Right } from '../../api/types.ts';
import { dayOf, oneOf, stateOf } from '../../law/address.ts';

export const RIGHTS: readonly Right[] = [
  'visa-free-entry',
  'stay-without-registration',
  'work-without-permit',
  'equal-pay',
  'education',
  'recognition-of-education',
  'property',
  'social-security',
  'medical-care',
  'pension',
  'local-elections',
  'national-elections',
  'public-office',
];
export const ROLES: readonly PersonRole[] = ['citizen', 'worker', 'family', 'student', 'resident'];

/** What a matrix shows, as it stands in the address: one citizenship, or else one right between all states. */
export interface MatrixView {
  right?: Right | undefined;
  citizen?: string | undefined;
  on?: string | undefined;
  role?: PersonRole | undefined;
}

export function readMatrix({ right, citizen, on, role }: Record<string, unknown>): MatrixView {
  return {
    right: oneOf(RIGHTS, right),
    citizen: stateOf(citizen),
    on: dayOf(on),
    role: oneOf(ROLES, role),
  };
}

/** The same as the API takes it. */
export function asApiMatrix({ right, citizen, on, role }: MatrixView, day: string): Asked {
  const side = citizen === undefined ? { ask: right ?? 'work-without-permit' } : { citizen };
  return { ...side, on: on ?? day, role: role ?? 'citizen' };
}
