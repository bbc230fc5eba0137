import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A body as it is made: whole, or piece by piece. */
export type MadeBody = string | Buffer | Iterable<string>;

/** Encodings of content in which bodies are kept, the one that is preferred first. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Below so many bytes compression gains nothing. */
const LEAST_BYTES = 1024;
/** A kept body is compressed once and sent often. */
const BROTLI_QUALITY = 9;

const compress: Readonly<Record<Encoding, (plain: Buffer) => Promise<Buffer>>> = {
  br: plain => {
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
    const params = { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [BROTLI_PARAM_SIZE_HINT]: plain.length };
    return promisify(brotliCompress)(plain, { params });
  },
  gzip: promisify(gzip),
};

/** The bytes of an answer that may be asked for again, compressed once in each encoding. */
export class KeptBody {
  readonly plain: Buffer;
  readonly #isText: boolean;
  readonly #encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(made: string | Buffer) {
    this.#isText = typeof made === 'string';
    this.plain = Buffer.from(made);
  }

  /** The body in an encoding; nothing where that would gain nothing. */
  encoded(encoding: Encoding): Promise<Buffer> | undefined {
    if (!this.#isText || this.plain.length < LEAST_BYTES) return undefined;
    const encoded = this.#encoded.get(encoding) ?? compress[encoding](this.plain);
    this.#encoded.set(encoding, encoded);
    return encoded;
  }
}

/** All pieces of a body in one, and time for others between them; nothing where they are longer than the bound. */
export async function gathered(pieces: Iterable<string>, bound: number): Promise<string | undefined> {
  const all: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    length += piece.length;
    if (length > bound) return undefined;
    all.push(piece);
    await turn();
  }
  return all.join('');
}
