import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a file held when it was read. */
export interface FileHash {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Copies a file, readable by its owner alone, synced, and gives the hash of what was copied. The place must be free. */
export async function copyHashed(from: string, to: string): Promise<FileHash> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const target = await open(to, 'wx', 0o600);
  try {
    const hash = await readHashed(from, chunk => target.write(chunk));
    await target.sync();
    return hash;
  } finally {
    await target.close();
  }
}

export function hashFile(path: string): Promise<FileHash> {
  return readHashed(path, async () => {});
}

async function readHashed(path: string, each: (chunk: Buffer) => Promise<unknown>): Promise<FileHash> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk);
    bytes += chunk.length;
    await each(chunk);
  }
  return { bytes, sha256: hash.digest('hex') };
}
