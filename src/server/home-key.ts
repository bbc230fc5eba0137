import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { SaldoError } from '../common/saldo-error.ts';
import { writeDurably } from '../store/durable-file.ts';
import type { Home } from '../store/home.ts';

const BYTES = 32;

/**
 * A secret of the home, 32 random bytes in base64, made where there is none yet.
 *
 * @param name of the file in `keys/`
 */
export async function homeKey(home: Home, name: string): Promise<Buffer> {
  const path = home.path('keys', name);
  if (!existsSync(path)) await writeDurably(path, `${randomBytes(BYTES).toString('base64')}\n`);
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length === BYTES) return key;
  throw new SaldoError('invalid_file', `${path}: found ${key.length} bytes, expected ${BYTES} in base64`, { path });
}
