import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld, type TestWorld } from '../../../test/fixtures/simulated-world.ts';
import type { Cell, Engine } from '../../engine/engine.ts';
import { readSlips } from '../slips/read-slips.ts';
import { acceptFile } from './accept-batch.ts';
import { type BatchHome, HEADER, makeBatchHome, TODAY, withEngine } from './fixtures/batch-home.ts';

const request = { by: 'anna', allowedOffices: 'all', today: TODAY } as const;

let home: BatchHome;
beforeEach(async () => {
  home = await makeBatchHome();
});
afterEach(() => home.remove());

describe('reading batches', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await makeWorld(1, 400);
  });
  afterAll(() => world.remove());

  it('gives the slips that reading the files gives, however they are split and in whatever order', async () => {
    const whole = await withEngine(engine => slipsOf(engine, () => readSlips(engine, [world.slips])));
    for (const path of splitFiles(world, 2).toReversed()) await acceptFile(home.place, path, request);
    const batches = await withEngine(engine => slipsOf(engine, () => home.read(engine)));
    expect(batches.columns).toEqual(whole.columns);
    expect(batches.rows.length).toBeGreaterThan(500);
    expect(batches.rows).toEqual(whole.rows);
    const { read, accepted, setAside } = batches.reading;
    expect({ read, accepted, setAside }).toEqual({
      read: whole.reading.read,
      accepted: whole.reading.accepted,
      setAside: whole.reading.setAside,
    });
    expect(batches.reading).toMatchObject({
      offices: whole.reading.offices,
      firstEvent: whole.reading.firstEvent,
      lastRegistered: whole.reading.lastRegistered,
    });
  });
});

describe('later batches', () => {
  it('replace earlier slips of the same office and number, and take back what they withdraw', async () => {
    await load(
      '1,BY,arrival,2011-03-05,Old,Anna',
      '2,BY,arrival,2011-03-05,Two,Boris',
      '3,BY,arrival,2011-03-05,Three,C',
    );
    await load(
      '1,BY,arrival,2011-03-05,New,Anna',
      '2,BY,arrival,2011-03-05,,,,,,,withdrawn',
      '3,RU,arrival,2011-03-05,Other,D',
    );
    await withEngine(async engine => {
      const reading = await home.read(engine);
      expect(await names(engine)).toEqual(['BY 1 New', 'BY 3 Three', 'RU 3 Other']);
      expect(reading).toMatchObject({ read: 6, accepted: 3, setAside: 3 });
      expect(reading.faultsByCode.map(({ code, rows, setAside }) => [code, rows, setAside])).toEqual([
        ['withdrawn', 2, true],
        ['replaced', 1, true],
      ]);
      expect(reading.files.map(({ accepted, setAside }) => [accepted, setAside])).toEqual([
        [1, 2],
        [2, 1],
      ]);
    });
  });

  it('bring back what was withdrawn, and do not replace by rows that are set aside', async () => {
    await load('1,BY,arrival,2011-03-05,First,Anna', '2,BY,arrival,2011-03-05,Stays,Boris');
    await load('1,BY,arrival,2011-03-05,,,,,,,withdrawn', '9,BY,arrival,2011-03-05,Nine,I');
    await load('1,BY,arrival,2011-03-05,Back,Anna', '2,BY,arrival,bad,Bad,Boris');
    await withEngine(async engine => {
      await home.read(engine);
      expect(await names(engine)).toEqual(['BY 1 Back', 'BY 2 Stays', 'BY 9 Nine']);
    });
  });

  it('are read up to the one that a run knows', async () => {
    const first = await load('1,BY,arrival,2011-03-05,Old,Anna');
    await load('1,BY,arrival,2011-03-05,New,Anna');
    await withEngine(async engine => {
      await home.read(engine, [first]);
      expect(await names(engine)).toEqual(['BY 1 Old']);
    });
    await expect(home.read(undefined as never, ['0'.repeat(64)])).rejects.toMatchObject({ code: 'unknown_batch' });
  });
});

async function load(...rows: string[]): Promise<string> {
  const path = home.write(
    'slips.csv',
    `${HEADER}${rows.map(row => row.padEnd(row.length + commas(row), ',')).join('\n')}\n`,
  );
  return (await acceptFile(home.place, path, request)).batch.id;
}

function commas(row: string): number {
  return HEADER.split(',').length - row.split(',').length;
}

async function names(engine: Engine): Promise<string[]> {
  const rows = await engine.rows<{ text: string }>(
    `select concat_ws(' ', office, slip_id, surname) as text from slip order by n`,
  );
  return rows.map(({ text }) => text);
}

async function slipsOf<Reading>(engine: Engine, read: () => Promise<Reading>) {
  const reading = await read();
  const columns = await engine.rows<Record<string, Cell>>(
    `select column_name, column_type from (describe slip) where column_name <> 'file'`,
  );
  const rows = await engine.rows(`select * exclude (file, row) from slip order by n`);
  return { reading, columns, rows };
}

/** The world's files, each cut into parts. */
function splitFiles(world: TestWorld, parts: number): string[] {
  const folder = join(world.folder, 'parts');
  mkdirSync(folder, { recursive: true });
  return readdirSync(world.slips).flatMap(name => {
    const [header = '', ...lines] = readFileSync(join(world.slips, name), 'utf8').trimEnd().split('\n');
    const size = Math.ceil(lines.length / parts);
    return Array.from({ length: Math.min(parts, lines.length) }, (_, part) => {
      const path = join(folder, `${part}-${name}`);
      writeFileSync(path, `${[header, ...lines.slice(part * size, (part + 1) * size)].join('\n')}\n`);
      return path;
    });
  });
}
