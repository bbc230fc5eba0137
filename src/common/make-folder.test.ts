import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

const home = mkdtempSync(join(tmpdir(), 'saldo-folder-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a folder for results', () => {
  it('is made with the folders above it, and may be there already', () => {
    const folder = join(home, 'a', 'b', 'c');
    makeFolder(folder);
    makeFolder(folder);
    expect(existsSync(folder)).toBe(true);
  });

  it('is refused where a file stands, or above it, with the path', () => {
    const file = join(home, 'file');
    writeFileSync(file, '');
    expect(() => makeFolder(file)).toThrow('it is no folder');
    expect(() => makeFolder(join(file, 'below'))).toThrow(`cannot write to ${join(file, 'below')}`);
  });

  it.runIf(process.platform === 'linux')('is refused, not tried for ever, where no folder can be made', () => {
    expect(() => makeFolder('/proc/saldo/out')).toThrow(expect.objectContaining({ code: 'unwritable_output' }));
  });
});
