/**
 * Records of a CSV text (RFC 4180) that comes in pieces, one by one, so that a file of any length passes through. Quoted values may hold
 * delimiters, doubled quotes and ends of lines. Empty lines are no records.
 */
export async function* csvRecords(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<string[]> {
  let record: string[] = [];
  let value = '';
  let quoted = false;
  let afterQuote = false;
  let first = true;
  for await (const piece of pieces) {
    let text = first ? piece.replace(/^\uFEFF/, '') : piece;
    first = false;
    if (afterQuote) {
      // A quote was the last letter of the piece before: doubled, or the end of the value.
      afterQuote = false;
      if (text.startsWith('"')) {
        value += '"';
        text = text.slice(1);
      } else quoted = false;
    }
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      const letter = text[at];
      if (quoted) {
        if (letter !== '"') continue;
        value += text.slice(start, at);
        start = at + 1;
        if (at + 1 === text.length) afterQuote = true;
        else if (text[at + 1] === '"') {
          value += '"';
          at++;
          start = at + 1;
        } else quoted = false;
      } else if (letter === '"' && value === '' && text.slice(start, at).trim() === '') {
        quoted = true;
        start = at + 1;
      } else if (letter === delimiter || letter === '\n') {
        value += text.slice(start, at);
        start = at + 1;
        record.push(value.trim());
        value = '';
        if (letter === '\n') {
          if (record.length > 1 || record[0] !== '') yield record;
          record = [];
        }
      }
    }
    if (!afterQuote) value += text.slice(start);
  }
  record.push(value.trim());
  if (record.length > 1 || record[0] !== '') yield record;
}

/** The delimiter of a header: the one of comma, semicolon, tab and bar that occurs most. */
export function findDelimiter(header: string): string {
  const counted = [',', ';', '\t', '|'].map(delimiter => ({ delimiter, count: header.split(delimiter).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

/** A value as CSV holds it. */
export function csvValue(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A whole table as CSV: the header and the rows. */
export function csvText(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `${[header, ...rows].map(row => row.map(csvValue).join(',')).join('\n')}\n`;
}
