import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell, Engine } from '../src/engine/engine.ts';
import { account } from '../src/statistics/accounts/account.ts';
import { DEFAULT_PARAMETERS } from '../src/statistics/accounts/parameters.ts';
import type { RunRecord } from '../src/statistics/accounts/run-record.ts';
import { acceptFile } from '../src/statistics/batches/accept-batch.ts';
import { currentBatches, listBatches } from '../src/statistics/batches/batch.ts';
import { batchesToRead } from '../src/statistics/batches/batches-to-read.ts';
import { deleteNames } from '../src/statistics/batches/delete-names.ts';
import { allFiles, type BatchHome, makeBatchHome, withEngine } from '../src/statistics/batches/fixtures/batch-home.ts';
import type { LinkedRun } from '../src/statistics/batches/known-persons.ts';
import { verifyDeletion } from '../src/statistics/batches/verify-deletion.ts';
import { slipBatches } from '../src/statistics/runs/slip-batches.ts';
import { readSlips } from '../src/statistics/slips/read-slips.ts';
import { makeWorld, type TestWorld } from './fixtures/simulated-world.ts';
import { splitFiles } from './fixtures/split-files.ts';

let world: TestWorld;
let home: BatchHome;

beforeAll(async () => {
  world = await makeWorld(1, 500);
  home = await makeBatchHome('on disk');
  for (const path of splitFiles(world, 2).toReversed())
    await acceptFile(home.place, path, { by: 'anna', allowedOffices: 'all', simulated: true });
});
afterAll(async () => {
  world.remove();
  await home.remove();
});

describe('a simulated world, split into many files in any order', () => {
  it('gives as batches the slips that reading its files gives', async () => {
    const whole = await withEngine(engine => slipsOf(engine, () => readSlips(engine, [world.slips])));
    const batches = await withEngine(engine => slipsOf(engine, () => home.read(engine)));
    expect(batches.columns).toEqual(whole.columns);
    expect(batches.rows.length).toBeGreaterThan(500);
    expect(batches.rows).toEqual(whole.rows);
    const { read, accepted, setAside, offices, firstEvent, lastRegistered } = whole.reading;
    expect(batches.reading).toMatchObject({ read, accepted, setAside, offices, firstEvent, lastRegistered });
  });
});

describe('after the deletion of names', () => {
  const term = { office: 'BY', before: '2009-01-01' };
  let before: RunRecord;
  let linked: LinkedRun;
  let surnames: string[];

  beforeAll(async () => {
    before = await run('one');
    linked = {
      run: 'one',
      batches: await currentBatches(home.place.db),
      persons: home.place.home.path('statistics', 'runs', 'one', 'persons.parquet'),
      precision: before.linkage.precision,
      recall: before.linkage.recall,
    };
    surnames = await surnamesOf(term);
  });

  it('flows, gaps and coverage of the same batches are the same, and no name is anywhere', async () => {
    expect(surnames.length).toBeGreaterThan(50);
    const deletion = await deleteNames(home.place, { ...term, reason: 'linked', by: 'olga', linked });
    expect(deletion.slips).toBeGreaterThan(100);
    const { at: _, ...left } = deletion.proof.verified ?? { at: '' };
    expect(left).toEqual({ names_left: 0, texts_left: 0, files_left: 0, keys_left: 0 });
    expect(await verifyDeletion(home.place, deletion)).toMatchObject(left);

    const after = await run('two');
    expect(after.fingerprint).toBe(before.fingerprint);
    expect(after.persons).toBe(before.persons);
    expect(read('two', 'flows.csv')).toBe(read('one', 'flows.csv'));

    await withEngine(async engine => {
      await home.read(engine);
      const rows = await engine.row(
        `select count(*) filter (office = 'BY' and registered_on < '2009-01-01') as gone,
          count(*) filter (surname is null and (office <> 'BY' or registered_on >= '2009-01-01')) as others from slip`,
      );
      const named = await engine.row(`select count(*) as named from slip
        where office = 'BY' and registered_on < '2009-01-01' and coalesce(surname, given_name, patronymic, document) is not null`);
      expect(rows['gone']).toBeGreaterThan(100);
      expect(rows['others']).toBeLessThan(20);
      expect(named['named']).toBe(0);
    });
    for (const { path, bytes } of allFiles(home.place.home.folder))
      for (const surname of surnames) expect(bytes.includes(surname), `${surname} in ${path}`).toBe(false);
  });

  it('all names of an office can go, and the account stands', async () => {
    const persons = home.place.home.path('statistics', 'runs', 'two', 'persons.parquet');
    const request = { office: 'BY', before: '2100-01-01', reason: 'all', by: 'olga' };
    const deletion = await deleteNames(home.place, { ...request, linked: { ...linked, run: 'two', persons } });
    expect(deletion.proof.verified).toMatchObject({ names_left: 0, texts_left: 0, files_left: 0, keys_left: 0 });
    const ofOffice = (await listBatches(home.place.db)).filter(({ offices }) => offices.includes('BY'));
    expect(ofOffice.map(({ names, names_sha256 }) => [names, names_sha256])).toEqual(ofOffice.map(() => [0, null]));
    expect((await run('three')).fingerprint).toBe(before.fingerprint);
  });
});

async function run(id: string): Promise<RunRecord> {
  const out = home.place.home.path('statistics', 'runs', id);
  mkdirSync(out, { recursive: true });
  const slips = await batchesToRead(home.place, await currentBatches(home.place.db));
  return account({
    source: slipBatches(slips),
    out,
    parameters: DEFAULT_PARAMETERS,
    format: 'parquet',
    reports: { en: 'report-en.html' },
    workParent: home.place.home.path('statistics', 'work'),
  });
}

function read(id: string, file: string): string {
  return readFileSync(home.place.home.path('statistics', 'runs', id, file), 'utf8');
}

/** Surnames that stand in the slips of a term, and in no text that rests open. */
async function surnamesOf({ office, before }: { office: string; before: string }): Promise<string[]> {
  return withEngine(async engine => {
    await home.read(engine);
    const rows = await engine.rows<{ surname: string }>(
      `select distinct surname from slip where office = '${office}' and registered_on < '${before}' and length(surname) > 5
        and surname not in (select coalesce(unnest([origin_place, destination_place]), '') from slip)`,
    );
    return rows.map(({ surname }) => surname);
  });
}

async function slipsOf<Reading>(engine: Engine, read: () => Promise<Reading>) {
  const reading = await read();
  const columns = await engine.rows<Record<string, Cell>>(
    `select column_name, column_type from (describe slip) where column_name <> 'file'`,
  );
  return { reading, columns, rows: await engine.rows('select * exclude (file, row) from slip order by n') };
}
