import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Server } from '../build-server.ts';
import { get, memoryStore, testServer } from '../fixtures/test-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'saldo-pages-'));
let server: Server;
beforeAll(async () => {
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'web', 'index.html'), '<title>Saldo</title>');
  writeFileSync(join(folder, 'web', 'assets', 'index-a1b2.js'), 'start()');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  server = await testServer(await memoryStore(), { pages: join(folder, 'web') });
});
afterAll(async () => {
  await server.app.close();
  rmSync(folder, { recursive: true });
});

it('every page’s address gives the one document that starts them, which nobody keeps', async () => {
  for (const url of ['/', '/corridors/BY/RU?year=2011', '/вход', '/index.html']) {
    const answer = await get(server.app, encodeURI(url));
    expect([url, answer.body]).toEqual([url, '<title>Saldo</title>']);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' });
  }
});

it('files whose name carries a hash are kept for ever', async () => {
  const answer = await get(server.app, '/assets/index-a1b2.js');
  expect(answer.body).toBe('start()');
  expect(answer.headers['cache-control']).toContain('immutable');
});

it('nothing beside the pages is given, and what is missing is a problem', async () => {
  const urls = ['/secret.txt', '/../secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt', '/assets/old.js'];
  for (const url of [...urls, '/api/nothing', '/api', '/metrics/x']) {
    const answer = await get(server.app, url);
    expect([url, answer.json().status >= 400]).toEqual([url, true]);
    expect(answer.body).not.toContain('secret"');
  }
  expect((await server.app.inject({ method: 'POST', url: '/' })).json()).toMatchObject({ status: 404 });
});
