import { SaldoError } from '../common/saldo-error.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };
const LEAST = 256 * 2 ** 20;

/**
 * Bytes of a size as people write it: `6GB`, `512 MiB`, `4g`, `1.5GB`, or bare bytes. Units are powers of 1024.
 *
 * @throws SaldoError `invalid_option` where it is no size, or less than 256 MB
 */
export function parseMemory(text: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*([KMGT]?)(?:I?B)?$/.exec(text.trim().toUpperCase()) ?? [];
  const bytes = Math.floor(Number(amount) * (UNITS[unit ?? ''] ?? Number.NaN));
  if (bytes >= LEAST) return bytes;
  throw new SaldoError('invalid_option', `--memory: found ${text}, expected a size of at least 256MB, such as 6GB`, {
    text,
  });
}
