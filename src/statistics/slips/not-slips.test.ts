import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SlipBench } from './fixtures/slip-files.ts';

const GOOD = 'slip_id,office,kind,registered_on\n1,RU,arrival,2011-03-05\n';

let bench: SlipBench;
beforeEach(async () => {
  bench = await SlipBench.open();
});
afterEach(() => bench.close());

describe('what holds no slips', () => {
  it.each([
    [
      'a table of something else',
      'x.csv',
      'name,age\nKim,30\n',
      'missing columns slip_id, office, kind, registered_on (by profile saldo); found header: name, age',
    ],
    [
      'a slip table without a required column',
      'x.csv',
      'slip_id;office;kind\n1;RU;arrival\n',
      'missing columns registered_on',
    ],
    [
      'a header that repeats a column',
      'x.csv',
      `slip_id,office,kind,registered_on,Kind\n`,
      'its header repeats columns: kind',
    ],
    ['an empty file', 'x.csv', '', 'the file is empty; expected a header'],
    ['a picture', 'x.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'missing columns'],
    [
      'a JSON document',
      'x.json',
      '[\n  {"slip_id": 1}\n]\n',
      'it is no JSON Lines file: no line at its start is an object; found "[\\n  {',
    ],
    ['JSON Lines of something else', 'x.jsonl', '{"name": "Kim"}\n', 'found header: name'],
    ['a file that is no Parquet', 'x.parquet', 'slip_id,office\n', 'it cannot be read as Parquet, it may be truncated'],
    ['a file that is no gzip', 'x.csv.gz', GOOD, 'cannot be unpacked'],
    ['a gzip cut short', 'x.csv.gz', gzipSync(GOOD).subarray(0, 30), 'cannot be unpacked'],
  ])('is refused: %s', async (_, name, content, message) => {
    const path = bench.write(name, content);
    await expect(bench.read([path])).rejects.toMatchObject({
      code: 'not_a_slip_file',
      exitCode: 2,
      message: expect.stringContaining(`${path}: `),
    });
    await expect(bench.read([path])).rejects.toThrow(message);
  });

  it('is a Parquet file cut short', async () => {
    const whole = join(bench.folder, 'whole.parquet');
    await bench.engine.run(
      `copy (select 1 as slip_id, 'RU' as office from range(10000)) to '${whole}' (format parquet)`,
    );
    const cut = bench.write('cut.parquet', readFileSync(whole).subarray(0, 200));
    await expect(bench.read([cut])).rejects.toMatchObject({
      code: 'not_a_slip_file',
      message: expect.stringMatching(/cut\.parquet: it cannot be read as Parquet, it may be truncated/),
    });
  });

  it('is a path where nothing lies', async () => {
    await expect(bench.read([join(bench.folder, 'nowhere.csv')])).rejects.toMatchObject({
      code: 'unreadable_input',
      message: `${join(bench.folder, 'nowhere.csv')}: there is no such file or folder`,
    });
  });

  it('is a link to nothing', async () => {
    bench.write('good.csv', GOOD);
    const link = join(bench.folder, 'linked.csv');
    symlinkSync(join(bench.folder, 'gone.csv'), link);
    await expect(bench.read([bench.folder])).rejects.toMatchObject({
      code: 'unreadable_input',
      message: `${link}: it is a link to a file that is not there`,
    });
  });

  it('is an empty folder', async () => {
    mkdirSync(join(bench.folder, 'empty'));
    await expect(bench.read([join(bench.folder, 'empty')])).rejects.toMatchObject({
      code: 'no_slips',
      message: `${join(bench.folder, 'empty')}: no slip file (csv, parquet, jsonl) in this folder`,
    });
  });

  it('is a file with a header and no row', async () => {
    await expect(bench.readCsv('slip_id,office,kind,registered_on\n')).rejects.toMatchObject({ code: 'no_slips' });
  });

  it('is told of all files at once', async () => {
    bench.write('good.csv', GOOD);
    bench.write('bad.csv', 'name\nKim\n');
    bench.write('worse.parquet', 'PAR1');
    await expect(bench.read([bench.folder, join(bench.folder, 'nowhere')])).rejects.toMatchObject({
      details: { problems: [{ code: 'unreadable_input' }, { code: 'not_a_slip_file' }, { code: 'not_a_slip_file' }] },
      message: expect.stringMatching(/nowhere.*\n.*bad\.csv.*\n.*worse\.parquet/),
    });
  });
});
