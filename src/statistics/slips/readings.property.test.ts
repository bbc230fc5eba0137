import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SlipBench } from './fixtures/slip-files.ts';
import { SLIP_COLUMNS, type SlipColumn } from './slip-columns.ts';

type Row = Record<SlipColumn, string>;

const day = fc.constantFrom(
  '2011-03-05',
  '2010-12-31',
  '2012-02-29',
  '2011-02-29',
  '2031-01-01',
  'soon',
  '',
  '1800-01-01',
);
const state = fc.constantFrom('RU', 'by', 'KZ', 'SU', 'CS', 'ZZ', 'QQ', '643', '');
const text = fc.constantFrom('Ким', ' Цой ', 'О’Нил', 'a,b', 'say "so"', 'two\nlines', '\u00a0', '', '-');
const word = (...words: string[]) => fc.constantFrom(...words, ...words.map(w => w.toUpperCase()), 'other thing', '');
const row: fc.Arbitrary<Row> = fc.record({
  slip_id: fc.oneof(fc.integer({ min: 1, max: 30 }).map(String), fc.constant('')),
  office: state,
  kind: word('arrival', 'departure'),
  registered_on: day,
  event_on: day,
  surname: text,
  given_name: text,
  patronymic: text,
  sex: word('m', 'f'),
  birth_date: fc.oneof(day, fc.constantFrom('1980', '1980-13', '1979-07')),
  birth_country: state,
  citizenship: state,
  document: text,
  origin: state,
  origin_place: text,
  destination: state,
  destination_place: text,
  purpose: word('work', 'study'),
  intended_months: fc.constantFrom('12', '0', '-3', '1.5', 'x', '', '99999999999'),
  basis: word('stay'),
  ground: word('expired'),
  status: fc.constantFrom('', '', '', 'withdrawn', 'gone'),
});

const RUNS = { numRuns: 12 };

let bench: SlipBench;
beforeAll(async () => {
  bench = await SlipBench.open();
});
afterAll(() => bench.close());

describe('readings of whatever rows', () => {
  it('tell of every row: accepted + set aside = read, and each row set aside has a fault that did it', async () => {
    const damage = fc.record({
      at: fc.nat({ max: 30 }),
      line: fc.constantFrom('1,RU', '"open', 'x'.repeat(30), ',,,,,,,,,,,,,,,,,,,,,,,,,,,'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.array(damage, { maxLength: 4 }),
        async (rows, hurts) => {
          const lines = rows.map(csvLine);
          for (const { at, line } of hurts) lines.splice(Math.min(at, lines.length), 0, line);
          const reading = await bench.readCsv(`${[SLIP_COLUMNS.join(','), ...lines].join('\n')}\n`);
          expect(reading.accepted + reading.setAside).toBe(reading.read);
          expect(await untold()).toEqual({ slips: reading.accepted, aside: reading.setAside, untold: 0, wrongly: 0 });
        },
      ),
      RUNS,
    );
  });

  it('are the same from CSV, Parquet and JSON Lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async rows => {
        const csv = bench.write('same.csv', csvText(rows));
        const json = bench.write('same.jsonl', rows.map(cells => JSON.stringify(cells)).join('\n'));
        const parquet = join(bench.folder, 'same.parquet');
        await bench.engine.run(
          `copy (select * from read_csv('${csv}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"'))
          to '${parquet}' (format parquet)`,
        );
        const first = await outcome([csv]);
        expect(await outcome([json])).toEqual(first);
        expect(await outcome([parquet])).toEqual(first);
      }),
      RUNS,
    );
  });

  it('do not depend on how rows and files are ordered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 20 }), async rows => {
        const half = Math.floor(rows.length / 2);
        const parts = [rows.slice(0, half), rows.slice(half)] as const;
        const slips = async (first: readonly Row[], second: readonly Row[]) => {
          await bench.read([bench.write('one.csv', csvText(first)), bench.write('two.csv', csvText(second))]);
          return bench.slips('* exclude (file, row)');
        };
        const there = await slips(parts[0], parts[1]);
        expect(await slips(parts[1], parts[0])).toEqual(there);
        expect(await slips([], [...rows].reverse())).toEqual(there);
        await bench.read([join(bench.folder, 'two.csv'), join(bench.folder, 'one.csv')]);
        expect(await bench.slips('* exclude (file, row)')).toEqual(there);
      }),
      RUNS,
    );
  });
});

function csvText(rows: readonly Row[]): string {
  return `${[SLIP_COLUMNS.join(','), ...rows.map(csvLine)].join('\n')}\n`;
}

function csvLine(cells: Row): string {
  return SLIP_COLUMNS.map(column => `"${cells[column].replaceAll('"', '""')}"`).join(',');
}

async function outcome(paths: readonly string[]): Promise<unknown> {
  const { files, faultsByCode, ...counts } = await bench.read(paths);
  return { ...counts, slips: await bench.slips('*'), faults: await bench.faults() };
}

function untold(): Promise<unknown> {
  return bench.engine.row(
    `select
      (select count(*) from slip) as slips,
      (select count(*) from (select distinct file, row from set_aside_row)) as aside,
      (select count(*) from set_aside_row as told where not exists (
        from fault where fault.file = told.file and fault.row = told.row and set_aside
      )) as untold,
      (select count(*) from slip join fault using (file, row) where set_aside) as wrongly`,
  );
}
