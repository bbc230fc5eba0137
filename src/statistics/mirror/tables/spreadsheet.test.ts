import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Cell, writeSheets } from './fixtures/write-sheets.ts';
import type { TableHints } from './layouts.ts';
import { readSources, type TableReading } from './read-tables.ts';
import { sentSource } from './table-source.ts';

function read(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  hints: TableHints = {},
  merged: readonly string[] = [],
): Promise<TableReading> {
  return readSources([sentSource('table.xlsx', writeSheets(sheets, merged), 1e7)], hints);
}

const linesOf = ({ cells }: TableReading): string[] =>
  cells.map(({ origin, destination, year, departures, arrivals }) =>
    [origin, destination, year, departures ?? '·', arrivals ?? '·'].join(' '),
  );

/** As Rosstat lays its yearbook's table out: titles, years, blocks of rows, groups of states, footnotes. */
const YEARBOOK: readonly (readonly Cell[])[] = [
  ['2.1. МЕЖДУНАРОДНАЯ МИГРАЦИЯ'],
  ['(человек)'],
  [],
  [null, '2010', '2011¹)', 2012],
  ['Прибыло в Российскую Федерацию – всего', 191_656, 356_535, '417 681'],
  ['в том числе:'],
  ['из стран СНГ', 171_940, 310_549, 363_955],
  ['Беларусь', 4_894, '10 182', '16\u00a0564'],
  ['Казахстан2)', 27_862, 36_474, 45_506],
  ['Республика Молдова', 11_814, 'нет данных', 23_594],
  ['Заморье', 1, 2, 3],
  ['Выбыло из Российской Федерации – всего', 33_578, 36_774, 122_751],
  ['в страны СНГ', 21_206, 22_568, 95_572],
  ['Беларусь', 2_899, 2_622, 'много'],
  ['Казахстан', 7_329, 6_176, -5],
  [],
  ['1) С 2011 года учитываются зарегистрированные по месту пребывания на срок 9 месяцев и более.'],
];

