const DAY_MS = 86_400_000;
const texts = new Map<number, string>();

/** Days are whole numbers, counted from 1 January 1970. */
export function dayOf(year: number, month = 1, day = 1): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** A day as ISO text. */
export function isoDay(day: number): string {
  let text = texts.get(day);
  if (text === undefined) {
    text = new Date(day * DAY_MS).toISOString().slice(0, 10);
    texts.set(day, text);
  }
  return text;
}

export function yearOf(day: number): number {
  return Number(isoDay(day).slice(0, 4));
}

/** The same day of the month so many months later; the last of the month where it has no such day. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  target.setUTCDate(Math.min(date.getUTCDate(), target.getUTCDate()));
  return target.getTime() / DAY_MS;
}
