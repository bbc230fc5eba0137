import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptFile } from './accept-batch.ts';
import { type BatchRow, currentBatches, findBatch } from './batch.ts';
import { deleteNames } from './delete-names.ts';
import { type BatchHome, HEADER, makeBatchHome, TODAY, withEngine } from './fixtures/batch-home.ts';
import type { LinkedRun } from './known-persons.ts';
import { listDeletions } from './name-deletion.ts';
import { readFaults } from './read-faults.ts';

const request = { by: 'anna', allowedOffices: 'all', today: TODAY } as const;
const term = { office: 'BY', before: '2011-03-06', reason: 'linked', by: 'olga' };

let home: BatchHome;
beforeEach(async () => {
  home = await makeBatchHome();
});
afterEach(() => home.remove());

describe('deleting names', () => {
  it('takes those of the office and term, and what its faulty rows show, and leaves the others', async () => {
    const id = await load(
      '1,BY,arrival,2011-03-05,Gone,Anna,1990-01-01,MP1,RU,BY,',
      '2,BY,arrival,2011-03-06,Stays,Boris,1990-01-01,MP2,RU,BY,',
      '3,RU,departure,2011-03-05,Other,Clara,1990-01-01,MP3,RU,BY,',
      '4,BY,arrival,2011-03-01,Aside,Dina,1990-01-01,MP4,RU,AM,',
      '5,RU,departure,2011-03-01,Kept,Egor,1990-01-01,MP5,BY,BY,',
      '6,BY,arrival,bad,Undated,Fjodor,1990-01-01,MP6,RU,BY,',
      '7,??,arrival,2011-03-01,Nobody,Gleb,1990-01-01,MP7,RU,BY,',
    );
    const deletion = await deleteNames(home.place, { ...term, linked: await linkedRun() });
    expect(deletion).toMatchObject({ office: 'BY', before: '2011-03-06', slips: 1, run: 'r', batches: [id] });
    expect(deletion.proof.batches).toMatchObject([{ batch: id, slips: 1, texts: 3 }]);
    expect(deletion.proof.verified).toMatchObject({ names_left: 0, texts_left: 0, files_left: 0, keys_left: 0 });
    await withEngine(async engine => {
      await home.read(engine);
      expect(await engine.rows('select slip_id, surname, given_name, document from slip order by n')).toEqual([
        { slip_id: '1', surname: null, given_name: null, document: null },
        { slip_id: '2', surname: 'Stays', given_name: 'Boris', document: 'MP2' },
        { slip_id: '3', surname: 'Other', given_name: 'Clara', document: 'MP3' },
      ]);
      expect(await engine.rows('select n, person from known_person order by n')).toEqual([
        { n: 0, person: 1 },
        { n: 1, person: 1 },
        { n: 2, person: 2 },
      ]);
    });
    const row = await rowOf(id);
    const faults = await readFaults(home.place, row, { offices: 'all', limit: 10 });
    expect(faults.map(({ row: at, code, found }) => [at, code, found])).toEqual([
      [4, 'office_mismatch', null],
      [5, 'office_mismatch', 'BY'],
      [6, 'bad_date', null],
      [7, 'unknown_state', null],
    ]);
    expect(readdirSync(batchesFolder()).sort()).toEqual(
      [`${deletion.id}.persons.parquet`, `${id}.2.faults`, `${id}.2.names`, `${id}.parquet`].sort(),
    );
    expect(await findBatch(home.place.db, id)).toMatchObject({ names: 2, names_version: 2, accepted: 3 });
  });

  it('is refused before every slip of the term was linked, unless that is wanted', async () => {
    await load('1,BY,arrival,2011-03-05,Gone,Anna');
    await expect(deleteNames(home.place, { ...term, linked: undefined })).rejects.toMatchObject({ code: 'not_linked' });
    const linked = await linkedRun();
    await load('1,BY,arrival,2011-03-04,Corrected,Anna');
    await expect(deleteNames(home.place, { ...term, linked })).rejects.toMatchObject({
      code: 'not_linked',
      details: { slips: 1 },
    });
    expect(await listDeletions(home.place.db, { limit: 10 })).toEqual([]);
    expect(readdirSync(batchesFolder()).length).toBe(6);
    const deletion = await deleteNames(home.place, { ...term, linked: undefined, unlinkedToo: true });
    expect(deletion).toMatchObject({ slips: 2, run: null, known_persons: null });
    expect(deletion.proof.verified).toMatchObject({ names_left: 0, files_left: 0, keys_left: 0 });
  });

  it('finds nothing the second time, and keeps that too', async () => {
    await load('1,BY,arrival,2011-03-05,Gone,Anna');
    await deleteNames(home.place, { ...term, linked: await linkedRun() });
    const again = await deleteNames(home.place, { ...term, linked: await linkedRun() });
    expect(again).toMatchObject({ slips: 0, batches: [] });
    expect(readdirSync(batchesFolder()).filter(name => name.endsWith('.persons.parquet'))).toHaveLength(1);
  });

  it('names every fault of a request', async () => {
    await expect(
      deleteNames(home.place, { office: 'by', before: '2011-13-01', reason: ' ', by: 'olga', linked: undefined }),
    ).rejects.toMatchObject({
      code: 'invalid_option',
      details: { faults: [{}, {}, {}].map(() => expect.any(String)) },
    });
  });

  it('is brought to its end at the next opening where a kill came behind the transaction, with its check', async () => {
    const id = await load('1,BY,arrival,2011-03-05,Gone,Anna', '2,RU,arrival,2011-03-05,Stays,Boris');
    const old = readFileSync(`${batchesFolder()}/${id}.names`);
    const { id: deletion } = await deleteNames(home.place, { ...term, linked: await linkedRun() });
    // As a process leaves it that was killed just behind the transaction.
    writeFileSync(`${batchesFolder()}/${id}.names`, old);
    const review = home.place.home.path('statistics', 'runs', 'r', `review-${id}.names`);
    writeFileSync(review, old);
    const [{ proof } = { proof: undefined }] = await listDeletions(home.place.db, { limit: 1 });
    await home.place.db
      .updateTable('name_deletion')
      .set({ proof: JSON.stringify({ ...proof, verified: null }) })
      .where('id', '=', deletion)
      .execute();
    home = await home.reopen();
    const [finished] = await listDeletions(home.place.db, { limit: 1 });
    expect(finished?.proof.verified).toMatchObject({ names_left: 0, files_left: 0, keys_left: 0 });
    expect(existsSync(`${batchesFolder()}/${id}.names`)).toBe(false);
    expect(existsSync(review)).toBe(false);
  });
});

function batchesFolder(): string {
  return home.place.home.path('statistics', 'batches');
}

async function rowOf(id: string): Promise<BatchRow> {
  return home.place.db.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function load(...rows: string[]): Promise<string> {
  const path = home.write('slips.csv', `${HEADER}${rows.map(padded).join('\n')}\n`);
  return (await acceptFile(home.place, path, request)).batch.id;
}

/** A row with as many cells as the header has. */
function padded(row: string): string {
  return row
    .split(',')
    .concat(Array.from({ length: 11 }, () => ''))
    .slice(0, 11)
    .join(',');
}

/** A run of the batches of now, in which the slips of each office are one person. */
async function linkedRun(): Promise<LinkedRun> {
  const persons = home.place.home.path('statistics', 'runs', 'r', 'persons.parquet');
  mkdirSync(home.place.home.path('statistics', 'runs', 'r'), { recursive: true });
  await withEngine(async engine => {
    await home.read(engine);
    await engine.run(
      `copy (select office, slip_id, if(office = 'BY', 1, 2) as person from slip) to '${persons}' (format parquet)`,
    );
  });
  return { run: 'r', batches: await currentBatches(home.place.db), persons, precision: 0.9, recall: 0.8 };
}
