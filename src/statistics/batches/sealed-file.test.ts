import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealFile, unsealFile } from './sealed-file.ts';

const FRAME = 64 * 1024;
const HEAD = 40;
const seal = { key: randomBytes(32), subject: 'names of x' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-sealed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a sealed file', () => {
  it.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 2_500_000])('gives %i bytes back', async bytes => {
    const plain = randomBytes(bytes);
    await sealed(plain);
    expect((await opened()).equals(plain)).toBe(true);
    expect(readFileSync(join(folder, 'sealed')).length).toBe(HEAD + bytes + (Math.floor(bytes / FRAME) + 1) * 16);
  });

  it('shows nothing of what it holds, and never the same bytes twice', async () => {
    const plain = Buffer.from('Ковалевская '.repeat(20_000));
    await sealed(plain);
    const first = readFileSync(join(folder, 'sealed'));
    expect(first.includes('Ковалевская')).toBe(false);
    await sealed(plain);
    expect(readFileSync(join(folder, 'sealed')).equals(first)).toBe(false);
  });

  it('is refused where it was cut off at a frame, in a frame, or in its head', async () => {
    for (const length of [HEAD + 2 * (FRAME + 16), HEAD + FRAME, HEAD, 10, 0]) {
      await sealed(randomBytes(2 * FRAME + 100));
      truncateSync(join(folder, 'sealed'), length);
      await expect(opened(), String(length)).rejects.toMatchObject({ code: 'sealed_file_damaged' });
    }
  });

  it('is refused where frames changed places, a byte changed, or something was added', async () => {
    const changes: ((bytes: Buffer) => Buffer)[] = [
      bytes => Buffer.concat([bytes.subarray(0, HEAD), ...frames(bytes).toReversed()]),
      bytes => Buffer.concat([bytes.subarray(0, HEAD), ...frames(bytes).slice(1)]),
      bytes => Buffer.concat([bytes, Buffer.alloc(1)]),
      bytes => Buffer.from(bytes.map((byte, at) => (at === 20 ? byte ^ 1 : byte))),
      bytes => Buffer.from(bytes.map((byte, at) => (at === 70_000 ? byte ^ 1 : byte))),
    ];
    for (const change of changes) {
      await sealed(randomBytes(3 * FRAME - 16));
      const path = join(folder, 'sealed');
      writeFileSync(path, change(readFileSync(path)));
      await expect(opened()).rejects.toMatchObject({ code: 'sealed_file_damaged' });
    }
  });

  it('is opened by its own key, as what it is', async () => {
    await sealed(Buffer.from('Anna'));
    await expect(opened({ ...seal, key: randomBytes(32) })).rejects.toMatchObject({ code: 'sealed_file_damaged' });
    await expect(opened({ ...seal, subject: 'names of y' })).rejects.toMatchObject({ code: 'sealed_file_damaged' });
  });

  it('leaves nothing in the open where it is refused, and writes over nothing', async () => {
    await sealed(randomBytes(5 * FRAME));
    truncateSync(join(folder, 'sealed'), HEAD + 2 * (FRAME + 16));
    for (let attempt = 0; attempt < 50; attempt++) {
      await expect(opened()).rejects.toMatchObject({ code: 'sealed_file_damaged' });
      expect(existsSync(join(folder, 'opened'))).toBe(false);
    }
    writeFileSync(join(folder, 'opened'), 'kept');
    await expect(unsealFile(join(folder, 'sealed'), join(folder, 'opened'), seal)).rejects.toMatchObject({
      code: 'EEXIST',
    });
    expect(readFileSync(join(folder, 'opened'), 'utf8')).toBe('kept');
  });
});

async function sealed(plain: Buffer): Promise<void> {
  writeFileSync(join(folder, 'plain'), plain);
  rmSync(join(folder, 'sealed'), { force: true });
  await sealFile(join(folder, 'plain'), join(folder, 'sealed'), seal);
}

async function opened(with_ = seal): Promise<Buffer> {
  rmSync(join(folder, 'opened'), { force: true });
  await unsealFile(join(folder, 'sealed'), join(folder, 'opened'), with_);
  return readFileSync(join(folder, 'opened'));
}

function frames(bytes: Buffer): Buffer[] {
  const body = bytes.subarray(HEAD);
  return [0, 1, 2].map(at => body.subarray(at * (FRAME + 16), (at + 1) * (FRAME + 16)));
}
