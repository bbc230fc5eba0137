import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import type { CoverageRow, FlowRow } from '../accounts/account-tables.ts';
import { csvChunks } from './csv.ts';
import { exactTables } from './fixtures/arbitrary-tables.ts';
import { parquetFile } from './parquet.ts';
import { coverageTable, flowTable, gapTable, type Table } from './table.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
});
afterAll(() => engine.close());

const TABLE = flowTable(
  [flow('BY', 'RU', 2011, 'M', 31_402), flow('BY', 'RU', 2011, 'unknown', 5), flow('ZZ', 'BY', 2012, 'F', 0)],
  ['sex'],
);

describe('CSV', () => {
  it('is RFC 4180: a header, CRLF, nothing for null', () => {
    expect(
      [
        ...csvChunks(
          ['a', 'b'],
          [
            ['x', null],
            ['y', 2],
          ],
        ),
      ].join(''),
    ).toBe('a,b\r\nx,\r\ny,2\r\n');
  });

  it('quotes commas, quotes and line ends', () => {
    expect([...csvChunks(['a'], [['1,2'], ['say "x"'], ['two\nlines']])].join('')).toBe(
      'a\r\n"1,2"\r\n"say ""x"""\r\n"two\nlines"\r\n',
    );
  });

  it('comes in chunks, so that a long table is not held whole', () => {
    const rows = Array.from({ length: 2500 }, (_, index) => [index]);
    const chunks = [...csvChunks(['n'], rows)];
    expect(chunks.length).toBe(3);
    expect(chunks.join('').split('\r\n').length).toBe(2502);
  });

  it('read by the engine gives the rows back', async () => {
    const path = join(engine.workFolder, 'flows.csv');
    writeFileSync(path, csvOf(TABLE));
    expect(await engine.rows(`select * from read_csv(${sqlText(path)})`)).toEqual(objectsOf(TABLE));
  });

  it('has as many cells in each row as in the header, whatever the tables', () => {
    fc.assert(
      fc.property(exactTables(), ({ flows, gaps, coverage }) => {
        for (const table of [
          flowTable(flows, ['sex', 'age']),
          gapTable(gaps, ['sex', 'age']),
          coverageTable(coverage),
        ]) {
          for (const row of table.rows) expect(row.length).toBe(table.columns.length);
        }
      }),
    );
  });
});

describe('Parquet', () => {
  it('read by the engine gives the rows back, with nulls and types', async () => {
    const coverage = coverageTable([COVERAGE]);
    for (const [name, table] of Object.entries({ flows: TABLE, coverage })) {
      const path = join(engine.workFolder, `${name}.parquet`);
      writeFileSync(path, await parquetFile(table, { vintage: '3' }));
      expect(await engine.rows(`select * from ${sqlText(path)}`)).toEqual(objectsOf(table));
    }
  });

  it('says in its own metadata which vintage it is of', async () => {
    const path = join(engine.workFolder, 'about.parquet');
    writeFileSync(path, await parquetFile(TABLE, { vintage: '3', 'united kind': "linked, 'proved'" }));
    const rows = await engine.rows<{ k: string; v: string }>(
      `select decode(key) as k, decode(value) as v from parquet_kv_metadata(${sqlText(path)})`,
    );
    expect(Object.fromEntries(rows.map(({ k, v }) => [k, v]))).toMatchObject({
      vintage: '3',
      'united kind': "linked, 'proved'",
    });
  });

  it('of an empty table has its columns', async () => {
    const path = join(engine.workFolder, 'empty.parquet');
    writeFileSync(path, await parquetFile(flowTable([], []), { vintage: '3' }));
    expect(await engine.rows(`select * from ${sqlText(path)}`)).toEqual([]);
  });
});

const COVERAGE: CoverageRow = {
  ...{ office: 'RU', side: 'arrivals', origin: 'BY', destination: 'RU', own: 500, other: 400, matched: 350 },
  ...{ genuine: 0.9, genuine_low95: 0.8, genuine_high95: null },
  ...{ coverage: 0.875, low95: null, high95: 0.9, true_flow: 571.5, true_low95: null, true_high95: null },
};

function csvOf(table: Table): string {
  return [
    ...csvChunks(
      table.columns.map(({ name }) => name),
      table.rows,
    ),
  ].join('');
}

function objectsOf(table: Table): Record<string, unknown>[] {
  return [...table.rows].map(row => Object.fromEntries(row.map((value, index) => [table.columns[index]?.name, value])));
}

function flow(origin: string, destination: string, year: number, sex: string, united: number): FlowRow {
  return { origin, destination, year, classes: { sex }, united, arrivals_reported: united, departures_reported: 0 };
}
