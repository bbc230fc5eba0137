import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../../../common/data-folder.ts';
import { TABLE_FAULT_WORDS } from '../../../common/wording/fault-words.ts';
import { readTables } from './read-tables.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-mirror-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

/** `origin destination year departures arrivals`, with `·` where an office says nothing. */
async function lines(paths: string[], hints = {}): Promise<string[]> {
  const { cells } = await readTables(paths, hints);
  return cells.map(({ origin, destination, year, departures, arrivals }) =>
    [origin, destination, year, departures ?? '·', arrivals ?? '·'].join(' '),
  );
}

const BOTH = 'origin,destination,year,departures_reported,arrivals_reported\n';

describe('tables of flows', () => {
  it('hold both sides in one row, in any column order and code system', async () => {
    const path = write(
      'both.csv',
      'year;arrivals_reported;departures_reported;destination;origin\n2011;710;660;BLR;643\n',
    );
    expect(await lines([path])).toEqual(['RU BY 2011 660 710']);
  });

  it('hold one figure a row, by reporter or by direction, from several files', async () => {
    const one = write('long-1.csv', 'origin,destination,year,reporter,value\nRU,BY,2011,BY,710\nRU,BY,2011,RU,660\n');
    const two = write('long-2.csv', 'origin,destination,year,direction,value,flags\nBY,RU,2011,arrivals,615,b\n');
    expect(await lines([one, two])).toEqual(['BY RU 2011 · 615', 'RU BY 2011 660 710']);
    const { cells } = await readTables([two]);
    expect(cells[0]?.arrivalsFlags).toBe('b');
  });

  it('are matrices of one side and year', async () => {
    const path = write('wide.csv', 'origin,RU,BY,KZ\nRU,0,710,:\nBY,615,,12\nTotal,615,710,12\n');
    expect(await lines([path], { side: 'arrivals', year: '2011' })).toEqual([
      'BY KZ 2011 · 12',
      'BY RU 2011 · 615',
      'RU BY 2011 · 710',
      'RU KZ 2011 · ·',
    ]);
    await expect(readTables([path])).rejects.toMatchObject({ code: 'not_a_table' });
    const named = write('named.csv', 'destination;Беларусь;Russian Federation\nBelarus;;710\nРоссия;615;\n');
    expect(await lines([named], { side: 'arrivals', year: '2011' })).toEqual(['BY RU 2011 · 615', 'RU BY 2011 · 710']);
  });

  it('are an account’s flows, summed over classes', async () => {
    const path = write(
      'flows.csv',
      'origin,destination,year,sex,united,arrivals_reported,departures_reported\nRU,BY,2011,F,3,4,5\nRU,BY,2011,M,1,2,1\nZZ,BY,2011,M,0,3,0\n',
    );
    expect(await lines([path])).toEqual(['RU BY 2011 6 6']);
    expect(await readTables([path])).toMatchObject({
      faults: [],
      passedOver: { 'slips that do not name the other state': 1 },
    });
    write('run.json', JSON.stringify({ offices: ['BY'] }));
    expect(await lines([path])).toEqual(['RU BY 2011 · 6']);
    // Whoever cites a figure can name the run, and its bytes.
    write('run.json', JSON.stringify({ offices: ['BY'], fingerprint: 'f00d', simulated: true }));
    const { tables } = await readTables([path]);
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(tables).toEqual([{ name: path, sha256, run: 'f00d', simulated: true }]);
    expect((await readTables([write('other.csv', `${BOTH}RU,BY,2011,1,2\n`)])).tables).toMatchObject([
      { run: null, simulated: null },
    ]);
  });

  it('are Eurostat’s SDMX-CSV, with its codes, flags and figures not for publication', async () => {
    const head =
      'DATAFLOW,LAST UPDATE,freq,partner,agedef,age,unit,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n';
    const row = (flow: string, partner: string, agedef: string, sex: string, geo: string, value: string, rest = ',') =>
      `ESTAT:${flow}(1.0),20/11/26,A,${partner},${agedef},TOTAL,NR,${sex},${geo},2012,${value},${rest}\n`;
    const path = write(
      'estat.csv.gz',
      head +
        row('MIGR_IMM5PRV', 'UK', 'REACH', 'T', 'EL', '90') +
        row('MIGR_IMM5PRV', 'UK', 'COMPLET', 'T', 'EL', '100', 'b,') +
        row('MIGR_IMM5PRV', 'UK', 'COMPLET', 'M', 'EL', '55') +
        row('MIGR_IMM5PRV', 'TOTAL', 'COMPLET', 'T', 'EL', '999') +
        row('MIGR_IMM5PRV', 'SE', 'COMPLET', 'T', 'EL', '7', ',C') +
        row('MIGR_EMI3NXT', 'EL', 'REACH', 'T', 'UK', '80'),
    );
    expect(await lines([path])).toEqual(['GB GR 2012 80 100']);
    const second = row('MIGR_IMM5PRV', 'SE', 'COMPLET', 'T', 'EL', '7').replace(/^([^,]*),[^,]*/, 'dataflow,$1');
    expect(
      await lines([write('version-2.csv', head.replace('DATAFLOW,LAST UPDATE', 'STRUCTURE,STRUCTURE_ID') + second)]),
    ).toEqual(['SE GR 2012 · 7']);
    const reading = await readTables([path]);
    expect(reading.cells[0]?.arrivalsFlags).toBe('b');
    expect(reading.passedOver).toEqual({
      'not for publication': 1,
      'other ages, sexes or units': 1,
      'totals and groups of states': 1,
    });
  });

  it('are Eurostat’s JSON-stat, sparse values included', async () => {
    const dataset = {
      class: 'dataset',
      label: 'Emigration by age group, sex and country of next usual residence',
      id: ['freq', 'partner', 'agedef', 'age', 'unit', 'sex', 'geo', 'time'],
      size: [1, 2, 1, 1, 1, 1, 2, 1],
      value: { 0: 5, 3: 9 },
      status: { 3: 'p' },
      dimension: {
        freq: { category: { index: { A: 0 } } },
        partner: { category: { index: { EL: 0, BY: 1 } } },
        agedef: { category: { index: { COMPLET: 0 } } },
        age: { category: { index: { TOTAL: 0 } } },
        unit: { category: { index: { NR: 0 } } },
        sex: { category: { index: { T: 0 } } },
        geo: { category: { index: { UK: 0, SE: 1 } } },
        time: { category: { index: { '2013': 0 } } },
      },
    };
    expect(await lines([write('emi.json', JSON.stringify(dataset))])).toEqual(['GB GR 2013 5 ·', 'SE BY 2013 9 ·']);
  });

  it('are PX files, states by code or by name', async () => {
    const px = `CHARSET="ANSI";
TITLE="Table 3: Long-term immigration by country of "
"previous residence";
STUB="Country","Country of previous residence";
HEADING="Sex","Year";
VALUES("Country")="Belarus","Kazakhstan";
VALUES("Country of previous residence")="Russian Federation","Total";
VALUES("Sex")="Both sexes","Male";
VALUES("Year")="2010","2011";
DATA=
1 2 3 4
5 6 7 8
".." 10 11 12
13 14 15 16;
`;
    expect(await lines([write('unece.px', px)])).toEqual([
      'RU BY 2010 · 1',
      'RU BY 2011 · 2',
      'RU KZ 2010 · ·',
      'RU KZ 2011 · 10',
    ]);
  });

  it('tell all their faults at once, with their place', async () => {
    const path = write(
      'bad.csv',
      `${BOTH}RU,BY,2011,-5,710\nRU,QQ,2011,1,1\nRU,RU,2011,1,1\nBY,RU,soon,1,1\nBY,RU,2011,much,615\nBY,RU,2011,,600\nBY,RU\n`,
    );
    const { faults, cells } = await readTables([path]);
    expect(faults.map(({ row, column, code, setAside }) => `${row} ${column} ${code} ${setAside}`)).toEqual([
      '1 departures_reported negative_count false',
      '2 destination unknown_state true',
      '3 destination same_state true',
      '4 year bad_year true',
      '5 departures_reported bad_number false',
      '6 arrivals_reported conflicting_value true',
      '7 null broken_row true',
    ]);
    expect(cells).toHaveLength(2);
    for (const { code } of faults) expect(TABLE_FAULT_WORDS[code], code).toBeDefined();
  });

  it('never take thousands for decimals: three digits after a comma or a point are told, not guessed at', async () => {
    const path = write(
      'thousands.csv',
      `${BOTH}RU,BY,2011,"660,000",710.000\nBY,RU,2011,470 000,"1,234,567"\nKZ,RU,2011,12.5,"12,25"\nRU,KZ,2011,7000.125,0.125\n`,
    );
    expect(await lines([path])).toEqual([
      'BY RU 2011 470000 ·',
      'KZ RU 2011 12.5 12.25',
      'RU BY 2011 · ·',
      'RU KZ 2011 7000.125 0.125',
    ]);
    const { faults } = await readTables([path]);
    expect(faults.map(({ row, column, code, found }) => [row, column, code, found])).toEqual([
      [1, 'departures_reported', 'bad_number', '660,000'],
      [1, 'arrivals_reported', 'bad_number', '710.000'],
      [2, 'arrivals_reported', 'bad_number', '1,234,567'],
    ]);
  });

  it('without any figure are refused', async () => {
    await expect(readTables([write('none.csv', `${BOTH}RU,BY,2011,,\n`)])).rejects.toMatchObject({
      code: 'nothing_accounted',
    });
    await expect(readTables([write('other.csv', 'a,b\n1,2\n')])).rejects.toMatchObject({ code: 'not_a_table' });
    await expect(readTables([join(folder, 'nowhere.csv')])).rejects.toMatchObject({ code: 'unreadable_input' });
  });

  it('come with Saldo without a fault', async () => {
    const panel = await readTables([join(dataFolder, 'mirror', 'eurostat-2010-2019.csv')]);
    expect(panel.faults).toEqual([]);
    expect(panel.cells).toHaveLength(5352);
    expect(panel.cells.filter(cell => cell.arrivals !== null && cell.departures !== null)).toHaveLength(1792);
    const note = await readTables([join(dataFolder, 'mirror', 'note-belarus-russia.csv')]);
    expect(note.cells.map(({ firstYear, year, arrivals }) => [firstYear, year, arrivals])).toEqual([
      [1991, 2011, 615_000],
      [1991, 2011, 710_000],
    ]);
  });
});
