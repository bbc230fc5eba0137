import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { SaldoError } from '../../common/saldo-error.ts';

/**
 * A sealed file (AES-256-GCM in frames): `SALDOS1\0`, 32 bytes of salt, then frames of 64 KiB, each with its tag of 16 bytes behind it; the
 * last one is shorter, empty at least. The file's own key is HKDF-SHA256 of the given key, the salt and what the file is. A frame's nonce
 * is its place and whether it is the last, so that frames cannot be left out, repeated, exchanged or cut off unnoticed.
 */
const MAGIC = Buffer.from('SALDOS1\0', 'latin1');
const SALT_BYTES = 32;
const HEAD_BYTES = MAGIC.length + SALT_BYTES;
const FRAME_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** What opens a sealed file. */
export interface Seal {
  /** 32 bytes. */
  readonly key: Buffer;
  /** What the file is, such as `names <batch>`: one file cannot stand in another's place. */
  readonly subject: string;
}

/**
 * Seals a file into another that is not there yet, frame by frame, synced, readable by its owner alone.
 *
 * @returns SHA-256 of the sealed file's bytes, hexadecimal
 */
export async function sealFile(from: string, to: string, seal: Seal): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = fileKey(seal, salt);
  const hash = createHash('sha256');
  await writeNew({ from, to, flush: true }, async function* (source) {
    const head = Buffer.concat([MAGIC, salt]);
    hash.update(head);
    yield head;
    let place = 0;
    for await (const { bytes, last } of framesOf(source, FRAME_BYTES)) {
      const frame = sealFrame(key, { place: place++, last }, bytes);
      hash.update(frame);
      yield frame;
    }
  });
  return hash.digest('hex');
}

/**
 * Opens a sealed file into a plain one that is not there yet; of a file that cannot be opened whole nothing is left in the open.
 *
 * @throws SaldoError `sealed_file_damaged` where the key is another one, or a byte of the file was changed, added or lost
 */
export async function unsealFile(from: string, to: string, seal: Seal): Promise<void> {
  const damaged = (cause?: unknown) =>
    new SaldoError('sealed_file_damaged', `${from} cannot be opened: another key, or a damaged file`, { from }, cause);
  await writeNew({ from, to, flush: false }, async function* (source) {
    const { head, rest } = await splitHead(source);
    if (head.length < HEAD_BYTES || !head.subarray(0, MAGIC.length).equals(MAGIC)) throw damaged();
    const key = fileKey(seal, head.subarray(MAGIC.length));
    let place = 0;
    for await (const { bytes, last } of framesOf(rest, FRAME_BYTES + TAG_BYTES)) {
      try {
        yield openFrame(key, { place: place++, last }, bytes);
      } catch (cause) {
        throw damaged(cause);
      }
    }
  });
}

/** Writes what becomes of a file's pieces into a new file, readable by its owner alone; after an error none is left. */
async function writeNew(
  { from, to, flush }: { from: string; to: string; flush: boolean },
  turned: (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>,
): Promise<void> {
  // Opened before anything can go wrong: a file that opens late would lie there after it was removed.
  const target = await open(to, 'wx', 0o600);
  try {
    const pieces = createReadStream(from, { highWaterMark: 2 ** 20 });
    await pipeline(pieces, turned, target.createWriteStream({ flush }));
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  }
}

function fileKey({ key, subject }: Seal, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, `saldo ${subject}`, 32));
}

interface FramePlace {
  place: number;
  last: boolean;
}

function nonceOf({ place, last }: FramePlace): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(place, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function sealFrame(key: Buffer, at: FramePlace, plain: Buffer): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonceOf(at));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openFrame(key: Buffer, at: FramePlace, frame: Buffer): Buffer {
  const body = frame.subarray(0, Math.max(0, frame.length - TAG_BYTES));
  const decipher = createDecipheriv(CIPHER, key, nonceOf(at), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(frame.subarray(body.length));
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

/** The pieces of a source of any size as frames of one size; the last is shorter, and empty where nothing is left for it. */
async function* framesOf(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of source) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    let start = 0;
    for (; held.length - start >= size; start += size) yield { bytes: held.subarray(start, start + size), last: false };
    held = held.subarray(start);
  }
  yield { bytes: held, last: true };
}

/** The head of a sealed file, however it was cut into pieces, and what follows. */
async function splitHead(source: AsyncIterable<Buffer>): Promise<{ head: Buffer; rest: AsyncIterable<Buffer> }> {
  const pieces = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  while (held.length < HEAD_BYTES) {
    const { done, value } = await pieces.next();
    if (done) break;
    held = Buffer.concat([held, value]);
  }
  const [head, first] = [held.subarray(0, HEAD_BYTES), held.subarray(HEAD_BYTES)];
  return {
    head,
    rest: (async function* () {
      if (first.length > 0) yield first;
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
    })(),
  };
}
