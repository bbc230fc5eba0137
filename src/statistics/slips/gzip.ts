import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { SaldoError } from '../../common/saldo-error.ts';

/**
 * Unpacks a file to its end and keeps nothing: of one that was cut short the engine would read what is there and say no word.
 *
 * @throws SaldoError `not_a_slip_file`
 */
export async function checkGzip(path: string): Promise<void> {
  const nothing = new Writable({ write: (_piece, _encoding, done) => done() });
  try {
    await pipeline(createReadStream(path), createGunzip(), nothing);
  } catch (cause) {
    throw noGzip(cause);
  }
}

export function noGzip(cause: unknown): SaldoError {
  return new SaldoError('not_a_slip_file', 'cannot be unpacked: it is not, or not all of, a gzip file', {}, cause);
}
