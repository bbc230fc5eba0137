import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWhereStale, saldo, startSaldo } from './fixtures/saldo.ts';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const started: ReturnType<typeof startSaldo>[] = [];
beforeAll(buildWhereStale);
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a server and waits until it says where it answers. */
async function serve(home: string) {
  const child = startSaldo('serve', '--port', '0', '--home', join(folder, home));
  started.push(child);
  const said = { out: '', err: '' };
  const ended = new Promise<number | null>(resolve => {
    child.once('close', resolve);
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    said.err += text;
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', text => {
      said.out += text;
      const found = /http:\/\/localhost:\d+/.exec(said.out)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('close', code => reject(new Error(`ended with ${code}: ${said.err}`)));
  });
  return { child, said, ended, address };
}

describe('saldo serve', () => {
  it('says one address, and once how to sign in; a signal ends it calmly', async () => {
    const { child, said, ended, address } = await serve('calm');
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: 'ok' });
    await expect.poll(() => said.err).toContain('First start');
    expect(said.out.match(/http:/g)).toHaveLength(1);
    const password = /with the password (\S+) /.exec(said.err)?.[1] ?? '';
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
    const { child, said, ended } = await serve('held');
    const refused = await saldo('runs', '--home', join(folder, 'held'));
    expect([child.exitCode, child.signalCode, said.err]).toEqual([null, null, expect.any(String)]);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('is in use by the server')]);
    child.kill('SIGKILL');
    await ended;
    const again = await serve('held');
    expect((await fetch(`${again.address}/healthz`)).status).toBe(200);
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
  });

  it('tells all that is wrong with how it is called', async () => {
    const { code, err } = await saldo('serve', '--port', 'x', '--base-url', 'saldo', '--home', join(folder, 'wrong'));
    expect(code).toBe(2);
    expect(err).toMatch(/--port: found x.*--base-url: found saldo/);
  });
});
