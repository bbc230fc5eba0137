import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../engine/engine.ts';
import { FORBIDDEN } from './agglomerate.ts';
import { type Joining, joinPart } from './components.ts';
import { JudgedPairs } from './judged-pairs.ts';
import { startingModel } from './model.ts';
import { PairList } from './pair-list.ts';
import { Part } from './part.ts';
import { formPersons } from './persons.ts';
import { type Components, settleComponents } from './settle.ts';
import { UnionFind } from './union-find.ts';

const FIRM = 20;

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
});
afterAll(() => engine.close());

type Pair = readonly [a: number, b: number, weight: number];

/** Persons of slips with these pairs compared, the first slip written like each, and the weights of all other pairs. */
async function persons(
  writing: readonly number[],
  compared: readonly Pair[],
  others: readonly Pair[] = [],
  apart: readonly (readonly [number, number])[] = [],
) {
  await engine.run('create or replace table judged (a integer, b integer, same boolean)');
  for (const [a, b] of apart) await engine.run(`insert into judged values (${a}, ${b}, false)`);
  const judged = await JudgedPairs.read(engine);
  const pairs = new PairList();
  const linked = new UnionFind(writing.length);
  for (const [a, b, weight] of compared) {
    pairs.add(a, b, weight);
    if (weight >= FIRM) linked.union(a, b);
  }
  const all = [...compared, ...others];
  const weigh = (a: number, b: number) =>
    judged.same(a, b) === false ? FORBIDDEN : (all.find(pair => pair[0] === a && pair[1] === b)?.[2] ?? -FIRM);
  const found = { pairs, linked, writing: Int32Array.from(writing), blocks: [] };
  const weigher = { fetch: () => {}, weigh, contrary: () => 0 };
  const settle = async (components: Components) => [settleComponents(components, weigher, Part.whole())];
  const join = async (joining: Joining) => [joinPart(joining, Part.whole())];
  const count = await formPersons(engine, startingModel(10), found, { judged, join, settle });
  const rows = await engine.rows<{ person: number }>('select person from person order by n');
  return { ...count, persons: rows.map(({ person }) => person) };
}

describe('persons', () => {
  it('are what firm pairs join, without another look where every two writings are linked firmly', async () => {
    const found = await persons(
      [0, 1, 1, 3],
      [
        [0, 1, FIRM],
        [1, 2, FIRM],
      ],
    );
    expect(found).toMatchObject({ persons: [1, 1, 1, 2], judgedComponents: 0 });
  });

  it('are judged as a whole where a chain joins two that contradict each other', async () => {
    const found = await persons(
      [0, 1, 2],
      [
        [0, 1, FIRM],
        [1, 2, 1],
      ],
    );
    expect(found).toMatchObject({ persons: [1, 1, 2], judgedComponents: 1, splitComponents: 1 });
  });

  it('stay whole where a chain joins slips that agree', async () => {
    const found = await persons(
      [0, 1, 2],
      [
        [0, 1, FIRM],
        [1, 2, 1],
      ],
      [[0, 2, 3]],
    );
    expect(found).toMatchObject({ persons: [1, 1, 1], judgedComponents: 1, splitComponents: 0 });
  });

  it('part slips written just alike where a reviewer says so', async () => {
    const found = await persons(
      [0, 0, 0],
      [
        [0, 1, FIRM],
        [0, 2, FIRM],
      ],
      [],
      [[1, 2]],
    );
    expect(new Set(found.persons).size).toBe(2);
  });
});
