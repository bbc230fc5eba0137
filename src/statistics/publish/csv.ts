import type { Cell as Value } from '../../engine/engine.ts';

const LINES_PER_CHUNK = 1000;

/** CSV after RFC 4180, in chunks of many lines: a header, CRLF, quotes where they are needed, nothing for null. */
export function* csvChunks(header: readonly string[], rows: Iterable<readonly Value[]>): Generator<string> {
  let chunk = [csvLine(header)];
  for (const row of rows) {
    chunk.push(csvLine(row));
    if (chunk.length < LINES_PER_CHUNK) continue;
    yield chunk.join('');
    chunk = [];
  }
  if (chunk.length > 0) yield chunk.join('');
}

function csvLine(values: readonly Value[]): string {
  return `${values.map(csvValue).join(',')}\r\n`;
}

function csvValue(value: Value): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
