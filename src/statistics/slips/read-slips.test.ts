import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SlipBench } from './fixtures/slip-files.ts';

const HEADER = 'slip_id,office,kind,registered_on,event_on,birth_date,origin,destination\n';

let bench: SlipBench;
beforeEach(async () => {
  bench = await SlipBench.open();
});
afterEach(() => bench.close());

describe('readSlips', () => {
  it('reads a slip with all its columns', async () => {
    const reading =
      await bench.readCsv(`slip_id,office,kind,registered_on,event_on,surname,given_name,patronymic,sex,birth_date,birth_country,citizenship,document,origin,origin_place,destination,destination_place,purpose,intended_months,basis,ground,status
 A-1 ,ru,Arrival,2011-03-05,2011-03-01, Лукашевич ,Анна,,f,1980-02-29,SU,by,MP 123,BY,"Минск, ул. Мира",,Москва,WORK,24,Stay,declared,
`);
    expect(reading).toMatchObject({ read: 1, accepted: 1, setAside: 0, faultsByCode: [], offices: ['RU'] });
    expect(reading).toMatchObject({ firstEvent: '2011-03-01', lastRegistered: '2011-03-05' });
    expect(await bench.slips('*')).toEqual([
      {
        n: 0,
        slip_id: 'A-1',
        office: 'RU',
        kind: 'arrival',
        registered_on: '2011-03-05',
        event_on: '2011-03-01',
        dated_on: '2011-03-01',
        surname: 'Лукашевич',
        given_name: 'Анна',
        patronymic: null,
        sex: 'F',
        birth_year: 1980,
        birth_month: 2,
        birth_day: 29,
        birth_country: 'RU',
        citizenship: 'BY',
        document: 'MP 123',
        origin: 'BY',
        origin_place: 'Минск, ул. Мира',
        destination: 'RU',
        destination_place: 'Москва',
        purpose: 'work',
        intended_months: 24,
        basis: 'stay',
        ground: 'declared',
        file: 0,
        row: 1,
      },
    ]);
  });

  it('has the columns of the contract in their types', async () => {
    await bench.readCsv(`${HEADER}1,RU,arrival,2011-03-05,,,BY,\n`);
    const types = await bench.engine.rows<{ column: string; type: string }>(
      'select column_name as "column", column_type as type from (describe slip)',
    );
    const short = types.map(({ column, type }) => `${column} ${type.replace(/\(.*/, '')}`);
    expect(short.filter(column => !column.endsWith(' VARCHAR'))).toEqual([
      'n INTEGER',
      'office ENUM',
      'kind ENUM',
      'registered_on DATE',
      'event_on DATE',
      'dated_on DATE',
      'sex ENUM',
      'birth_year SMALLINT',
      'birth_month TINYINT',
      'birth_day TINYINT',
      'birth_country ENUM',
      'citizenship ENUM',
      'origin ENUM',
      'destination ENUM',
      'purpose ENUM',
      'intended_months SMALLINT',
      'basis ENUM',
      'ground ENUM',
      'file SMALLINT',
      'row BIGINT',
    ]);
  });

  it('orders states and words as their texts', async () => {
    await bench.readCsv(`${HEADER}1,RU,arrival,2011-03-05,,,,\n2,BY,departure,2011-03-05,,,,\n`);
    expect(await bench.engine.rows('select distinct origin as code from slip order by origin')).toEqual([
      { code: 'BY' },
      { code: 'ZZ' },
    ]);
    for (const type of ['state', 'kind_word', 'purpose_word']) {
      const { values } = await bench.engine.row<{ values: string }>(
        `select enum_range(null::${type})::varchar as values`,
      );
      const listed = values.slice(1, -1).split(', ');
      expect(listed.length).toBeGreaterThan(1);
      expect(listed).toEqual(listed.toSorted());
    }
  });

  it('numbers slips by office and slip_id', async () => {
    await bench.readCsv(
      `${HEADER}b,RU,arrival,2011-03-05,,,BY,\na,RU,arrival,2011-03-05,,,BY,\nc,BY,departure,2011-03-05,,,,RU\n`,
    );
    expect(await bench.slips('n, office, slip_id, row')).toEqual([
      { n: 0, office: 'BY', slip_id: 'c', row: 3 },
      { n: 1, office: 'RU', slip_id: 'a', row: 2 },
      { n: 2, office: 'RU', slip_id: 'b', row: 1 },
    ]);
  });

  it('lets the registration stand in for an event that is not told, and ZZ for a state', async () => {
    await bench.readCsv(`${HEADER}1,RU,arrival,2011-03-05,,,,\n2,RU,departure,2011-03-06,,,,\n`);
    expect(await bench.slips('dated_on, origin, destination')).toEqual([
      { dated_on: '2011-03-05', origin: 'ZZ', destination: 'RU' },
      { dated_on: '2011-03-06', origin: 'RU', destination: 'ZZ' },
    ]);
  });

  it('takes a birth date without day, or without month and day', async () => {
    await bench.readCsv(`${HEADER}1,RU,arrival,2011-03-05,,1980-07,,\n2,RU,arrival,2011-03-05,,1981,,\n`);
    expect(await bench.slips('birth_year, birth_month, birth_day')).toEqual([
      { birth_year: 1980, birth_month: 7, birth_day: null },
      { birth_year: 1981, birth_month: null, birth_day: null },
    ]);
  });

  it('resolves the code CS by the day: Czechoslovakia before 1993, Serbia and Montenegro after', async () => {
    await bench.readCsv(`slip_id,office,kind,registered_on,birth_date,birth_country,citizenship
1,RU,arrival,2005-03-05,1970-01-01,CS,CS
2,RU,arrival,2005-03-05,2004-01-01,CS,SU
`);
    expect(await bench.slips('birth_country, citizenship')).toEqual([
      { birth_country: 'CZ', citizenship: 'RS' },
      { birth_country: 'RS', citizenship: 'RU' },
    ]);
  });

  it.each([
    ['semicolons', 'slip_id;office;kind;registered_on;origin\n1;RU;arrival;2011-03-05;BY\n'],
    ['tabs', 'slip_id\toffice\tkind\tregistered_on\torigin\n1\tRU\tarrival\t2011-03-05\tBY\n'],
    ['bars', 'slip_id|office|kind|registered_on|origin\n1|RU|arrival|2011-03-05|BY\n'],
    ['a byte order mark', '\ufeffslip_id,office,kind,registered_on,origin\n1,RU,arrival,2011-03-05,BY\n'],
    [
      'other columns between',
      'x,"a,b",slip_id,office,note,kind,registered_on,origin\n9,9,1,RU,"q\nr",arrival,2011-03-05,BY\n',
    ],
    ['another order and case', ' Origin ,KIND,Office,Registered_On,SLIP_ID\r\nBY,arrival,RU,2011-03-05,1\r\n'],
    ['mixed line ends', 'slip_id,office,kind,registered_on,origin\r\n1,RU,arrival,2011-03-05,BY\n'],
    [
      'UTF-16',
      Buffer.from('\ufeffslip_id\toffice\tkind\tregistered_on\torigin\n1\tRU\tarrival\t2011-03-05\tBY\n', 'utf16le'),
    ],
  ])('reads CSV with %s', async (_, text) => {
    expect(await bench.read([bench.write('slips.csv', text)])).toMatchObject({ read: 1, accepted: 1 });
    expect(await bench.slips('slip_id, office, kind, registered_on, origin')).toEqual([
      { slip_id: '1', office: 'RU', kind: 'arrival', registered_on: '2011-03-05', origin: 'BY' },
    ]);
  });

  it('unpacks files of any length', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `${at},RU,arrival,2011-03-05,,,BY,\n`);
    const csv = bench.write('long.csv.gz', gzipSync(HEADER + rows.join('')));
    expect(await bench.read([csv])).toMatchObject({ read: 20_000, accepted: 20_000 });
    const lines = rows.map((_, at) =>
      JSON.stringify({ slip_id: `${at}`, office: 'BY', kind: 'arrival', registered_on: '2011-03-05' }),
    );
    const json = bench.write('long.jsonl.gz', gzipSync(lines.join('\n')));
    expect(await bench.read([json])).toMatchObject({ read: 20_000, accepted: 20_000 });
    const cut = bench.write('cut.csv.gz', gzipSync(HEADER + rows.join('')).subarray(0, -3000));
    await expect(bench.read([cut])).rejects.toMatchObject({ code: 'not_a_slip_file' });
  });

  it('reads packed CSV and JSON Lines', async () => {
    const csv = bench.write('a.csv.gz', gzipSync(`${HEADER}1,RU,arrival,2011-03-05,,,BY,\n`));
    const line = { slip_id: 2, office: 'RU', kind: 'arrival', registered_on: '2011-03-05', origin: null };
    const json = bench.write('b.jsonl.gz', gzipSync(`\ufeff${JSON.stringify(line)}\n\n`));
    expect(await bench.read([json, csv])).toMatchObject({ read: 2, accepted: 2 });
    expect(await bench.slips('slip_id, origin, file')).toEqual([
      { slip_id: '1', origin: 'BY', file: 0 },
      { slip_id: '2', origin: 'ZZ', file: 1 },
    ]);
  });

  it('reads texts that a Parquet file has as bare bytes', async () => {
    const path = join(bench.folder, 'bytes.parquet');
    await bench.engine.run(
      `copy (select encode('1') as slip_id, encode('RU') as office, encode('arrival') as kind, encode('2011-03-05') as registered_on,
        encode('Иванов') as surname) to '${path}' (format parquet)`,
    );
    expect(await bench.read([path])).toMatchObject({ read: 1, accepted: 1 });
    expect(await bench.slips('slip_id, surname')).toEqual([{ slip_id: '1', surname: 'Иванов' }]);
  });

  it('passes over keys that are no columns, whatever they are called', async () => {
    const line = {
      slip_id: '1',
      office: 'RU',
      kind: 'arrival',
      registered_on: '2011-03-05',
      '*': 1,
      '': 2,
      'a.b': 3,
      '"': 4,
    };
    expect(await bench.read([bench.write('keys.jsonl', JSON.stringify(line))])).toMatchObject({ read: 1, accepted: 1 });
  });

  it('reads a Parquet file whose columns have types of their own', async () => {
    const path = join(bench.folder, 'slips.parquet');
    await bench.engine.run(
      `copy (select 7::bigint as slip_id, 'RU' as office, 'arrival' as kind, timestamp '2011-03-05 10:00:00' as registered_on,
        date '2011-03-01' as event_on, 1980::smallint as birth_date, 12.0::double as intended_months) to '${path}' (format parquet)`,
    );
    expect(await bench.read([path])).toMatchObject({ read: 1, accepted: 1, faultsByCode: [] });
    expect(await bench.slips('slip_id, registered_on, event_on, birth_year, intended_months')).toEqual([
      { slip_id: '7', registered_on: '2011-03-05', event_on: '2011-03-01', birth_year: 1980, intended_months: 12 },
    ]);
  });

  it('reads the slip files of a folder and its subfolders, and notes what it passes over', async () => {
    bench.write('b.csv', `${HEADER}1,RU,arrival,2011-03-05,,,BY,\n`);
    bench.write('README.md', 'what this is');
    bench.write('run.json', '{\n  "saldo": "0.1.0"\n}\n');
    mkdirSync(join(bench.folder, 'by'));
    bench.write('by/a.csv', `${HEADER}1,BY,arrival,2011-03-05,,,RU,\n`);
    const reading = await bench.read([bench.folder, join(bench.folder, 'b.csv')]);
    expect(reading.files.map(({ path, rows }) => [path.slice(bench.folder.length), rows])).toEqual([
      ['/b.csv', 1],
      ['/by/a.csv', 1],
    ]);
    expect(reading.notes).toHaveLength(2);
    expect(reading.notes.join()).toMatch(/README\.md.*run\.json/s);
  });

  it('names its files by hash', async () => {
    const reading = await bench.readCsv(`${HEADER}1,RU,arrival,2011-03-05,,,BY,\n`);
    expect(reading.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('replaces an earlier reading in the same engine', async () => {
    await bench.readCsv(`${HEADER}1,RU,arrival,2011-03-05,,,QQ,\n2,RU,arrival,2011-03-05,,,,\n`);
    expect(await bench.readCsv(`${HEADER}3,RU,arrival,2011-03-05,,,,\n`)).toMatchObject({ read: 1, faultsByCode: [] });
    expect(await bench.slips('slip_id')).toEqual([{ slip_id: '3' }]);
  });
});
