import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../engine/engine.ts';
import { readSlips } from '../slips/read-slips.ts';
import { comparePairs } from './compare-pairs.ts';
import { Crew } from './crew.ts';
import type { Identity } from './identity.ts';
import { JudgedPairs } from './judged-pairs.ts';
import { startingModel } from './model.ts';
import { readIdentity } from './read-identity.ts';

const MANY = 1_000_000;
const SURNAMES = ['Иванов', 'Ivanov', 'Петрова', 'Каримов', 'Karimov', 'Ковалёва'];
const GIVEN_NAMES = ['Анна', 'Иван', 'Ivan', 'Али', 'Мария'];

let folder: string;
let engine: Engine;
let identity: Identity;
let judged: JudgedPairs;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crew-'));
  const slips = Array.from({ length: 3000 }, (_, at) => {
    const [surname, given] = [SURNAMES[at % SURNAMES.length], GIVEN_NAMES[at % GIVEN_NAMES.length]];
    const birth = `19${60 + (at % 30)}-0${1 + (at % 9)}-1${at % 8}`;
    return `${at},BY,arrival,2005-0${1 + (at % 7)}-01,RU,${surname},${given},${birth}`;
  });
  const header = 'slip_id,office,kind,registered_on,origin,surname,given_name,birth_date';
  writeFileSync(join(folder, 'slips.csv'), [header, ...slips].join('\n'));
  engine = await Engine.open({ threads: 1 });
  await readSlips(engine, [folder]);
  identity = await readIdentity(engine);
  await engine.run('create or replace table judged (a integer, b integer, same boolean)');
  judged = await JudgedPairs.read(engine);
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

async function pairsFoundBy(crew: Crew) {
  try {
    const { pairs, writing, linked, blocks } = await comparePairs(crew, {
      ...{ identity, judged },
      model: startingModel(identity.slips),
    });
    const slips = [...writing.keys()];
    return { ...pairs.columns, writing, linked: slips.map(slip => linked.find(slip)), blocks };
  } finally {
    await crew.dismiss();
  }
}

describe('a crew', () => {
  it('finds the same pairs, in the same order, however many threads it has', async () => {
    const alone = await pairsFoundBy(Crew.gather(identity.slips, 4));
    expect(alone.a.length).toBeGreaterThan(1000);
    expect(await pairsFoundBy(Crew.gather(MANY, 2))).toEqual(alone);
    expect(await pairsFoundBy(Crew.gather(MANY, 3))).toEqual(alone);
  });

  it('works in the thread that asks where slips are few', () => {
    expect(Crew.gather(identity.slips, 4).size).toBe(1);
  });

  it('ends at once, its threads waiting for one another or not, when it is told to', async () => {
    const stop = new AbortController();
    const found = pairsFoundBy(Crew.gather(MANY, 2, stop.signal));
    stop.abort();
    await expect(found).rejects.toThrow('aborted');
  });

  it('fails where one of its threads does', async () => {
    const crew = Crew.gather(MANY, 2);
    await expect(crew.run('compare', {} as Parameters<typeof crew.run<'compare'>>[1])).rejects.toThrow();
    await crew.dismiss();
  });
});
