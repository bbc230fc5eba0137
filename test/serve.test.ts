import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWhereStale, saldo } from './fixtures/saldo.ts';
import { firstPassword, type Served, serve } from './fixtures/served.ts';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const started: Served[] = [];
beforeAll(buildWhereStale);
afterAll(() => {
  for (const { child } of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a server that is ended after the tests. */
async function start(home: string): Promise<Served> {
  const served = await serve(join(folder, home));
  started.push(served);
  return served;
}

describe('saldo serve', () => {
  it('says one address, and once how to sign in; a signal ends it calmly', async () => {
    const served = await start('calm');
    const { child, said, ended, address } = served;
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: 'ok' });
    const password = await firstPassword(served);
    expect(said.out.match(/http:/g)).toHaveLength(1);
    const response = await fetch(`${address}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ email: 'administrator@saldo.local', password }),
    }).catch((cause: unknown) => {
      throw new Error(`no answer (exit ${child.exitCode} ${child.signalCode}): ${said.err}`, { cause });
    });
    expect([response.status, child.exitCode]).toEqual([200, null]);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said.err.split(password)).toHaveLength(2);
  });

  it('holds its home against other commands, and leaves it usable however it ends', async () => {
    const { child, said, ended, address } = await start('held');
    const refused = await saldo('runs', '--home', join(folder, 'held'));
    expect([child.exitCode, child.signalCode, said.err]).toEqual([null, null, expect.any(String)]);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining(`it answers at ${address}`)]);
    child.kill('SIGKILL');
    await ended;
    const again = await start('held');
    expect((await fetch(`${again.address}/healthz`)).status).toBe(200);
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
  }, 300_000);

  it('tells all that is wrong with how it is called', async () => {
    const { code, err } = await saldo('serve', '--port', 'x', '--base-url', 'saldo', '--home', join(folder, 'wrong'));
    expect(code).toBe(2);
    expect(err).toMatch(/--port: found x.*--base-url: found saldo/);
  });
});
