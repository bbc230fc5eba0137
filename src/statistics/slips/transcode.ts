import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Encoding } from './file-head.ts';

export interface Transcoding {
  from: Encoding;
  gzip: boolean;
  /** Makes every line end a line feed; the engine refuses files that mix them. */
  lineFeeds?: boolean;
}

/** Writes a text file anew as plain UTF-8, piece by piece. What is UTF-8 keeps all its other bytes, so that wrong ones are met later. */
export async function transcode(source: string, target: string, options: Transcoding): Promise<void> {
  const isUtf8 = options.from === 'utf-8';
  const decode = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
    const decoder = new TextDecoder(options.from);
    for await (const piece of pieces) yield isUtf8 ? piece.toString('latin1') : decoder.decode(piece, { stream: true });
    yield isUtf8 ? '' : decoder.decode();
  };
  const input = createReadStream(source, { highWaterMark: 2 ** 20 });
  const text = options.lineFeeds ? joinLineEnds : asIs;
  const output = createWriteStream(target, isUtf8 ? 'latin1' : 'utf-8');
  await (options.gzip ? pipeline(input, createGunzip(), decode, text, output) : pipeline(input, decode, text, output));
}

async function* asIs(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield* pieces;
}

async function* joinLineEnds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let cut = '';
  for await (const piece of pieces) {
    const text = cut + piece;
    // A carriage return at the very end may be the first half of a line end.
    cut = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - cut.length).replace(/\r\n?/g, '\n');
  }
  if (cut !== '') yield '\n';
}
