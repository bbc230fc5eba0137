import { SaldoError } from '../../common/saldo-error.ts';

/** Classes by which flows and gaps can be split. */
export const CLASSES = ['sex', 'age', 'citizenship', 'purpose'] as const;
export type Class = (typeof CLASSES)[number];

export interface AccountParameters {
  /** Months from which a stay counts as a change of the state of residence. */
  readonly threshold: number;
  /** Months in which an arrival must follow a departure. */
  readonly lapse: number;
  readonly by: readonly Class[];
}

export const DEFAULT_PARAMETERS: AccountParameters = { threshold: 12, lapse: 6, by: [] };

/** Checks the parameters as a user gives them; all faults at once. */
export function parseParameters(given: { threshold: string; lapse: string; by?: string }): AccountParameters {
  const faults: string[] = [];
  const threshold = months('--threshold', given.threshold, faults);
  const lapse = months('--lapse', given.lapse, faults);
  const by = (given.by ?? '')
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '');
  for (const word of by) if (!isClass(word)) faults.push(`--by: found ${word}, expected some of ${CLASSES.join(', ')}`);
  if (faults.length > 0) throw new SaldoError('invalid_option', faults.join('; '), { faults });
  return { threshold, lapse, by: CLASSES.filter(name => by.includes(name)) };
}

function months(option: string, text: string, faults: string[]): number {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  if (value >= 1 && value <= 120) return value;
  faults.push(`${option}: found ${text}, expected whole months from 1 to 120`);
  return 0;
}

function isClass(word: string): word is Class {
  return (CLASSES as readonly string[]).includes(word);
}
