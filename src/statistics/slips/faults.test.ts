import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SlipBench } from './fixtures/slip-files.ts';

const HEADER =
  'slip_id,office,kind,registered_on,event_on,birth_date,birth_country,citizenship,sex,origin,destination,purpose,intended_months,basis,ground,status\n';

let bench: SlipBench;
beforeEach(async () => {
  bench = await SlipBench.open();
});
afterEach(() => bench.close());

describe('faults of rows', () => {
  it.each([
    ['a missing number', ',RU,arrival,2011-03-05', '1 slip_id missing_value - aside'],
    ['a missing kind', '1,RU, ,2011-03-05', '1 kind missing_value - aside'],
    ['a kind that is none', '1,RU,move,2011-03-05', '1 kind bad_value move aside'],
    ['an unknown office', '1,QQ,arrival,2011-03-05', '1 office unknown_state QQ aside'],
    ['an office by another code system', '1,RUS,arrival,2011-03-05', '1 office unknown_state RUS aside'],
    ['the unknown state as an office', '1,ZZ,arrival,2011-03-05', '1 office unknown_state ZZ aside'],
    ['an impossible registration day', '1,RU,arrival,2011-02-30', '1 registered_on bad_date 2011-02-30 aside'],
    ['a registration day of another form', '1,RU,arrival,05.03.2011', '1 registered_on bad_date 05.03.2011 aside'],
    ['a registration in the future', '1,RU,arrival,2015-07-01', '1 registered_on date_in_future 2015-07-01 aside'],
    ['a registration before 1900', '1,RU,arrival,1899-12-31', '1 registered_on bad_date 1899-12-31 aside'],
    [
      'an arrival elsewhere than in its office',
      '1,RU,arrival,2011-03-05,,,,,,BY,KZ',
      '1 destination office_mismatch KZ aside',
    ],
    ['a departure from elsewhere', '1,RU,departure,2011-03-05,,,,,,BY,KZ', '1 origin office_mismatch BY aside'],
    ['a withdrawn slip', '1,RU,,,,,,,,,,,,,,Withdrawn', '1 status withdrawn Withdrawn aside'],
  ])('set the row aside: %s', async (_, row, fault) => {
    expect(await bench.readCsv(HEADER + padded(row))).toMatchObject({ read: 1, accepted: 0, setAside: 1 });
    expect(await bench.faults()).toEqual([fault]);
  });

  it.each([
    ['event_on', '1,RU,arrival,2011-03-05,2011-13-01', 'event_on bad_date 2011-13-01'],
    ['event_on', '1,RU,arrival,2015-03-05,2015-07-01', 'event_on date_in_future 2015-07-01'],
    ['event_on', '1,RU,arrival,2011-03-05,2010-01-01,2010-02', 'event_on event_before_birth 2010-01-01'],
    ['event_on', '1,RU,arrival,2011-03-05,2011-03-13', 'event_on registered_before_event 2011-03-13'],
    ['birth_year', '1,RU,arrival,2011-03-05,,1980-02-31', 'birth_date bad_date 1980-02-31'],
    ['birth_month', '1,RU,arrival,2011-03-05,,1980-13', 'birth_date bad_date 1980-13'],
    ['birth_year', '1,RU,arrival,2011-03-05,,80', 'birth_date bad_date 80'],
    ['birth_year', '1,RU,arrival,2011-03-05,,2012-01-01', 'birth_date registered_before_birth 2012-01-01'],
    ['birth_country', '1,RU,arrival,2011-03-05,,,XX', 'birth_country unknown_state XX'],
    ['citizenship', '1,RU,arrival,2011-03-05,,,,643', 'citizenship unknown_state 643'],
    ['sex', '1,RU,arrival,2011-03-05,,,,,м', 'sex bad_value м'],
    ['purpose', '1,RU,arrival,2011-03-05,,,,,,,,fun', 'purpose bad_value fun'],
    ['intended_months', '1,RU,arrival,2011-03-05,,,,,,,,,1.5', 'intended_months bad_value 1.5'],
    ['intended_months', '1,RU,arrival,2011-03-05,,,,,,,,,-1', 'intended_months bad_value -1'],
    ['intended_months', '1,RU,arrival,2011-03-05,,,,,,,,,long', 'intended_months bad_value long'],
    ['basis', '1,RU,arrival,2011-03-05,,,,,,,,,,house', 'basis bad_value house'],
    ['ground', '1,RU,arrival,2011-03-05,,,,,,,,,,,left', 'ground bad_value left'],
  ])('blank %s and keep the row: %s', async (column, row, fault) => {
    expect(await bench.readCsv(HEADER + padded(row))).toMatchObject({ read: 1, accepted: 1 });
    expect(await bench.faults()).toEqual([`1 ${fault} kept`]);
    expect(await bench.slips(column)).toEqual([{ [column]: null }]);
  });

  it('puts ZZ where the state at the other end is unknown', async () => {
    await bench.readCsv(
      `${HEADER}${padded('1,RU,arrival,2011-03-05,,,,,,QQ,')}${padded('2,RU,departure,2011-03-05,,,,,,,QQ')}`,
    );
    expect(await bench.faults()).toEqual(['1 origin unknown_state QQ kept', '2 destination unknown_state QQ kept']);
    expect(await bench.slips('origin, destination')).toEqual([
      { origin: 'ZZ', destination: 'RU' },
      { origin: 'RU', destination: 'ZZ' },
    ]);
  });

  it('tell of a departure registered early, and keep its event', async () => {
    await bench.readCsv(HEADER + padded('1,RU,departure,2011-03-05,2011-04-05'));
    expect(await bench.faults()).toEqual(['1 event_on registered_before_event 2011-04-05 kept']);
    expect(await bench.slips('dated_on')).toEqual([{ dated_on: '2011-04-05' }]);
  });

  it('take the birth for wrong where event and registration both come before it', async () => {
    await bench.readCsv(HEADER + padded('1,RU,arrival,2011-03-05,2011-03-01,2012-01-01'));
    expect(await bench.faults()).toEqual([
      '1 birth_date registered_before_birth 2012-01-01 kept',
      '1 event_on event_before_birth 2011-03-01 kept',
    ]);
    expect(await bench.slips('event_on, birth_year')).toEqual([{ event_on: '2011-03-01', birth_year: null }]);
  });

  it('are all told, several of one row too', async () => {
    const reading = await bench.readCsv(HEADER + padded(',QQ,arrival,2016-01-01,,1980-02-31'));
    expect(await bench.faults()).toHaveLength(4);
    expect(reading.faultsByCode).toContainEqual({
      code: 'bad_date',
      setAside: false,
      count: 1,
      rows: 1,
      example: {
        file: `${bench.folder}/slips.csv`,
        row: 1,
        column: 'birth_date',
        code: 'bad_date',
        found: '1980-02-31',
        expected: 'a day yyyy-mm-dd, or a month or year of that form, not before 1850-01-01',
        setAside: false,
      },
    });
  });

  it('are counted by code, those that set aside apart from those that do not', async () => {
    const rows = ['1,RU,arrival,x', '2,RU,arrival,2011-03-05,x', '3,RU,arrival,2011-03-05,y'].map(padded);
    const { faultsByCode } = await bench.readCsv(HEADER + rows.join(''));
    expect(
      faultsByCode.map(({ code, setAside, rows: count, example }) => [code, setAside, count, example.row]),
    ).toEqual([
      ['bad_date', false, 2, 2],
      ['bad_date', true, 1, 1],
    ]);
  });
});

/** A row with all its commas. */
function padded(row: string): string {
  return `${row}${','.repeat(15 - (row.match(/,/g) ?? []).length)}\n`;
}
