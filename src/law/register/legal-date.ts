import { z } from 'zod';

/** A calendar day as ISO text: compares as it reads, and knows no time zone. */
export type Day = string;

/** The space of which the acts speak begins with the end of the Soviet Union. */
export const FIRST_DAY: Day = '1991-01-01';

/**
 * A date as a source gives it: a day, a month, a year, or a span `FROM/TO` whose end may be open (`FROM/..`). The event happened on one day
 * from `earliest` to `latest`; `latest` is null where nobody knows.
 */
export interface LegalDate {
  text: string;
  earliest: Day;
  latest: Day | null;
}

export const LegalDateSchema = z.string().transform((text, context): LegalDate => {
  const date = parseLegalDate(text);
  if (date !== undefined) return date;
  context.addIssue({
    code: 'custom',
    message: `found ${text}, expected a day YYYY-MM-DD, a month, a year, or FROM/TO with .. for an open end`,
  });
  return z.NEVER;
});

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function parseLegalDate(text: string): LegalDate | undefined {
  const [from = '', to] = text.split('/');
  const start = span(from);
  if (start === undefined) return undefined;
  if (to === undefined) return { text, earliest: start.first, latest: start.last };
  if (to === '..') return { text, earliest: start.first, latest: null };
  const end = span(to);
  return end === undefined || end.last < start.first ? undefined : { text, earliest: start.first, latest: end.last };
}

function span(text: string): { first: Day; last: Day } | undefined {
  if (/^\d{4}$/.test(text)) return { first: `${text}-01-01`, last: `${text}-12-31` };
  if (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)) return { first: `${text}-01`, last: lastDayOfMonth(text) };
  return isDay(text) ? { first: text, last: text } : undefined;
}

/** The day that it is now, in universal time. */
export function today(): Day {
  return new Date().toISOString().slice(0, 10);
}

export function dayAfter(day: Day): Day {
  return plusDays(day, 1);
}

export function dayBefore(day: Day): Day {
  return plusDays(day, -1);
}

export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function lastDayOfMonth(month: string): Day {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
