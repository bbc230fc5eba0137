import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../engine/engine.ts';
import { judgeKnownPersons } from './known-persons.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
  await engine.run(`create table slip as select * from (values
    (0, 'Иванов', date '2005-01-01'), (1, null, date '2005-01-01'), (2, null, date '2006-02-02'),
    (3, 'Петров', date '2005-01-01'), (4, null, date '2005-01-01'), (5, 'Сидоров', date '2005-01-01')
  ) as slips (n, surname, dated_on)`);
  await engine.run('alter table slip add column birth_year smallint default 1980');
  for (const column of ['given_name', 'patronymic', 'document'])
    await engine.run(`alter table slip add column ${column} varchar`);
  for (const column of ['origin', 'destination'])
    await engine.run(`alter table slip add column ${column} varchar default 'BY'`);
});
afterAll(() => engine.close());
beforeEach(async () => {
  await engine.run('create or replace table judged (a integer, b integer, same boolean)');
  await engine.run('drop table if exists known_person');
});

const judged = () => engine.rows('select * from judged order by a, b');
const know = (rows: string) =>
  engine.run(`create table known_person as select * from (values ${rows}) as known (n, person)`);

describe('persons known before names were deleted', () => {
  it('keep slips without names together, and apart from the others that they could be taken for', async () => {
    await know('(0, 1), (1, 1), (2, 1), (3, 2), (4, 3)');
    expect(await judgeKnownPersons(engine)).toBe(6);
    expect(await judged()).toEqual([
      { a: 0, b: 1, same: true },
      { a: 0, b: 4, same: false },
      { a: 1, b: 2, same: true },
      { a: 1, b: 3, same: false },
      { a: 1, b: 4, same: false },
      { a: 3, b: 4, same: false },
    ]);
  });

  it('leave slips with names to the evidence', async () => {
    await know('(0, 1), (3, 1), (5, 2)');
    expect(await judgeKnownPersons(engine)).toBe(0);
  });

  it('stand below what reviewers judged', async () => {
    await know('(0, 1), (1, 1)');
    await engine.run('insert into judged values (0, 1, false)');
    expect(await judgeKnownPersons(engine)).toBe(0);
    expect(await judged()).toEqual([{ a: 0, b: 1, same: false }]);
  });

  it('are none where no names were deleted', async () => {
    expect(await judgeKnownPersons(engine)).toBe(0);
  });
});
