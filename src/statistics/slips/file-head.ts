import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { SaldoError } from '../../common/saldo-error.ts';
import { noGzip } from './gzip.ts';

const HEAD_BYTES = 256 * 1024;

/** Encodings that text comes in; UTF-16 is what spreadsheets call «Unicode text». */
export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1251';

export interface TextHead {
  text: string;
  /** What the bytes show: `ascii` may be the start of anything, `unknown` is no UTF-8. */
  encoding: 'utf-8' | 'utf-16le' | 'ascii' | 'unknown';
}

/** The first bytes of a file, unpacked. */
export async function readHead(path: string, gzip: boolean): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  const file = createReadStream(path, gzip ? {} : { end: HEAD_BYTES - 1 });
  const take = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of source) {
      pieces.push(piece);
      length += piece.length;
      if (length >= HEAD_BYTES) return;
    }
  };
  const whole = (): Buffer => Buffer.concat(pieces).subarray(0, HEAD_BYTES);
  try {
    await (gzip ? pipeline(file, createGunzip(), take) : pipeline(file, take));
  } catch (cause) {
    // A head that is there: the rest of the file was cut off by ourselves.
    if (length >= HEAD_BYTES) return whole();
    if (gzip) throw noGzip(cause);
    throw new SaldoError('unreadable_input', 'may not be read', {}, cause);
  }
  return whole();
}

/** The text at the start of a file; bytes that are no UTF-8 are read as windows-1251. */
export function decodeHead(head: Buffer): TextHead {
  if (head[0] === 0xff && head[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(head, { stream: true }), encoding: 'utf-16le' };
  }
  try {
    // The last letter may be cut in two, which `stream` allows.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    const plain = !hasMark(head) && head.every(byte => byte < 0x80);
    return { text, encoding: plain ? 'ascii' : 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1251').decode(head), encoding: 'unknown' };
  }
}

function hasMark(head: Buffer): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
}
