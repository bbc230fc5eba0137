/**
 * How values of either engine are read, so that both give the same: whole numbers and decimals as numbers, dates as `YYYY-MM-DD`,
 * moments as UTC text to the millisecond (`2026-11-22T10:00:00.000Z`, what `Date.toISOString` writes), bytes as Buffer.
 * The keys are PostgreSQL's type numbers; the session's time zone is UTC and its date style ISO (`SESSION_SETTINGS`).
 */
export const VALUE_PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  17: readBytes,
  20: readWhole,
  1082: text => text,
  1114: text => readMoment(`${text}+00`)?.slice(0, -1) ?? text,
  1184: text => readMoment(text) ?? text,
  1700: Number,
};

/** What every connection is set to before its first statement. */
export const SESSION_SETTINGS = "select set_config('datestyle', 'ISO', false), set_config('timezone', 'UTC', false)";

function readWhole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`a whole number beyond what a program can hold exactly: ${text}`);
  return value;
}

/** Nothing for `infinity` and years before Christ or of five digits, which stay as they are written. */
function readMoment(text: string): string | undefined {
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)\+00$/.exec(text) ?? [];
  return day && time && new Date(`${day}T${time}Z`).toISOString();
}

function readBytes(text: string): Buffer {
  return Buffer.from(text.slice(2), 'hex');
}
