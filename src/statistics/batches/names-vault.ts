import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { SaldoError } from '../../common/saldo-error.ts';
import { writeDurably } from '../../store/durable-file.ts';
import type { Home } from '../../store/home.ts';

const KEY_BYTES = 32;
const CIPHER = 'aes-256-gcm';

/** Wraps the keys of sealed files with the home's names key, so that the rows of the store open nothing by themselves. */
export interface NamesVault {
  /** @param subject what the key is for; it must be given again to unwrap it */
  wrap(key: Buffer, subject: string): string;
  /** @throws SaldoError `wrong_names_key` where it was wrapped with another names key, or for something else */
  unwrap(wrapped: string, subject: string): Buffer;
}

/**
 * Opens the vault of a home: with SALDO_NAMES_KEY (32 bytes in base64) where it is set, else with `keys/names.key`, which is made where
 * absent.
 *
 * @throws SaldoError `invalid_file` or `invalid_option` where the key is not of 32 bytes
 */
export async function openVault(home: Home): Promise<NamesVault> {
  const given = process.env['SALDO_NAMES_KEY'];
  if (given) return vaultOf(readKey(given, 'SALDO_NAMES_KEY'));
  const path = home.path('keys', 'names.key');
  if (!existsSync(path)) await writeDurably(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
  return vaultOf(readKey(readFileSync(path, 'utf8'), path));
}

/** A key for one sealed file. */
export function newKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** The wrapped key is `1.key id.nonce.sealed.tag`, the latter three in base64url. */
export function vaultOf(namesKey: Buffer): NamesVault {
  const id = createHash('sha256').update('saldo names key ').update(namesKey).digest('hex').slice(0, 8);
  return {
    wrap(key, subject) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(CIPHER, namesKey, nonce).setAAD(Buffer.from(subject));
      const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
      return ['1', id, ...[nonce, sealed, cipher.getAuthTag()].map(part => part.toString('base64url'))].join('.');
    },
    unwrap(wrapped, subject) {
      const [version, wrappedBy, ...parts] = wrapped.split('.');
      const [nonce, sealed, tag] = parts.map(part => Buffer.from(part, 'base64url'));
      const details = { subject, wrapped_by: wrappedBy, names_key: id };
      if (version !== '1' || wrappedBy !== id || !nonce || !sealed || !tag) throw wrongKey(details);
      try {
        const decipher = createDecipheriv(CIPHER, namesKey, nonce, { authTagLength: 16 });
        decipher.setAAD(Buffer.from(subject)).setAuthTag(tag);
        return Buffer.concat([decipher.update(sealed), decipher.final()]);
      } catch (cause) {
        throw wrongKey(details, cause);
      }
    },
  };
}

function readKey(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === KEY_BYTES) return key;
  const code = where === 'SALDO_NAMES_KEY' ? 'invalid_option' : 'invalid_file';
  throw new SaldoError(code, `${where} holds ${key.length} bytes in base64; expected ${KEY_BYTES}`, { where });
}

function wrongKey(details: { subject: string } & Record<string, unknown>, cause?: unknown): SaldoError {
  const message = `the key of ${details.subject} was wrapped with another names key than keys/names.key or SALDO_NAMES_KEY of now`;
  return new SaldoError('wrong_names_key', message, details, cause);
}
