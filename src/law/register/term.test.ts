import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays } from './legal-date.ts';
import { daysSpent, lastDayOf, lastDayWithin, plusMonths, type Stay } from './term.ts';

describe('the last day of a term', () => {
  it.each([
    ['2023-01-30', 30, 'day', 'next-day', '2023-03-01'],
    ['2024-01-30', 30, 'day', 'next-day', '2024-02-29'],
    ['2024-01-31', 30, 'day', 'same-day', '2024-02-29'],
    ['2023-01-31', 1, 'month', 'next-day', '2023-02-28'],
    ['2024-01-31', 1, 'month', 'next-day', '2024-02-29'],
    ['2024-01-15', 1, 'month', 'same-day', '2024-02-14'],
    ['2024-01-31', 1, 'month', 'same-day', '2024-02-29'],
    ['2024-02-29', 1, 'year', 'next-day', '2025-02-28'],
    ['2023-12-31', 12, 'month', 'next-day', '2024-12-31'],
  ] as const)('%s and %i %s, %s: %s', (event, value, unit, counting, last) =>
    expect(lastDayOf(event, { value, unit }, counting)).toBe(last),
  );

  it('never leaves the month that it reaches', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map(number => plusDays('1991-01-01', number));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (day, months) => {
        const found = plusMonths(day, months);
        const [year = 0, month = 0] = day.split('-').map(Number);
        const reached = year * 12 + month - 1 + months;
        expect(found.slice(0, 7)).toBe(`${Math.floor(reached / 12)}-${String((reached % 12) + 1).padStart(2, '0')}`);
        expect(Number(found.slice(8))).toBeLessThanOrEqual(Number(day.slice(8)));
      }),
    );
  });
});

describe('days in a window', () => {
  const stays: Stay[] = [
    { from: '2024-01-01', to: '2024-01-10' },
    { from: '2024-03-01', to: '2024-03-20' },
  ];

  it('count days of entry and exit, and no day twice', () => {
    expect(daysSpent(stays, '2024-03-20', { days: 180 })).toBe(30);
    expect(daysSpent([...stays, { from: '2024-01-05', to: '2024-01-12' }], '2024-03-20', { days: 180 })).toBe(32);
    expect(daysSpent(stays, '2024-03-05', { days: 10 })).toBe(5);
    expect(daysSpent([{ from: '2023-12-20', to: '2024-01-05' }], '2024-02-01', 'calendar-year')).toBe(5);
  });

  it('bound the last day of a stay: 90 of any 180, and 90 of a calendar year', () => {
    expect(lastDayWithin([], '2024-01-01', 90, { days: 180 })).toBe('2024-03-30');
    expect(lastDayWithin([{ from: '2024-01-01', to: '2024-03-30' }], '2024-06-01', 90, { days: 180 })).toBeUndefined();
    expect(lastDayWithin([{ from: '2024-01-01', to: '2024-03-30' }], '2024-06-29', 90, { days: 180 })).toBe(
      '2024-09-26',
    );
    expect(lastDayWithin([{ from: '2025-01-01', to: '2025-02-09' }], '2025-12-01', 90, 'calendar-year')).toBe(
      '2026-03-31',
    );
  });

  it('never pass the limit on any day', () => {
    const day = fc.integer({ min: 0, max: 400 }).map(number => plusDays('2024-01-01', number));
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.integer({ min: 0, max: 20 }))), day, (earlier, entered) => {
        const before = earlier
          .map(([from, length]) => ({ from, to: plusDays(from, length) }))
          .filter(({ to }) => to < entered);
        const last = lastDayWithin(before, entered, 30, { days: 60 });
        if (last === undefined) return;
        expect(daysSpent([...before, { from: entered, to: last }], last, { days: 60 })).toBeLessThanOrEqual(30);
      }),
    );
  });
});
