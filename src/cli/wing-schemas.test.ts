import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { undocumentedColumns } from '../store/describe-table.ts';
import { describeStores } from '../store/fixtures/describe-stores.ts';
import { readRows, writeRows } from '../store/store-rows.ts';
import { migrateWing, pendingOf } from '../store/wing-schema.ts';
import { WING_SCHEMAS } from './wing-schemas.ts';

describeStores('what the rooms keep in the stores', ({ open }) => {
  for (const schema of WING_SCHEMAS) {
    it(`is made whole and documented: ${schema.wing}`, async () => {
      const store = await open<unknown>();
      await migrateWing(store, schema);
      expect(await undocumentedColumns(store)).toEqual([]);
      expect(await pendingOf(store, schema)).toEqual([]);
    });

    it(`goes into backups: ${schema.wing}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'saldo-schemas-'));
      const [from, into] = [await open<unknown>(), await open<unknown>()];
      await migrateWing(from, schema);
      await migrateWing(into, schema);
      const contents = await writeRows(from, folder);
      await readRows(into, folder, contents);
      rmSync(folder, { recursive: true });
      expect(contents.tables.length).toBeGreaterThan(schema.owners.length);
    });
  }
});

it('names every room that has migrations', () => {
  const src = fileURLToPath(new URL('../', import.meta.url));
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => /(?<!\.test)\.ts$/.test(file));
  const migrated = files.flatMap(file =>
    file.includes('fixtures') || file.endsWith('wing-schemas.ts')
      ? []
      : [...readFileSync(join(src, file), 'utf8').matchAll(/\bmigrate\(\w+, '(\w+)'|\bowner: '(\w+)'/g)].map(
          ([, alone, listed]) => alone ?? listed,
        ),
  );
  const known = WING_SCHEMAS.flatMap(({ owners }) => owners.map(({ owner }) => owner));
  expect(known.toSorted()).toEqual([...new Set(migrated)].toSorted());
});
