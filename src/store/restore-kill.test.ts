import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { backupHome } from './backup.ts';
import { startChild } from './fixtures/child.ts';
import { hashFile } from './hashed-copy.ts';
import { openHome } from './home.ts';

const parent = mkdtempSync(join(tmpdir(), 'saldo-restore-kill-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

it('a restore that is killed has put a whole home in place, or none', async () => {
  const home = await openHome(join(parent, 'home'), { holder: 'command' });
  for (let n = 0; n < 40; n++)
    writeFileSync(home.path('statistics', 'batches', `${n}.parquet`), Buffer.alloc(50_000, n));
  const { files } = await backupHome({ home, stores: [], to: join(parent, 'backup'), keys: true });
  await home.close();
  for (const [round, pause] of [5, 23, 61, 97].entries()) {
    const places = join(parent, `round-${round}`);
    const child = startChild('restore-home', [join(parent, 'backup'), places]);
    expect(await child.line()).toBe('ready');
    const told = child.rest();
    await wait(pause);
    await child.kill();
    for (const place of await told) expect(existsSync(join(places, place))).toBe(true);
    const there = existsSync(places) ? readdirSync(places).filter(name => !/^\..*\.partial$/.test(name)) : [];
    for (const place of there) {
      for (const { path, sha256 } of files) {
        expect((await hashFile(join(places, place, path.slice('home/'.length)))).sha256).toBe(sha256);
      }
    }
  }
});
