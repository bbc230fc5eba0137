import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { SaldoError } from '../common/saldo-error.ts';
import { writeDurably } from '../store/durable-file.ts';
import type { Home } from '../store/home.ts';

const KEY_BYTES = 32;

/** `auth` signs cookies and seals second factors, `disclosure` decides how public counts are rounded. */
export type ServerKey = 'auth.secret' | 'disclosure.key';

/**
 * A key of the home, 32 random bytes in base64 in a file of its own; made where absent, and then kept for as long as the home is.
 *
 * @throws SaldoError `invalid_file` where the file holds something else
 */
export async function serverKey(home: Home, name: ServerKey): Promise<Buffer> {
  const path = home.path('keys', name);
  if (!existsSync(path)) await writeDurably(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new SaldoError('invalid_file', `${path}: found ${key.length} bytes, expected ${KEY_BYTES} in base64`, { path });
}
