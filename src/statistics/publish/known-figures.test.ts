import { describe, expect, it } from 'vitest';
import { knownFlow } from './known-figures.ts';

const ROW = { year: 2010, classes: {}, united: 0, arrivals_reported: 7, departures_reported: 0 };

describe('a flow of which one office knows', () => {
  it('has no number where the other office sent no slips, and no moves that both would have to prove', () => {
    expect(knownFlow({ ...ROW, origin: 'DE', destination: 'BY' }, ['BY', 'RU'])).toMatchObject({
      ...{ united: null, arrivals_reported: 7, departures_reported: null },
    });
    expect(knownFlow({ ...ROW, origin: 'BY', destination: 'DE' }, ['BY', 'RU'])).toMatchObject({
      ...{ united: null, arrivals_reported: null, departures_reported: 0 },
    });
  });

  it('keeps its noughts where both offices sent slips', () => {
    const row = { ...ROW, origin: 'RU', destination: 'BY' };
    expect(knownFlow(row, ['BY', 'RU'])).toEqual(row);
  });
});
