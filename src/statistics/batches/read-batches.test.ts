import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../engine/engine.ts';
import { acceptFile } from './accept-batch.ts';
import { type BatchHome, HEADER, makeBatchHome, TODAY, withEngine } from './fixtures/batch-home.ts';

const request = { by: 'anna', allowedOffices: 'all', today: TODAY } as const;

let home: BatchHome;
beforeEach(async () => {
  home = await makeBatchHome();
});
afterEach(() => home.remove());

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
