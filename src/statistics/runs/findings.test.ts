import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../accounts/parameters.ts';
import { findMoves } from './find-moves.ts';
import { findTimelines } from './find-timelines.ts';
import { makeTestHome, type TestHome } from './fixtures/test-home.ts';
import { performRun } from './perform-run.ts';
import type { QueryEngine } from './query-engine.ts';

let home: TestHome;
let folder: string;
let engine: QueryEngine;
beforeAll(async () => {
  home = await makeTestHome();
  await home.load({ people: 40 });
  await home.load({ people: 8, first: 40, year: 2006 });
  const { runs, queries } = home.statistics;
  [folder, engine] = [join(runs.folder, 'run'), queries];
  const slips = await runs.slipsOf(await runs.currentBatches());
  await performRun(
    { folder, parameters: DEFAULT_PARAMETERS, slips, judgements: [] },
    { listener: { started: () => {}, ended: () => {} }, signal: new AbortController().signal },
  );
});
afterAll(() => home.close());

const CELL = { origin: 'RU', destination: 'BY' };

describe('moves of a run', () => {
  it('come page by page, each once, without a slip or a name', async () => {
    const first = await findMoves(engine, folder, { ...CELL, limit: 30 });
    const second = await findMoves(engine, folder, { ...CELL, limit: 30, after: first.at(-1)?.move ?? 0 });
    const moves = [...first, ...second];
    expect([first.length, second.length]).toEqual([30, 18]);
    expect(new Set(moves.map(({ move }) => move)).size).toBe(48);
    expect(Object.keys(moves[0] ?? {}).sort()).toEqual(
      ['departure_known', 'destination', 'move', 'moved_on', 'origin', 'person'].sort(),
    );
    expect(moves.filter(({ departure_known }) => !departure_known)).toHaveLength(12);
  });

  it('of a year and a corridor are those alone', async () => {
    const moves = await findMoves(engine, folder, { ...CELL, year: 2006, limit: 100 });
    expect(moves).toHaveLength(8);
    expect(moves.every(({ moved_on }) => moved_on.startsWith('2006-'))).toBe(true);
    expect(await findMoves(engine, folder, { origin: 'BY', destination: 'RU', limit: 100 })).toEqual([]);
  });
});

describe('timelines of a run', () => {
  const question = { ...CELL, year: 2005, side: 'departures', cause: 'no_departure', limit: 5 } as const;

  it('show whom a cause is about, with the slips that it counts, and the numbers of own slips alone', async () => {
    const found = await findTimelines(engine, folder, { ...question, offices: ['RU'] });
    expect(found).toHaveLength(5);
    for (const { slips } of found) {
      expect(slips).toMatchObject([
        { office: 'BY', kind: 'arrival', verdict: 'counted', own_slip_id: null, highlighted: true },
      ]);
    }
    const [own] = await findTimelines(engine, folder, { ...question, limit: 1, offices: 'all' });
    expect(own?.slips[0]?.own_slip_id).toMatch(/^a\d+$/);
  });

  it('of a cell without a cause show its movers whole, in order of time', async () => {
    const found = await findTimelines(engine, folder, { ...CELL, year: 2006, limit: 50, offices: 'all' });
    expect(found).toHaveLength(8);
    const whole = found.filter(({ slips }) => slips.length === 2);
    expect(whole).toHaveLength(6);
    expect(whole[0]?.slips.map(({ kind, verdict }) => `${kind} ${verdict}`)).toEqual([
      'departure confirmed',
      'arrival counted',
    ]);
    expect(new Set(whole[0]?.slips.map(({ move }) => move)).size).toBe(1);
  });

  it('of a cause that a cell does not have are none', async () => {
    expect(await findTimelines(engine, folder, { ...question, cause: 'duplicate', offices: 'all' })).toEqual([]);
  });
});
