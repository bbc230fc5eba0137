import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from './engine.ts';
import { makeWorkFolder } from './work-folder.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'work-parent-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** A process that has ended by the time its number is known. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

function leave(name: string, owner?: string): string {
  const folder = join(parent, name);
  mkdirSync(join(folder, 'spill'), { recursive: true });
  writeFileSync(join(folder, 'spill', 'rows'), 'rows');
  if (owner !== undefined) writeFileSync(join(folder, 'owner'), owner);
  return folder;
}

describe('working folders', () => {
  it('of processes that were killed go when the next engine opens', async () => {
    const abandoned = leave('saldo-abandoned', `${deadProcess()} ${hostname()}`);
    const engine = await Engine.open({ threads: 1, workParent: parent });
    expect(existsSync(abandoned)).toBe(false);
    engine.close();
    expect(readdirSync(parent)).toEqual([]);
  });

  it('of running processes, of other machines and without an owner stay', () => {
    const kept = [
      makeWorkFolder(parent),
      leave('saldo-running', `${process.ppid} ${hostname()}`),
      leave('saldo-elsewhere', `${deadProcess()} another-${hostname()}`),
      leave('saldo-unowned'),
      leave('saldo-broken', 'nobody'),
      leave('something-else', `${deadProcess()} ${hostname()}`),
    ];
    makeWorkFolder(parent);
    expect(kept.filter(folder => !existsSync(folder))).toEqual([]);
  });

  it('that cannot be made are told with their place', async () => {
    const nowhere = join(parent, 'nowhere');
    await expect(Engine.open({ workParent: nowhere })).rejects.toMatchObject({
      code: 'unwritable_output',
      message: expect.stringContaining(nowhere),
    });
  });

  it('go where no engine can be opened', async () => {
    await expect(Engine.open({ threads: 0, workParent: parent })).rejects.toThrow();
    expect(readdirSync(parent)).toEqual([]);
  });

  it('are of one engine each', () => {
    expect(makeWorkFolder(parent)).not.toBe(makeWorkFolder(parent));
  });
});
