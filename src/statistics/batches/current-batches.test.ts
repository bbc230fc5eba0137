import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptFile } from './accept-batch.ts';
import { currentBatches } from './batch.ts';
import { type BatchHome, HEADER, makeBatchHome, TODAY } from './fixtures/batch-home.ts';

let home: BatchHome;
beforeEach(async () => {
  home = await makeBatchHome();
});
afterEach(() => home.remove());

describe('the batches that a run accounts', () => {
  it('are simulated ones only while no office has sent any, unless both are asked for together', async () => {
    const { db } = home.place;
    const simulated = await accept('1', true);
    expect(await currentBatches(db)).toEqual([simulated]);
    expect(await currentBatches(db, 'offices')).toEqual([]);
    const own = await accept('2', false);
    expect(await currentBatches(db)).toEqual([own]);
    expect(await currentBatches(db, 'simulated')).toEqual([simulated]);
    expect(await currentBatches(db, 'all')).toEqual([simulated, own]);
  });
});

async function accept(slip: string, simulated: boolean): Promise<string> {
  const path = home.write(`${slip}.csv`, `${HEADER}${slip},BY,arrival,2011-03-05,Noether,Emmy,1990-01-01,MP1,RU,BY,\n`);
  const { batch } = await acceptFile(home.place, path, { by: 'anna', allowedOffices: 'all', today: TODAY, simulated });
  return batch.id;
}
