import { z } from 'zod';
import { EurostatObservations, findEurostatSide } from './eurostat.ts';
import { notATable, type TableHints } from './layouts.ts';
import { numberText } from './parse-values.ts';
import type { Reading } from './reading.ts';

const sparse = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]);
const dataset = z.object({
  class: z.literal('dataset').optional(),
  label: z.string().optional(),
  id: z.array(z.string()),
  size: z.array(z.number().int().positive()),
  value: sparse,
  status: z.union([sparse, z.string()]).optional(),
  dimension: z.record(
    z.string(),
    z.object({
      category: z.object({
        index: z.union([z.record(z.string(), z.number()), z.array(z.string())]).optional(),
        label: z.record(z.string(), z.string()).optional(),
      }),
    }),
  ),
  extension: z.unknown().optional(),
});

/**
 * Reads a JSON-stat 2.0 data set of migr_imm5prv or migr_emi3nxt. Values lie in one list, the last dimension running fastest; list or
 * object alike, flags under `status`.
 */
export function readJsonStat(text: string, file: string, hints: TableHints, reading: Reading): void {
  const parsed = dataset.safeParse(parseJson(text, file));
  if (!parsed.success) throw notATable(file, 'JSON that is no JSON-stat data set', 'id, size, value and dimension');
  const { id, size, value, status, dimension, label, extension } = parsed.data;
  const side =
    findEurostatSide(`${label ?? ''} ${JSON.stringify(extension ?? '')}`) ??
    findEurostatSide(file) ??
    hints.side ??
    sideByLabel(label ?? '');
  if (side === undefined)
    throw notATable(
      file,
      'a data set that does not say whose figures it holds',
      'migr_imm5prv or migr_emi3nxt, or --side',
    );
  for (const name of ['partner', 'geo', 'time']) {
    if (!id.some(each => each.toLowerCase() === name))
      throw notATable(file, `no dimension ${name}`, 'partner, geo and time');
  }
  const codes = id.map(name => orderedCodes(dimension[name]?.category));
  if (codes.some((each, at) => each.length !== size[at]))
    throw notATable(file, 'sizes that differ from the categories', 'one code for each position');
  const observations = new EurostatObservations(reading, side);
  const total = size.reduce((product, each) => product * each, 1);
  for (let at = 0; at < total; at++) {
    const found = pick(value, at);
    const flags = typeof status === 'string' ? status : String(pick(status, at) ?? '');
    if (found === undefined || found === null) continue;
    reading.read++;
    const place: Record<string, string> = {};
    for (let rest = at, dim = id.length - 1; dim >= 0; dim--) {
      const length = size[dim] ?? 1;
      place[(id[dim] ?? '').toLowerCase()] = codes[dim]?.[rest % length] ?? '';
      rest = Math.floor(rest / length);
    }
    observations.take(
      {
        partner: place['partner'] ?? '',
        geo: place['geo'] ?? '',
        time: place['time'] ?? '',
        agedef: place['agedef'] ?? '',
        age: place['age'] ?? '',
        unit: place['unit'] ?? '',
        sex: place['sex'] ?? '',
        value: typeof found === 'number' ? numberText(found) : String(found),
        flags,
        confidential: '',
      },
      { file, row: at + 1, column: null },
    );
  }
  observations.end();
}

function sideByLabel(label: string): 'arrivals' | 'departures' | undefined {
  if (/^immigration/i.test(label)) return 'arrivals';
  return /^emigration/i.test(label) ? 'departures' : undefined;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw notATable(file, `no JSON: ${(cause as Error).message}`, 'a JSON-stat data set');
  }
}

function pick(values: unknown[] | Record<string, unknown> | undefined, at: number): unknown {
  return Array.isArray(values) ? values[at] : values?.[String(at)];
}

function orderedCodes(
  category:
    | { index?: Record<string, number> | string[] | undefined; label?: Record<string, string> | undefined }
    | undefined,
): string[] {
  const index = category?.index;
  if (Array.isArray(index)) return index;
  if (index === undefined) return Object.keys(category?.label ?? {});
  return Object.entries(index)
    .sort(([, a], [, b]) => a - b)
    .map(([code]) => code);
}
