import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultExpectation, SLIP_FAULT_WORDS } from '../../common/wording/fault-words.ts';
import { SlipBench } from './fixtures/slip-files.ts';

const HEADER = 'slip_id,office,kind,registered_on,surname\n';
const slip = (id: number | string): string => `${id},RU,arrival,2011-03-05,Ким\n`;

const inRussian = (expected: string) => faultExpectation(SLIP_FAULT_WORDS, { code: 'broken_row', expected }, 'ru');

let bench: SlipBench;
beforeEach(async () => {
  bench = await SlipBench.open();
});
afterEach(() => bench.close());

describe('broken rows', () => {
  it('are set aside, and the rows behind them keep their numbers', async () => {
    const rows = [slip(1), '2,RU\n', slip(3), '4,RU,arrival,2011-03-05,Ким,more\n', '5\n', slip(6), slip('')];
    expect(await bench.readCsv(HEADER + rows.join(''))).toMatchObject({ read: 7, accepted: 3, setAside: 4 });
    expect(await bench.slips('slip_id, row')).toEqual([
      { slip_id: '1', row: 1 },
      { slip_id: '3', row: 3 },
      { slip_id: '6', row: 6 },
    ]);
    expect(await bench.faults()).toEqual([
      '2 - broken_row 2,RU aside',
      '4 - broken_row 4,RU,arrival,2011-03-05,Ким,more aside',
      '5 - broken_row 5 aside',
      '7 slip_id missing_value - aside',
    ]);
    const expected = await bench.engine.rows("select expected from fault where code = 'broken_row' order by row");
    expect(expected.map(fault => fault['expected'])).toEqual([
      '5 columns, found 2',
      '5 columns, found 6',
      '5 columns, found 1',
    ]);
    expect(expected.map(fault => inRussian(String(fault['expected'])))).toEqual([
      'столбцов: 5, найдено 2',
      'столбцов: 5, найдено 6',
      'столбцов: 5, найдено 1',
    ]);
  });

  it('are repeated without the ends of their lines', async () => {
    const rows = `${HEADER}${slip(1)}2,RU\n${slip(3)}`.replaceAll('\n', '\r\n');
    await bench.readCsv(rows);
    expect(await bench.faults()).toEqual(['2 - broken_row 2,RU aside']);
  });

  it.each([
    ['plain', '\n'],
    ['mixed', '\r\n'],
  ])('are those with bytes that are no UTF-8, in a file with %s line ends', async (_, end) => {
    const path = bench.write(
      'bytes.csv',
      Buffer.concat([
        Buffer.from(`${HEADER}${slip(1)}`),
        Buffer.from('2,RU,arrival,2011-03-05,\xca\xe8\xec', 'latin1'),
        Buffer.from(`${end}${slip(3)}${slip(4)}`),
      ]),
    );
    expect(await bench.read([path], 'saldo')).toMatchObject({ read: 4, accepted: 3, setAside: 1 });
    const { expected } = await bench.engine.row<{ expected: string }>('select expected from fault');
    expect(inRussian(expected)).toBe('UTF-8 или профиль, называющий кодировку');
    expect(await bench.slips('slip_id, surname')).toEqual(['1', '3', '4'].map(id => ({ slip_id: id, surname: 'Ким' })));
  });

  it('are told where a quote does not end', async () => {
    const text = `${HEADER}${slip(1)}2,RU,arrival,2011-03-05,"Ким\n${slip(3)}`;
    expect(await bench.readCsv(text)).toMatchObject({ read: 2, accepted: 1, setAside: 1 });
    expect(await bench.engine.row('select row, code, expected from fault')).toEqual({
      row: 2,
      code: 'broken_row',
      expected: 'a quote that ends before the next delimiter',
    });
    expect(inRussian('a quote that ends before the next delimiter')).toMatch(/^кавычка/);
    const { record } = await bench.engine.row<{ record: string }>('select record from set_aside_row');
    expect(record).toContain('3,RU,arrival');
  });

  it('are told where the bytes are no UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}${slip(1)}2,RU,arrival,2011-03-05,`),
      Buffer.from([0xca, 0xe8, 0xec]),
      Buffer.from(`\n${slip(3)}`),
    ]);
    const reading = await bench.read([bench.write('slips.csv', bytes)]);
    expect(reading).toMatchObject({ read: 3, accepted: 2, setAside: 1 });
    expect(reading.faultsByCode[0]).toMatchObject({
      code: 'broken_row',
      example: { row: 2, expected: 'UTF-8, or a profile that names the encoding' },
    });
  });

  it('are found though line ends are mixed', async () => {
    const text = `${HEADER.replace('\n', '\r\n')}${slip(1)}2,RU\r\n${slip(3)}`;
    expect(await bench.readCsv(text)).toMatchObject({ read: 3, accepted: 2, setAside: 1 });
    expect(await bench.faults()).toEqual(['2 - broken_row 2,RU aside']);
  });

  it('of JSON Lines are the lines that are no object', async () => {
    const line = (id: number): string =>
      JSON.stringify({ slip_id: id, office: 'RU', kind: 'arrival', registered_on: '2011-03-05' });
    const lines = [line(1), '{"slip_id": 2,', '[3]', '', 'null', line(6)];
    const reading = await bench.read([bench.write('slips.jsonl', lines.join('\n'))]);
    expect(reading).toMatchObject({ read: 5, accepted: 2, setAside: 3 });
    expect(await bench.faults()).toEqual([
      '2 - broken_row {"slip_id": 2, aside',
      '3 - broken_row [3] aside',
      '4 - broken_row null aside',
    ]);
    expect(await bench.slips('slip_id, row')).toEqual([
      { slip_id: '1', row: 1 },
      { slip_id: '6', row: 5 },
    ]);
  });
});
