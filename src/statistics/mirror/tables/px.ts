import { notATable, parseSide, type TableHints } from './layouts.ts';
import { findTableState, numberText, parseCount, parsePeriod } from './parse-values.ts';
import type { Reading } from './reading.ts';
import { findStateByName } from './state-names.ts';

/** The keywords of a PX file: `KEYWORD[lang]("sub key")=values;`, the sub key kept with the keyword. */
type Keywords = ReadonlyMap<string, readonly string[]>;

const PARTNER = /previous|next|origin|destination|partner|предыдущ|следующ|прежн|citizenship/i;
const REPORTER = /^(country|reporting|reporter|geo|страна|destination country|country of (present )?residence)/i;
const TIME = /^(year|time|period|год|период)/i;
const TOTAL = /^(total|all|всего|итого|both sexes|оба пола|t|0)\b/i;

/**
 * Reads a PX file (PC-Axis) as the UNECE Clearing House gives it: immigration by country of previous residence, or emigration by country
 * of next residence. Of ages, sexes and the like the total is taken; the rest is passed over. Values run with the heading's last variable
 * fastest, stubs first.
 */
export function readPx(text: string, file: string, hints: TableHints, reading: Reading): void {
  const keywords = parseKeywords(text);
  const variables = [...(keywords.get('STUB') ?? []), ...(keywords.get('HEADING') ?? [])];
  const data = keywords.get('DATA') ?? [];
  if (variables.length === 0 || data.length === 0)
    throw notATable(file, 'a PX file without variables or data', 'STUB or HEADING, VALUES and DATA');
  const categories = variables.map(name => ({
    name,
    values: keywords.get(`VALUES ${name}`) ?? [],
    codes: keywords.get(`CODES ${name}`) ?? [],
  }));
  const partner = categories.findIndex(({ name }) => PARTNER.test(name));
  const time = categories.findIndex(({ name }) => TIME.test(name));
  const reporter = categories.findIndex(({ name }, at) => at !== partner && REPORTER.test(name));
  const title = [
    ...(keywords.get('TITLE') ?? []),
    ...(keywords.get('CONTENTS') ?? []),
    ...(keywords.get('DESCRIPTION') ?? []),
  ].join(' ');
  const side = hints.side ?? sideOf(title, categories[partner]?.name ?? '');
  if (partner < 0 || reporter < 0 || time < 0) {
    throw notATable(
      file,
      `the variables ${variables.join(', ')}`,
      'a reporting country, a country of previous or next residence, and years',
    );
  }
  if (side === undefined) throw notATable(file, `the title ${title}`, 'immigration or emigration, or --side');
  const cells = categories.reduce((product, { values }) => product * values.length, 1);
  if (data.length !== cells) throw notATable(file, `${data.length} values`, `${cells}, one for each combination`);
  const totals = categories.map(({ values, codes }, at) =>
    [partner, reporter, time].includes(at)
      ? -1
      : Math.max(
          0,
          values.findIndex((value, k) => TOTAL.test(value) || /^(T|TOTAL|0)$/i.test(codes[k] ?? '')),
        ),
  );
  for (let at = 0; at < cells; at++) {
    const indices = new Array<number>(categories.length).fill(0);
    for (let rest = at, dim = categories.length - 1; dim >= 0; dim--) {
      const length = categories[dim]?.values.length ?? 1;
      indices[dim] = rest % length;
      rest = Math.floor(rest / length);
    }
    reading.read++;
    if (totals.some((total, dim) => total >= 0 && indices[dim] !== total)) {
      reading.passOver('other ages, sexes or units');
      continue;
    }
    const stateOf = (dim: number): string | undefined => {
      const category = categories[dim];
      const index = indices[dim] ?? 0;
      return findTableState(category?.codes[index] ?? '') ?? findStateByName(category?.values[index] ?? '');
    };
    const [here, there] = [stateOf(reporter), stateOf(partner)];
    if (here === undefined || there === undefined) {
      reading.passOver('totals and groups of states');
      continue;
    }
    if (here === there) continue;
    const place = { file, row: at + 1, column: 'DATA' };
    const period = parsePeriod(categories[time]?.values[indices[time] ?? 0] ?? '', place, reading);
    const value = parseCount(data[at] ?? '', place, reading);
    if (period === undefined) continue;
    const [origin, destination] = side === 'arrivals' ? [there, here] : [here, there];
    reading.take({ origin, destination, ...period, side, value, flags: '' }, place);
  }
}

function sideOf(title: string, partner: string): 'arrivals' | 'departures' | undefined {
  if (/immigra|previous/i.test(`${title} ${partner}`)) return 'arrivals';
  if (/emigra|next/i.test(`${title} ${partner}`)) return 'departures';
  return parseSide(title.split(' ')[0] ?? '');
}

/** `"a","b"` and bare numbers alike; a keyword in a further language is passed over. */
function parseKeywords(text: string): Keywords {
  const keywords = new Map<string, readonly string[]>();
  const statement = /([A-Z][A-Z0-9_-]*)(\[[a-z]+\])?(?:\(([^)]*)\))?\s*=\s*((?:"[^"]*"|[^";])*);/gs;
  for (const [, keyword = '', language, sub, values = ''] of text.replace(/^\uFEFF/, '').matchAll(statement)) {
    if (language !== undefined) continue;
    const key = sub === undefined ? keyword : `${keyword} ${sub.replace(/^"|"$/g, '')}`;
    keywords.set(key, keyword === 'DATA' ? dataOf(values) : textsOf(values));
  }
  return keywords;
}

/** Texts with commas between them are a list; texts that only follow one another are one text, cut for the length of a line. */
function textsOf(values: string): string[] {
  return [...values.matchAll(/"((?:[^"]*"\s*\r?\n\s*")*[^"]*)"|([^\s,"]+)/g)].map(([, text, bare]) =>
    text === undefined ? (bare ?? '') : text.replace(/"\s*\r?\n\s*"/g, ''),
  );
}

/** PX writes missing values as dots in quotes. */
function dataOf(values: string): string[] {
  return [...values.matchAll(/"([^"]*)"|[^\s,;"]+/g)].map(([whole, quoted]) => quoted ?? numberText(whole));
}
