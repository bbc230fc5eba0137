import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SlipBench } from './fixtures/slip-files.ts';

const HEADER = 'slip_id,office,kind,registered_on,surname,status\n';

let bench: SlipBench;
beforeEach(async () => {
  bench = await SlipBench.open();
});
afterEach(() => bench.close());

describe('copies of a slip', () => {
  it('that differ are all set aside', async () => {
    const rows = '1,RU,arrival,2011-03-05,Ким,\n1,ru,arrival,2011-03-05,Цой,\n1,BY,arrival,2011-03-05,Ким,\n';
    expect(await bench.readCsv(HEADER + rows)).toMatchObject({ read: 3, accepted: 1, setAside: 2 });
    expect(await bench.faults()).toEqual([
      '1 slip_id duplicate_slip_id 1 aside',
      '2 slip_id duplicate_slip_id 1 aside',
    ]);
    expect(await bench.slips('office')).toEqual([{ office: 'BY' }]);
  });

  it('that are the same to the letter leave one', async () => {
    expect(await bench.readCsv(HEADER + '1,RU,arrival,2011-03-05,Ким,\n'.repeat(3))).toMatchObject({
      read: 3,
      accepted: 1,
    });
    expect(await bench.faults()).toEqual(['2 slip_id repeated_row 1 aside', '3 slip_id repeated_row 1 aside']);
  });

  it('are all set aside where some are the same and one differs', async () => {
    const rows = '1,RU,arrival,2011-03-05,Ким,\n1,RU,arrival,2011-03-05,Ким,\n1,RU,arrival,2011-03-05,Цой,\n';
    expect(await bench.readCsv(HEADER + rows)).toMatchObject({ read: 3, accepted: 0 });
  });

  it('are found across files and formats', async () => {
    const csv = bench.write('a.csv', `${HEADER}1,RU,arrival,2011-03-05,Ким,\n`);
    const json = bench.write(
      'b.jsonl',
      '{"slip_id":"1","office":"RU","kind":"departure","registered_on":"2011-03-05"}\n{"slip_id":2,"office":"RU","kind":"arrival","registered_on":"2011-03-05"}\n',
    );
    const reading = await bench.read([csv, json]);
    expect(reading.files.map(({ rows, accepted, setAside }) => [rows, accepted, setAside])).toEqual([
      [1, 0, 1],
      [2, 1, 1],
    ]);
  });

  it('count even where one is set aside for another fault', async () => {
    const rows = '1,RU,arrival,2011-03-05,Ким,\n1,RU,arrival,yesterday,Ким,\n';
    expect(await bench.readCsv(HEADER + rows)).toMatchObject({ read: 2, accepted: 0, setAside: 2 });
    expect(await bench.faults()).toEqual([
      '1 slip_id duplicate_slip_id 1 aside',
      '2 registered_on bad_date yesterday aside',
      '2 slip_id duplicate_slip_id 1 aside',
    ]);
  });

  it('are withdrawn together', async () => {
    const rows = '1,RU,arrival,2011-03-05,Ким,\n2,RU,arrival,2011-03-05,Ким,\n1,RU,,,,WITHDRAWN\n';
    expect(await bench.readCsv(HEADER + rows)).toMatchObject({ read: 3, accepted: 1, setAside: 2 });
    expect(await bench.faults()).toEqual(['1 slip_id withdrawn 1 aside', '3 status withdrawn WITHDRAWN aside']);
  });
});
