import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type Child, startChild } from './fixtures/child.ts';
import { openHome } from './home.ts';

const parent = mkdtempSync(join(tmpdir(), 'saldo-lock-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));
let count = 0;
const place = () => join(parent, String(count++));
const AS = { holder: 'command' } as const;

const children: Child[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) await child.kill();
});

/** A process that is about to take a home. */
async function ready(folder: string, ...address: string[]): Promise<Child> {
  const child = startChild('hold-home', [folder, ...address]);
  children.push(child);
  expect(await child.line()).toBe('ready');
  return child;
}

const go = (child: Child) => child.process.stdin.write('go\n');

describe('the lock of a home', () => {
  it('keeps others out while it is held, and tells them who holds it', async () => {
    const folder = place();
    const server = await ready(folder, 'http://localhost:4300');
    go(server);
    expect(await server.line()).toBe('held');
    const pid = server.process.pid;
    await expect(openHome(folder, AS)).rejects.toMatchObject({
      code: 'home_in_use',
      exitCode: 2,
      message: expect.stringMatching(
        `the server with process number ${pid}, since .*; it answers at http://localhost:4300`,
      ),
      details: { holder: 'server', pid, since: expect.stringMatching(/^\d{4}-/), address: 'http://localhost:4300' },
    });
    server.process.stdin.end();
    expect(await server.rest()).toEqual([]);
    await (await openHome(folder, AS)).close();
  });

  it('is given once within a process too, and once again after its end', async () => {
    const folder = place();
    const home = await openHome(folder, AS);
    await expect(openHome(folder, AS)).rejects.toMatchObject({ code: 'home_in_use', details: { pid: process.pid } });
    await home.close();
    await home.close();
    await (await openHome(folder, AS)).close();
  });

  it('goes with a process that is killed, whoever has its number now', async () => {
    const folder = place();
    const victim = await ready(folder);
    go(victim);
    expect(await victim.line()).toBe('held');
    await victim.kill();
    expect(existsSync(join(folder, 'home.lock'))).toBe(true);
    const told = { holder: 'server', pid: process.ppid, since: new Date().toISOString() };
    writeFileSync(join(folder, 'home.lock'), JSON.stringify(told));
    const home = await openHome(folder, AS);
    await home.close();
  });

  it('of a killed process is taken over by exactly one of many racers', async () => {
    const folder = place();
    let holder = await ready(folder);
    go(holder);
    expect(await holder.line()).toBe('held');
    for (let round = 0; round < 3; round++) {
      const racers = await Promise.all([1, 2, 3, 4].map(() => ready(folder)));
      await holder.kill();
      for (const racer of racers) go(racer);
      const answers = await Promise.all(racers.map(racer => racer.line()));
      expect(answers.toSorted()).toEqual(['held', 'home_in_use', 'home_in_use', 'home_in_use']);
      holder = racers[answers.indexOf('held')] ?? holder;
    }
  });

  it('is given to exactly one of those who make the same home at once', async () => {
    const folder = place();
    const racers = await Promise.all([1, 2, 3, 4].map(() => ready(folder)));
    for (const racer of racers) go(racer);
    const answers = await Promise.all(racers.map(racer => racer.line()));
    expect(answers.toSorted()).toEqual(['held', 'home_in_use', 'home_in_use', 'home_in_use']);
  });

  it('can be taken after a kill at any moment of the making of a home', async () => {
    for (const afterMs of [0, 3, 6, 10, 14, 18, 24, 32]) {
      const folder = place();
      const victim = await ready(folder);
      go(victim);
      await new Promise(resolve => setTimeout(resolve, afterMs));
      await victim.kill();
      const home = await openHome(folder, AS);
      expect(home.record.format).toBe(1);
      await home.close();
    }
  });

  it('is not hindered by what a kill left beside it', async () => {
    const folder = place();
    mkdirSync(folder);
    for (const name of ['home.lock.db.0123456789ab', 'home.json.0123456789ab.new', 'home.lock']) {
      writeFileSync(join(folder, name), '{');
    }
    const home = await openHome(folder, AS);
    expect(existsSync(join(folder, 'home.lock.db.0123456789ab'))).toBe(false);
    expect(existsSync(join(folder, 'home.json.0123456789ab.new'))).toBe(false);
    await home.close();
  });
});
