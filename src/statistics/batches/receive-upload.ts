import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HttpProblem } from '../../common/http/problem.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import type { BatchPlace } from './batch-place.ts';

const EXTENSION = /\.(csv|tsv|parquet|jsonl|ndjson|json)(\.gz)?$/i;

/**
 * Writes a body into the home as it comes, and does work on that file, which is gone afterwards.
 *
 * @param limit most bytes of a body
 * @throws HttpProblem 413 where it is larger, 400 where it breaks off
 */
export async function withReceived<Result>(
  { home }: BatchPlace,
  { body, name, limit }: { body: Readable; name: string; limit: number },
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  // The format is known by the name's end, as in a folder.
  const path = home.path(
    'statistics',
    'uploads',
    `${randomBytes(8).toString('hex')}${EXTENSION.exec(name)?.[0] ?? ''}`,
  );
  try {
    await receive(body, path, limit);
    return await work(path);
  } catch (error) {
    throw error instanceof SaldoError ? withName(error, path, name) : error;
  } finally {
    rmSync(path, { force: true });
  }
}

async function receive(body: Readable, path: string, limit: number): Promise<void> {
  let bytes = 0;
  const counted = async function* () {
    // A body that is too large is left as it is: destroyed, it would take the connection with it, and the answer.
    for await (const piece of body.iterator({ destroyOnReturn: false })) {
      bytes += piece.length;
      if (bytes > limit) throw tooLarge(limit);
      yield piece;
    }
  };
  // Opened before anything can go wrong: a file that opens late would lie there after it was removed.
  const file = await open(path, 'wx', 0o600);
  try {
    await pipeline(counted, file.createWriteStream());
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'ABORT_ERR')
      throw new HttpProblem(400, 'The body broke off before its end.');
    throw error;
  }
  if (bytes === 0) throw new HttpProblem(400, 'The body is empty; expected a slip file.');
}

export function tooLarge(limit: number): HttpProblem {
  return new HttpProblem(413, `The file is larger than ${limit} bytes; send it in parts.`);
}

/** Who sent a file knows it by its name; where it lies here is nobody's business. */
function withName(error: SaldoError, path: string, name: string): SaldoError {
  return new SaldoError(error.code, error.message.replaceAll(path, name), {}, error);
}
