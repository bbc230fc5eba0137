import { type Day, plusDays } from './legal-date.ts';

/** A length of time as acts give it: "30 days", "12 months". */
export interface Term {
  value: number;
  unit: 'day' | 'month' | 'year';
}

/**
 * Whether the day of the event is itself the first day of a term, or the day after it. Where an act is silent the next day is the first:
 * so the civil codes of the space count (in Russia article 191; recalled).
 */
export type Counting = 'next-day' | 'same-day';

/** Days of which a limit takes account: so many in a row, the day asked about being the last, or those of its calendar year. */
export type Window = { days: number } | 'calendar-year';

/** A stay from the day of entry to the day of exit; both count. */
export interface Stay {
  from: Day;
  to: Day;
}

/**
 * The last day of a term that an event begins. Days are calendar days. Months and years end on the day of the same number, and where the
 * last month has no such day, on its last day (in Russia article 192 of the civil code; recalled): one month from 31 January ends on 28 or
 * 29 February. Where the day of the event counts, the term ends one day earlier, unless the month was too short already.
 */
export function lastDayOf(event: Day, { value, unit }: Term, counting: Counting = 'next-day'): Day {
  const early = counting === 'same-day' ? 1 : 0;
  if (unit === 'day') return plusDays(event, value - early);
  const last = plusMonths(event, unit === 'year' ? 12 * value : value);
  const cut = last.slice(8) !== event.slice(8);
  return cut ? last : plusDays(last, -early);
}

/** The day of the same number so many months later, or the last day of a month that has none. */
export function plusMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, number = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return new Date(
    Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), Math.min(number, lastOfMonth.getUTCDate())),
  )
    .toISOString()
    .slice(0, 10);
}

/** Days of stays that lie in the window of a day, each counted once. */
export function daysSpent(stays: readonly Stay[], on: Day, window: Window): number {
  const first = window === 'calendar-year' ? `${on.slice(0, 4)}-01-01` : plusDays(on, 1 - window.days);
  const spent = new Set<Day>();
  for (const { from, to } of stays) {
    const last = to < on ? to : on;
    for (let day = from > first ? from : first; day <= last; day = plusDays(day, 1)) spent.add(day);
  }
  return spent.size;
}

/**
 * The last day on which somebody who entered, after earlier stays, keeps within a limit of days in its window; undefined where already the
 * day of entry is one too many.
 */
export function lastDayWithin(stays: readonly Stay[], entered: Day, limit: number, window: Window): Day | undefined {
  let last: Day | undefined;
  // A stay that goes on for ever is stopped by any limit smaller than its window.
  for (let day = entered, tried = 0; tried <= 366 + limit; day = plusDays(day, 1), tried++) {
    if (daysSpent([...stays, { from: entered, to: day }], day, window) > limit) break;
    last = day;
  }
  return last;
}
