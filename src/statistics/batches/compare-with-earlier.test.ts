import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptFile } from './accept-batch.ts';
import { compareWithEarlier } from './compare-with-earlier.ts';
import { type BatchHome, HEADER, makeBatchHome, TODAY } from './fixtures/batch-home.ts';
import { type PrepareRequest, prepareBatch } from './prepare-batch.ts';

const request: PrepareRequest = { by: 'anna', allowedOffices: 'all', today: TODAY };
const FIRST = `${HEADER}1,BY,arrival,2011-03-05,Ковалевская,Софья,1990-01-15,MP1234567,RU,BY,
2,BY,arrival,2011-03-06,Hamilton,Sofia,1990-01-16,,RU,BY,
3,RU,departure,2011-03-07,Lovelace,Ada,,,RU,BY,
4,BY,arrival,2011-03-08,,,,,RU,BY,
`;

let home: BatchHome;
beforeEach(async () => {
  home = await makeBatchHome();
});
afterEach(() => home.remove());

const accept = async (name: string, rows: string, more: Partial<PrepareRequest> = {}) =>
  (await acceptFile(home.place, home.write(name, rows), { ...request, ...more })).batch.against_earlier;

describe('a file against the slips that stand', () => {
  it('is all new where nothing stands', async () => {
    expect(await accept('first.csv', FIRST)).toEqual({ new: 4, replacing: 0, same: 0, withdrawing: 0 });
  });

  it('tells new slips, those that replace another, also by a name alone, those that are the same, and withdrawals', async () => {
    await accept('first.csv', FIRST);
    const later = `${HEADER}1,BY,arrival,2011-03-05,Ковалевская,Софья,1990-01-15,MP1234567,RU,BY,
2,BY,arrival,2011-03-06,Hamilton,Sophia,1990-01-16,,RU,BY,
3,BY,arrival,2011-03-07,Lovelace,Ada,,,RU,BY,
3,RU,departure,2011-03-07,Lovelace,Ada,,,RU,BY,withdrawn
4,BY,arrival,2011-03-09,,,,,RU,BY,
`;
    const path = home.write('later.csv', later);
    const expected = { new: 1, replacing: 2, same: 1, withdrawing: 1 };
    const prepared = await prepareBatch(home.place, path, request);
    expect(await compareWithEarlier(home.place, prepared)).toEqual(expected);
    expect(await accept('later.csv', later)).toEqual(expected);
  });

  it('counts against the latest slip of a number, and not against one that was withdrawn', async () => {
    const row = (name: string, status = '') => `${HEADER}1,BY,arrival,2011-03-05,${name},,,,RU,BY,${status}\n`;
    await accept('a.csv', row('Noether'));
    await accept('b.csv', row('Meitner'));
    expect(await accept('c.csv', `${row('Noether')}7,BY,arrival,2011-03-05,,,,,RU,BY,\n`)).toMatchObject({
      ...{ new: 1, replacing: 1, same: 0 },
    });
    expect(await accept('d.csv', row('', 'withdrawn'))).toMatchObject({ withdrawing: 1 });
    expect(await accept('e.csv', `${row('Noether')}8,BY,arrival,2011-03-06,,,,,RU,BY,\n`)).toMatchObject({
      ...{ new: 2, replacing: 0 },
    });
  });

  it('leaves slips of simulated worlds and of offices apart', async () => {
    await accept('first.csv', FIRST, { simulated: true });
    expect(await accept('own.csv', `${FIRST}5,BY,arrival,2011-03-08,,,,,RU,BY,\n`)).toMatchObject({ new: 5, same: 0 });
  });
});