describe('a spreadsheet', () => {
  it('as Rosstat publishes it: blocks of arrivals and departures, states by name, groups and footnotes passed over', async () => {
    const reading = await read({ Обложка: [['Демографический ежегодник']], 'Таблица 2.1': YEARBOOK });
    expect(linesOf(reading)).toEqual([
      'BY RU 2010 · 4894',
      'BY RU 2011 · 10182',
      'BY RU 2012 · 16564',
      'KZ RU 2010 · 27862',
      'KZ RU 2011 · 36474',
      'KZ RU 2012 · 45506',
      'MD RU 2010 · 11814',
      'MD RU 2011 · ·',
      'MD RU 2012 · 23594',
      'RU BY 2010 2899 ·',
      'RU BY 2011 2622 ·',
      'RU BY 2012 · ·',
      'RU KZ 2010 7329 ·',
      'RU KZ 2011 6176 ·',
      'RU KZ 2012 · ·',
    ]);
    expect(reading.faults.map(({ column, code, found }) => [column, code, found])).toEqual([
      ['Таблица 2.1!A11', 'unknown_state', 'Заморье'],
      ['Таблица 2.1!D14', 'bad_number', 'много'],
      ['Таблица 2.1!D15', 'negative_count', '-5'],
    ]);
    expect(reading.passedOver).toMatchObject({
      'sheets without a table of flows': 1,
      'totals and groups of states': 4,
    });
  });

  it('with arrivals, departures and the balance as merged headers over the years, in thousands', async () => {
    const rows: (readonly Cell[])[] = [
      ['Миграция населения Республики Казахстан, тысяч человек'],
      ['Страна', 'Прибыло', null, 'Выбыло', null, 'Сальдо миграции', null],
      [null, '2018 г.', '2019 г.', '2018 г.', '2019 г.', '2018 г.', '2019 г.'],
      ['Всего', 12.8, 12.3, 41.9, 45.2, -29.1, -32.9],
      ['Россия', 4.5, '4,2', 37.7, 40.1, -33.2, -35.9],
    ];
    const reading = await read({ Лист1: rows }, {}, ['B2:C2', 'D2:E2', 'F2:G2']);
    expect(linesOf(reading)).toEqual([
      'KZ RU 2018 37700 ·',
      'KZ RU 2019 40100 ·',
      'RU KZ 2018 · 4500',
      'RU KZ 2019 · 4200',
    ]);
    expect(reading.faults).toEqual([]);
  });

  it('with decimals in its numbers, and with texts that may be thousands', async () => {
    const rows: (readonly Cell[])[] = [
      ['origin', 'destination', 'year', 'departures', 'arrivals'],
      ['RU', 'BY', 2011, 660.125, '710,000'],
    ];
    const reading = await read({ data: rows });
    expect(linesOf(reading)).toEqual(['RU BY 2011 660.125 ·']);
    expect(reading.faults).toMatchObject([{ column: 'data!E2', code: 'bad_number', found: '710,000' }]);
    const thousands: (readonly Cell[])[] = [
      ['Прибыло в Республику Казахстан, тысяч человек'],
      [null, 2018],
      ['Россия', '4,245'],
    ];
    expect(linesOf(await read({ a: thousands }))).toEqual(['RU KZ 2018 · 4245']);
  });

  it('with a header as CSV has it, below titles, and states by name in either language', async () => {
    const rows: (readonly Cell[])[] = [
      ['Both offices’ figures'],
      ['Origin', 'Destination', 'Year', 'Departures', 'Arrivals'],
      ['Russian Federation', 'Belarus', 2011, 660, 710],
      ['Беларусь', 'Россия', '2011', 470, 615],
      ['Belarus', 'Ruritania', 2011, 1, 2],
      ['Source: own'],
    ];
    const reading = await read({ data: rows });
    expect(linesOf(reading)).toEqual(['BY RU 2011 470 615', 'RU BY 2011 660 710']);
    expect(reading.faults).toMatchObject([{ column: 'data!B5', row: 5, code: 'unknown_state', found: 'Ruritania' }]);
  });

  it('that is a matrix with names of states', async () => {
    const rows: (readonly Cell[])[] = [
      ['origin', 'Беларусь', 'Россия'],
      ['Беларусь', null, 615],
      ['Россия', 710, null],
    ];
    expect(linesOf(await read({ m: rows }, { side: 'arrivals', year: '2011' }))).toEqual([
      'BY RU 2011 · 615',
      'RU BY 2011 · 710',
    ]);
  });

  it('that does not say whose it is, or of which side, is refused until the hints say it', async () => {
    const rows: (readonly Cell[])[] = [['Migrants'], ['', 2011], ['Belarus', 7]];
    await expect(read({ a: rows })).rejects.toMatchObject({
      code: 'not_a_table',
      message: expect.stringMatching(/--office/),
    });
    await expect(read({ a: rows }, { office: 'RU' })).rejects.toMatchObject({
      message: expect.stringMatching(/--side/),
    });
    expect(linesOf(await read({ a: rows }, { office: 'RU', side: 'departures' }))).toEqual(['RU BY 2011 7 ·']);
  });

  it('without a table, broken, or of the old form is refused', async () => {
    await expect(read({ a: [['nothing']] })).rejects.toMatchObject({ code: 'not_a_table' });
    const sent = (name: string, bytes: Uint8Array) => readSources([sentSource(name, bytes, 1e7)]);
    await expect(sent('x.xlsx', Buffer.from('no archive'))).rejects.toMatchObject({ code: 'not_a_table' });
    await expect(sent('x.xlsx', Buffer.from(zipSync({ 'a.xml': new Uint8Array(3) })))).rejects.toMatchObject({
      code: 'not_a_table',
    });
    await expect(sent('x.xls', Buffer.from('old'))).rejects.toMatchObject({ code: 'not_a_table' });
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(70_000_000) });
    await expect(sent('x.xlsx', bomb)).rejects.toMatchObject({ message: expect.stringMatching(/archive of 70000000/) });
  });
});
