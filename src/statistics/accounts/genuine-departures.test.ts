import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateCorridor } from './estimate-corridor.ts';
import { randomNumbers } from './fixtures/random-numbers.ts';
import { type DepartureTraces, genuineShare, sumTraces } from './genuine-departures.ts';

const NO_ERROR = { precision: 1, recall: 1 };

describe('the share of departures without an arrival whose people did leave', () => {
  it('is how often they are seen away, beside those whose arrival is on file', () => {
    // Of a thousand that arrived 300 are seen again elsewhere, of a thousand others 120: two fifths of them left.
    const traces = { unconfirmed: 1000, stillThere: 200, away: 120, matched: 1000, matchedAway: 300 };
    const share = genuineShare(traces, traces);
    expect(share?.value).toBeCloseTo(0.4, 2);
    // sqrt(0.88/(0.12·1025) + 0.7/(0.3·1025)) = 0.0971; exp(1.96·0.0971) = 1.2097
    expect(share?.low95).toBeCloseTo(0.4 / 1.2097, 2);
    expect(share?.high95).toBeCloseTo(0.4 * 1.2097, 2);
  });

  it('leans on the whole office where a corridor has few', () => {
    const office = { unconfirmed: 1000, stillThere: 200, away: 120, matched: 1000, matchedAway: 300 };
    const few = { unconfirmed: 2, stillThere: 0, away: 0, matched: 3, matchedAway: 1 };
    expect(genuineShare(few, office)?.value).toBeCloseTo(0.37, 2);
  });

  it('is, where hardly anybody is seen again, all but those seen still there, and has no interval', () => {
    const traces = { unconfirmed: 8, stillThere: 2, away: 3, matched: 10, matchedAway: 9 };
    expect(genuineShare(traces, traces)).toEqual({ value: 0.75 });
  });

  it('is none where every departure has an arrival, or will have one that the linkage missed', () => {
    const traces = { unconfirmed: 3, stillThere: 0, away: 1, matched: 500, matchedAway: 100 };
    expect(genuineShare({ ...traces, unconfirmed: 0 }, traces)).toBeNull();
    expect(genuineShare(traces, traces, 3)).toBeNull();
  });

  it('is a share, inside its interval, whatever the counts', () => {
    fc.assert(
      fc.property(
        fc.array(someTraces, { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (corridors, part) => {
          const office = sumTraces(corridors);
          for (const corridor of corridors) {
            const share = genuineShare(corridor, office, corridor.unconfirmed * part);
            if (share === null) continue;
            const { value, low95 = value, high95 = value } = share;
            expect(low95).toBeLessThanOrEqual(value);
            expect(high95).toBeGreaterThanOrEqual(value);
            expect(low95).toBeGreaterThanOrEqual(0);
            expect(high95).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});

describe('the true flow of a corridor', () => {
  it.each([
    { value: 0, low95: 0, high95: 0.01 },
    { value: 0.02, low95: 0, high95: 0.31 },
    { value: 0.02, low95: 0.02, high95: 0.02 },
  ])('is a number where the share is rounded to $value from $low95', genuine => {
    const found = estimateCorridor({ arrivals: 500, departures: 900, matched: 300, genuine }, NO_ERROR);
    const numbers = Object.values(found).flatMap(estimate => Object.values(estimate ?? {}));
    expect(numbers.length).toBe(9);
    expect(numbers.filter(number => !Number.isFinite(number))).toEqual([]);
    expect(found.flow?.value).toBeGreaterThanOrEqual(500);
  });

  it.each([0, 0.2, 0.6])(
    'is held by its interval in about 95 of 100 worlds where %d in a mover made a departure up',
    madeUp => {
      const random = randomNumbers(7 + Math.round(madeUp * 10));
      const moves = 3000;
      const worlds = 300;
      let held = 0;
      for (let world = 0; world < worlds; world++) {
        const { low95, high95 } = estimated(random, moves, madeUp);
        held += Number(low95 <= moves && moves <= high95);
      }
      expect(held / worlds).toBeGreaterThan(0.9);
    },
  );
});

/** People of whom both offices see a part, who return in part, and departures that nobody made. */
function estimated(random: () => number, moves: number, madeUp: number) {
  const traces = { unconfirmed: 0, stillThere: 0, away: 0, matched: 0, matchedAway: 0 };
  let arrivals = 0;
  for (let person = 0; person < moves; person++) {
    const [arrived, departed, returned] = [random() < 0.85, random() < 0.7, random() < 0.3];
    arrivals += Number(arrived);
    if (!departed) continue;
    traces[arrived ? 'matched' : 'unconfirmed'] += 1;
    if (returned) traces[arrived ? 'matchedAway' : 'away'] += 1;
  }
  for (let person = 0; person < moves * madeUp; person++) {
    traces.unconfirmed += 1;
    traces.stillThere += Number(random() < 0.3);
  }
  const lists = { arrivals, departures: traces.matched + traces.unconfirmed, matched: traces.matched };
  const { flow } = estimateCorridor({ ...lists, genuine: genuineShare(traces, traces) }, NO_ERROR);
  if (flow === null) throw new Error('no estimate');
  return flow;
}

const someTraces: fc.Arbitrary<DepartureTraces> = fc
  .record({
    unconfirmed: fc.integer({ min: 0, max: 500 }),
    matched: fc.integer({ min: 0, max: 500 }),
    parts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ unconfirmed, matched, parts: [there = 0, away = 0, after = 0] }) => {
    const stillThere = Math.floor(unconfirmed * there);
    return {
      ...{ unconfirmed, matched, stillThere },
      away: Math.floor((unconfirmed - stillThere) * away),
      matchedAway: Math.floor(matched * after),
    };
  });
