import type { Asked } from '../../api/law-queries.ts';
import type { PersonRole, Right } from '../../api/types.ts';
import { dayOf } from '../rights/question.ts';

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

/** What of an address can be shown; the rest is left out. */
export function readMatrix(given: Record<string, unknown>): MatrixView {
  const { citizen, on } = given;
  const found = {
    right: RIGHTS.find(each => each === given['right']),
    citizen: typeof citizen === 'string' && /^[A-Z]{2}$/.test(citizen) ? citizen : undefined,
    on: dayOf(typeof on === 'string' ? on : undefined),
    role: ROLES.find(each => each === given['role']),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** The same as the API takes it. */
export function asApiMatrix({ right, citizen, on, role }: MatrixView, day: string): Asked {
  const side = citizen === undefined ? { ask: right ?? 'work-without-permit' } : { citizen };
  return { ...side, on: on ?? day, role: role ?? 'citizen' };
}
