import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openHome, storePlace } from '../store/home.ts';
import { type Migration, pendingMigrations } from '../store/migrate.ts';
import { openStore } from '../store/store.ts';
import { openStatistics } from './open-statistics.ts';
import { RUNS_MIGRATIONS } from './runs/migrations.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-statistics-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('refuses a home of an earlier version, and changes nothing in it, for an upgrade keeps a backup first', async () => {
  const home = await openHome(join(folder, 'home'), { holder: 'command' });
  await (await openStatistics(home)).close();

  const later: Migration = { name: 'of a later version', up: vi.fn() };
  const migrations = RUNS_MIGRATIONS as Migration[];
  migrations.push(later);
  try {
    await expect(openStatistics(home)).rejects.toMatchObject({
      code: 'store_older',
      message: expect.stringContaining('saldo home upgrade'),
    });
    expect(later.up).not.toHaveBeenCalled();
    const store = await openStore<unknown>(storePlace(home, 'statistics'));
    expect(await pendingMigrations(store, 'runs', migrations)).toEqual([later.name]);
    await store.close();
  } finally {
    migrations.pop();
    await home.close();
  }
});
