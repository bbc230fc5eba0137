import type { Class } from '../../accounts/parameters.ts';
import { type Code, code, TOTAL, UNKNOWN } from './code.ts';

const YOUNGEST_OPEN = 85;

export const SEX_CODES: readonly Code[] = [
  code('M', 'Male', 'Мужской'),
  code('F', 'Female', 'Женский'),
  UNKNOWN,
  TOTAL,
];

/** Five years each, in the codes of the SDMX cross-domain list. */
export const AGE_CODES: readonly Code[] = [
  ...Array.from({ length: YOUNGEST_OPEN / 5 }, (_, index) => index * 5).map(from =>
    code(`Y${from}T${from + 4}`, `From ${from} to ${from + 4} years`, `От ${from} до ${from + 4} лет`),
  ),
  code(`Y_GE${YOUNGEST_OPEN}`, `${YOUNGEST_OPEN} years or over`, `${YOUNGEST_OPEN} лет и старше`),
  ...[UNKNOWN, TOTAL],
];

export const REASON_CODES: readonly Code[] = [
  code('PERMANENT', 'Permanent residence', 'Постоянное проживание'),
  code('WORK', 'Work', 'Работа'),
  code('STUDY', 'Study', 'Учёба'),
  code('FAMILY', 'Family', 'Семья'),
  code('HUMANITARIAN', 'Humanitarian', 'Гуманитарная'),
  code('OTHER', 'Other', 'Другая'),
  ...[UNKNOWN, TOTAL],
];

/** The dimension that a class of an account is in SDMX. */
export const DIMENSION_OF = {
  sex: 'SEX',
  age: 'AGE',
  citizenship: 'CITIZENSHIP',
  purpose: 'REASON',
} as const satisfies Readonly<Record<Class, string>>;

/** The code of a class's value: `00-04` is `Y0T4`, `85+` is `Y_GE85`; a table without the class has its total. */
export function classCode(name: Class, value: string | undefined): string {
  if (value === undefined || value === '') return TOTAL.id;
  if (value === 'unknown') return UNKNOWN.id;
  if (name !== 'age') return value.toUpperCase();
  const [from = '', to] = value.replace('+', '').split('-');
  return to === undefined ? `Y_GE${Number(from)}` : `Y${Number(from)}T${Number(to)}`;
}
