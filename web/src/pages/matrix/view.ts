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

/** What is shown where the address names nothing. */
export const FIRST_RIGHT: Right = 'work-without-permit';

/** What a matrix shows, as it stands in the address: one citizenship, or one host, or else one right between all states. */
export interface MatrixView {
  right?: Right | undefined;
  citizen?: string | undefined;
  in?: string | undefined;
  on?: string | undefined;
  role?: PersonRole | undefined;
}

export function readMatrix({ right, citizen, in: host, on, role }: Record<string, unknown>): MatrixView {
  return {
    right: oneOf(RIGHTS, right),
    citizen: stateOf(citizen),
    in: stateOf(host),
    on: dayOf(on),
    role: oneOf(ROLES, role),
  };
}

/** The same as the API takes it. */
export function asApiMatrix(view: MatrixView, day: string): Asked {
  return { ...sideOf(view), on: view.on ?? day, role: view.role ?? 'citizen' };
}

function sideOf({ right = FIRST_RIGHT, citizen, in: host }: MatrixView): Asked {
  if (citizen !== undefined) return { citizen };
  return host === undefined ? { ask: right } : { in: host };
}
