import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../engine/engine.ts';
import { holdKnownPersons } from './known-persons.ts';

let engine: Engine;
beforeEach(async () => {
  engine = await Engine.open({ threads: 1 });
});
afterEach(() => engine.close());

describe('known persons', () => {
  it('change nothing where there are none', async () => {
    await link([1, 1, 2], {});
    const linkage = { persons: 2, precision: 0.9, recall: 0.8 };
    expect(await holdKnownPersons(engine, linkage)).toBe(linkage);
    expect(await persons()).toBe('0+1 2');
  });

  it('hold together and apart what was linked otherwise now', async () => {
    await link([1, 2, 3, 3], { known: [7, 7, 8, 9] });
    expect(await held()).toMatchObject({ persons: 3, precision: 0.5, recall: 0.6 });
    expect(await persons()).toBe('0+1 2 3');
  });

  it('take up slips that are linked to them, those of the larger part where several are', async () => {
    await link([1, 1, 1, 1, 2, 2], { known: [7, 8, 8, null, null, null] });
    await held();
    expect(await persons()).toBe('0 1+2+3 4+5');
  });

  it('give way to judgements', async () => {
    await link([1, 2, 3, 4, 5], {
      known: [7, 8, 9, 6, 6],
      judged: [
        [0, 1, true],
        [1, 2, true],
        [3, 4, false],
      ],
    });
    await held();
    expect(await persons()).toBe('0+1+2 3 4');
  });

  it('do not take up a slip that was judged different from one of theirs', async () => {
    await link([1, 1, 1, 1], { known: [7, 7, 8, null], judged: [[0, 3, false]] });
    await held();
    expect(await persons()).toBe('0+1 2+3');
  });

  it('tell of errors by the numbers of links known and new', async () => {
    await link([1, 1, 2, 2], { known: [7, 7, null, null] });
    expect(await held()).toMatchObject({ persons: 2, precision: 0.75, recall: 0.8 });
  });

  it('are doubted no more', async () => {
    await link([1, 1, 1], { known: [7, 7, null] });
    await engine.run('insert into pair values (0, 1, 1), (1, 2, 1)');
    await held();
    expect(await engine.rows('select a, b from pair')).toEqual([{ a: 1, b: 2 }]);
  });
});

function held() {
  return holdKnownPersons(engine, { persons: 0, precision: 1, recall: 1 });
}

/** Slips 0, 1, … linked to persons now, and perhaps known before. */
async function link(
  now: readonly number[],
  { known, judged = [] }: { known?: readonly (number | null)[]; judged?: readonly [number, number, boolean][] },
): Promise<void> {
  await engine.run('create table person (n integer, person integer)');
  await engine.run('create table pair (a integer, b integer, weight float)');
  await engine.run('create table judged (a integer, b integer, same boolean)');
  for (const [n, person] of now.entries()) await engine.run(`insert into person values (${n}, ${person})`);
  for (const [a, b, same] of judged) await engine.run(`insert into judged values (${a}, ${b}, ${same})`);
  if (known === undefined) return;
  await engine.run('create table known_person (n integer, person integer)');
  await engine.run('create table known_linkage as select 0.5::double as precision, 0.6::double as recall');
  for (const [n, person] of known.entries())
    if (person !== null) await engine.run(`insert into known_person values (${n}, ${person})`);
}

/** The slips of each person, in their order: `0+1 2`. */
async function persons(): Promise<string> {
  const rows = await engine.rows<{ slips: string }>(
    `select string_agg(n, '+' order by n) as slips from person group by person order by person`,
  );
  return rows.map(({ slips }) => slips).join(' ');
}
