import { SaldoError } from '../../common/saldo-error.ts';
import { CLASSES, type Class } from '../accounts/parameters.ts';

/** What the public may see of a vintage; `docs/disclosure.md` gives the reasons. */
export interface DisclosureRule {
  /** Public counts are multiples of it. */
  readonly base: number;
  /** 32 secret random bytes that stay the same for as long as the home does. */
  readonly key: Uint8Array;
  /** Classes that public tables may be split by, in every vintage that has them all. */
  readonly classes: readonly Class[];
}

const DEFAULT_BASE = 5;
const [LEAST_BASE, LARGEST_BASE, KEY_BYTES] = [3, 100, 32];
/** Shares and intervals are blank below so many times the base. */
const ENOUGH_BASES = 10;

/**
 * Reads the rule from its settings.
 *
 * @param given.base text of `SALDO_DISCLOSURE_BASE`, a whole number from 3 to 100; default 5
 * @param given.classes text of `SALDO_PUBLIC_CLASSES`, classes with commas; default none
 * @throws SaldoError `invalid_option`, with all faults at once
 */
export function parseDisclosureRule(
  key: Uint8Array,
  given: { base?: string | undefined; classes?: string | undefined } = {},
): DisclosureRule {
  if (key.length !== KEY_BYTES) throw new Error(`a disclosure key has ${KEY_BYTES} bytes, found ${key.length}`);
  const faults: string[] = [];
  const base = given.base === undefined ? DEFAULT_BASE : Number(given.base);
  if (!Number.isInteger(base) || base < LEAST_BASE || base > LARGEST_BASE) {
    faults.push(
      `SALDO_DISCLOSURE_BASE: found ${given.base}, expected a whole number from ${LEAST_BASE} to ${LARGEST_BASE}`,
    );
  }
  const words = (given.classes ?? '').split(',').map(word => word.trim());
  for (const word of words.filter(word => word !== '' && !(CLASSES as readonly string[]).includes(word))) {
    faults.push(`SALDO_PUBLIC_CLASSES: found ${word}, expected some of ${CLASSES.join(', ')}`);
  }
  if (faults.length > 0) throw new SaldoError('invalid_option', faults.join('; '), { faults });
  return { base, key, classes: CLASSES.filter(name => words.includes(name)) };
}

/** The classes by which the public sees a vintage: all public ones, or none where the vintage lacks one of them. */
export function publicClasses(rule: DisclosureRule, by: readonly Class[]): readonly Class[] {
  return rule.classes.every(name => by.includes(name)) ? rule.classes : [];
}

/** Whether a rounded count is large enough for a share, a median or an interval to stand on it. */
export function isEnough(rule: DisclosureRule, rounded: number): boolean {
  return rounded >= ENOUGH_BASES * rule.base;
}
