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

/** Writes a text file anew as plain UTF-8, piece by piece. */
export async function transcode(source: string, target: string, options: Transcoding): Promise<void> {
  const decode = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
    const decoder = new TextDecoder(options.from);
    for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  };
  const input = createReadStream(source, { highWaterMark: 2 ** 20 });
  const text = options.lineFeeds ? joinLineEnds : asIs;
  const output = createWriteStream(target);
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
