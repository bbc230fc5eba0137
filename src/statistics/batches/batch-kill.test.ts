import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeStores } from '../../store/fixtures/describe-stores.ts';
import { openHome } from '../../store/home.ts';
import { migrate } from '../../store/migrate.ts';
import { openStore, type StorePlace } from '../../store/store.ts';
import { hashFile } from '../slips/hash-file.ts';
import { batchesFolder, rowsFile, sealedFileName } from './batch-files.ts';
import type { BatchPlace } from './batch-place.ts';
import type { BatchesSchema } from './batches-schema.ts';
import { batchesToRead } from './batches-to-read.ts';
import { withEngine } from './fixtures/batch-home.ts';
import { BATCHES_MIGRATIONS } from './migrations.ts';
import { listDeletions } from './name-deletion.ts';
import { openBatchPlace } from './open-batch-place.ts';
import { readBatches } from './read-batches.ts';
import { verifyDeletion } from './verify-deletion.ts';

const PROGRAM = fileURLToPath(new URL('fixtures/load-files.ts', import.meta.url));
const HEADER = 'slip_id,office,kind,registered_on,surname,given_name,birth_date\n';
const FILES = 12;
const ROWS = 40;

interface Said {
  type: 'ready' | 'accepted' | 'deleted';
  id: string;
  isNew?: boolean;
}

let folder: string;
let files: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-kill-'));
  files = join(folder, 'files');
  mkdirSync(files);
  for (let file = 0; file < FILES; file++) {
    const name = String(file).padStart(2, '0');
    const rows = Array.from({ length: ROWS }, (_, row) => {
      const day = String(1 + (row % 28)).padStart(2, '0');
      return `${file}-${row},BY,arrival,2001-01-${day},Surname${file}x${row},Anna,1980-01-${day}`;
    });
    writeFileSync(join(files, `${name}.csv`), `${HEADER}${rows.join('\n')}\nbad,BY,arrival,,Faulty${file},,\n`);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describeStores('killed while files are accepted and names deleted', bench => {
  it('a process leaves all that it acknowledged, and nothing half done', async () => {
    const rows = await bench.place();
    const accepted = new Set<string>();
    const deleted = new Set<string>();
    for (const [events, delay] of [
      [1, 3],
      [2, 20],
      [4, 45],
      [3, 80],
      [Number.POSITIVE_INFINITY, 0],
    ] as const) {
      for (const { type, id, isNew } of await sayUntilKilled(rows, events, delay)) {
        if (type === 'accepted') {
          expect(isNew, `${id} is accepted once`).toBe(!accepted.has(id));
          accepted.add(id);
        } else if (type === 'deleted') deleted.add(id);
      }
      await withPlace(rows, place => checkAll(place, accepted, deleted));
    }
    expect(accepted.size).toBe(FILES);
    expect(deleted.size).toBeGreaterThan(0);
  }, 240_000);
});

async function checkAll(place: BatchPlace, accepted: Set<string>, deleted: ReadonlySet<string>): Promise<void> {
  const batches = await place.db.selectFrom('batch').selectAll().orderBy('sequence').execute();
  const ids = batches.map(({ id }) => id);
  for (const id of accepted) expect(ids).toContain(id);
  // What was accepted just before the kill could not say so any more.
  for (const id of ids) accepted.add(id);
  const expected: string[] = [];
  for (const batch of batches) {
    const named = [
      { name: rowsFile(batch.id), sha256: batch.rows_sha256 },
      { name: sealedFileName(batch.id, 'faults', batch.faults_version), sha256: batch.faults_sha256 },
      ...(batch.names_key === null
        ? []
        : [{ name: sealedFileName(batch.id, 'names', batch.names_version), sha256: batch.names_sha256 }]),
    ];
    for (const { name, sha256 } of named) expect(await hashFile(join(batchesFolder(place.home), name))).toBe(sha256);
    expected.push(...named.map(({ name }) => name));
  }
  expect(readdirSync(batchesFolder(place.home)).sort()).toEqual(expected.sort());
  for (const name of readdirSync(place.home.path('statistics', 'uploads'))) {
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(ids).not.toContain(name);
  }
  const deletions = await listDeletions(place.db, { limit: 100 });
  for (const id of deleted) expect(deletions.map(deletion => deletion.id)).toContain(id);
  for (const deletion of deletions) {
    const none = { names_left: 0, texts_left: 0, files_left: 0, keys_left: 0 };
    expect(deletion.proof.verified).toMatchObject(none);
    expect(await verifyDeletion(place, deletion)).toMatchObject(none);
  }
  await withEngine(async engine => {
    if (ids.length === 0) return;
    expect(await readBatches(engine, await batchesToRead(place, ids))).toMatchObject({ accepted: ids.length * ROWS });
    const named = batches.reduce((sum, { names }) => sum + names, 0);
    expect(await engine.row('select count(surname) as named from slip')).toEqual({ named });
  });
}

async function withPlace(rows: StorePlace, work: (place: BatchPlace) => Promise<void>): Promise<void> {
  const home = await openHome(join(folder, 'home'), { holder: 'command' });
  const store = await openStore<BatchesSchema>(rows);
  try {
    await migrate(store, 'batches', BATCHES_MIGRATIONS);
    await work(await openBatchPlace(home, store.db));
  } finally {
    await store.close();
    await home.close();
  }
}

/** What the process says until it is killed, some milliseconds after so many events. */
async function sayUntilKilled(rows: StorePlace, events: number, delay: number): Promise<Said[]> {
  const args = ['--import', 'tsx', PROGRAM, join(folder, 'home'), JSON.stringify(rows), files];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const said: Said[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(JSON.parse(line));
    if (said.length === events) void killLater(child, delay);
  }
  await ended;
  return said;
}

async function killLater(child: ChildProcess, delay: number): Promise<void> {
  await wait(delay);
  child.kill('SIGKILL');
}
