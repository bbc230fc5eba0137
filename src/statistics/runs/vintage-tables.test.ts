import { describe, expect, it } from 'vitest';
import { areComparable, type Vintage } from './vintage-tables.ts';

const vintage = (threshold: number, lapse: number, simulated: boolean): Vintage => ({
  ...{ id: 1, run: 'r', label: null, published_at: '', released_at: null, simulated },
  ...{ parameters: { threshold, lapse, by: [] }, slips: 0, persons: 0, moves: 0 },
  ...{ first_year: null, last_year: null, offices: [], fingerprint: '', rounded_to: null },
});

describe('a vintage', () => {
  it('is a revision of one with its threshold and lapse, of slips alike', () => {
    const latest = vintage(12, 6, false);
    expect(areComparable(latest, vintage(12, 6, false))).toBe(true);
    for (const other of [vintage(3, 6, false), vintage(12, 3, false), vintage(12, 6, true)])
      expect(areComparable(latest, other)).toBe(false);
  });
});
