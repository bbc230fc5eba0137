import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undocumentedColumns } from '../../store/describe-table.ts';
import { hashFile } from '../slips/hash-file.ts';
import { acceptFile } from './accept-batch.ts';
import { listBatches } from './batch.ts';
import { allFiles, type BatchHome, HEADER, makeBatchHome, TODAY } from './fixtures/batch-home.ts';
import type { PrepareRequest } from './prepare-batch.ts';
import { sweepBatches } from './sweep-batches.ts';

const request: PrepareRequest = { by: 'anna', allowedOffices: 'all', today: TODAY };
const FILE = `${HEADER}1,BY,arrival,2011-03-05,Ковалевская,Софья,1990-01-15,MP1234567,RU,BY,
2,BY,arrival,2011-03-06,Hamilton,Sofia,1990-01-16,,RU,BY,
3,RU,departure,2011-03-07,Lovelace,Ada,,,RU,BY,
4,BY,arrival,bad,Noether,Emmy,,,RU,BY,
5,BY,arrival,2011-03-08,Германова,Софи,1990-13-16,,RU,BY,
6,BY,arrival,2011-03-09,Meitner,Lise,,,RU,BY,withdrawn
`;

let home: BatchHome;
beforeEach(async () => {
  home = await makeBatchHome();
});
afterEach(() => home.remove());

describe('accepting a file', () => {
  it('keeps it as a batch named by its hash, with a manifest', async () => {
    const path = home.write('slips.csv', FILE);
    const { batch, isNew } = await acceptFile(home.place, path, request);
    expect(isNew).toBe(true);
    expect(batch).toMatchObject({
      ...{ id: await hashFile(path), file_name: 'slips.csv', bytes: statSync(path).size, profile: 'saldo' },
      ...{ format: 'csv', simulated: false, offices: ['BY', 'RU'], read: 6, accepted: 4, set_aside: 2 },
      ...{ withdrawals: 1, first_event: '2011-03-05', last_registered: '2011-03-08', names: 4, accepted_by: 'anna' },
    });
    expect(batch.faults.map(({ code, rows }) => [code, rows])).toContainEqual(['withdrawn', 1]);
    expect(batch).not.toHaveProperty('names_key');
    const folder = home.place.home.path('statistics', 'batches');
    expect(readdirSync(folder).sort()).toEqual([`${batch.id}.faults`, `${batch.id}.names`, `${batch.id}.parquet`]);
    for (const [name, sha256] of [
      ['parquet', batch.rows_sha256],
      ['names', batch.names_sha256],
      ['faults', batch.faults_sha256],
    ]) {
      expect(await hashFile(join(folder, `${batch.id}.${name}`))).toBe(sha256);
      expect(statSync(join(folder, `${batch.id}.${name}`)).mode & 0o777).toBe(0o600);
    }
  });

  it('leaves no name and no document in the open, in any file of the home', async () => {
    await home.remove();
    home = await makeBatchHome('on disk');
    await acceptFile(home.place, home.write('slips.csv', FILE), request);
    const words = ['Ковалевская', 'Hamilton', 'Lovelace', 'Noether', 'Германова', 'Meitner', 'Софья', 'MP1234567'];
    for (const { path, bytes } of allFiles(home.place.home.folder))
      for (const word of words) expect(bytes.includes(word), `${word} in ${path}`).toBe(false);
    expect(readdirSync(home.place.home.path('statistics', 'work'))).toEqual([]);
    expect(readdirSync(home.place.home.path('statistics', 'uploads'))).toEqual([]);
  });

  it('changes nothing the second time, under whatever name, even at once', async () => {
    const path = home.write('slips.csv', FILE);
    const [first, second] = await Promise.all([
      acceptFile(home.place, path, request),
      acceptFile(home.place, path, { ...request, fileName: 'again.csv' }),
    ]);
    const third = await acceptFile(home.place, path, { ...request, by: 'boris' });
    expect([first, second].filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(third.isNew).toBe(false);
    expect(second.batch).toEqual(first.batch);
    expect(third.batch).toEqual(first.batch);
    expect(await listBatches(home.place.db)).toEqual([first.batch]);
  });

  it('refuses slips of offices that the giver does not act for, and keeps nothing', async () => {
    const path = home.write('slips.csv', FILE);
    await expect(acceptFile(home.place, path, { ...request, allowedOffices: ['BY'] })).rejects.toMatchObject({
      code: 'office_not_held',
      details: { others: ['RU'] },
    });
    expect(await listBatches(home.place.db)).toEqual([]);
    expect(readdirSync(home.place.home.path('statistics', 'uploads'))).toEqual([]);
    await acceptFile(home.place, path, request);
    await expect(acceptFile(home.place, path, { ...request, allowedOffices: ['BY'] })).rejects.toMatchObject({
      code: 'office_not_held',
    });
  });

  it('refuses a file without a row that could be accepted, and what is no slip file', async () => {
    const empty = home.write('bad.csv', `${HEADER}1,BY,arrival,bad,,,,,RU,BY,\n`);
    await expect(acceptFile(home.place, empty, request)).rejects.toMatchObject({ code: 'nothing_accounted' });
    const text = home.write('notes.txt', 'a,b\n1,2\n');
    await expect(acceptFile(home.place, text, request)).rejects.toMatchObject({ code: 'not_a_slip_file' });
    await expect(acceptFile(home.place, join('nowhere', 'x.csv'), request)).rejects.toMatchObject({
      code: 'unreadable_input',
    });
    expect(readdirSync(home.place.home.path('statistics', 'uploads'))).toEqual([]);
  });

  it('needs the names key that it was accepted with', async () => {
    await acceptFile(home.place, home.write('slips.csv', FILE), request);
    writeFileSync(home.place.home.path('keys', 'names.key'), `${Buffer.alloc(32, 7).toString('base64')}\n`);
    home = await home.reopen();
    await expect(home.read(undefined as never)).rejects.toMatchObject({ code: 'wrong_names_key' });
  });
});

describe('what a killed process left', () => {
  it('goes at the next opening: files without a manifest, unfinished uploads, second copies, working files', async () => {
    const { batch } = await acceptFile(home.place, home.write('slips.csv', FILE), request);
    const { home: folder } = home.place;
    const orphans = [
      folder.path('statistics', 'batches', `${'a'.repeat(64)}.parquet`),
      folder.path('statistics', 'batches', `${batch.id}.2.names`),
      folder.path('statistics', 'uploads', 'abc.begun'),
      folder.path('statistics', 'work', 'names.parquet'),
      folder.path('statistics', 'uploads', batch.id),
    ];
    mkdirSync(folder.path('statistics', 'work'), { recursive: true });
    for (const path of orphans) writeFileSync(path, 'x');
    expect((await sweepBatches(home.place)).sort()).toEqual(orphans.sort());
    for (const path of orphans) expect(existsSync(path)).toBe(false);
    expect(await sweepBatches(home.place)).toEqual([]);
    expect(readdirSync(folder.path('statistics', 'batches')).length).toBe(3);
  });
});

describe('the tables of batches', () => {
  it('are all described', async () => {
    expect(await undocumentedColumns(home.store)).toEqual([]);
  });
});
