import { SaldoError } from '../../../common/saldo-error.ts';
import type { ConceptId } from './concepts.ts';
import type { Observation } from './observation.ts';
import type { Structure } from './structures.ts';

/** Which observations of a dataflow are asked for. */
export interface DataQuery {
  /** Per dimension the values that are asked for; a dimension that is not here may have any. */
  readonly values: ReadonlyMap<ConceptId, ReadonlySet<string>>;
  /** Years, both included. */
  readonly from: number;
  readonly to: number;
}

/**
 * Reads the key of an SDMX-REST query: the dimensions but the time in their order, parted by dots, each empty or `*` for any value, or
 * some values joined by `+` (or `,`, as SDMX 3.0 has it). `*`, `all` or nothing is the key of everything.
 *
 * @throws SaldoError `invalid_option` where the key has another number of dimensions, or a period is no year
 */
export function parseDataQuery(
  structure: Structure,
  key: string,
  period: { start?: string | undefined; end?: string | undefined } = {},
): DataQuery {
  const dimensions = structure.dimensions.filter(({ id }) => id !== 'TIME_PERIOD');
  const parts = ['', '*', 'all'].includes(key) ? dimensions.map(() => '') : key.split('.');
  if (parts.length !== dimensions.length) {
    const expected = dimensions.map(({ id }) => id).join('.');
    throw new SaldoError(
      'invalid_option',
      `key: found ${parts.length} dimensions, expected ${dimensions.length}: ${expected}`,
    );
  }
  const asked = dimensions.map(({ id }, position) => [id, valuesOf(parts[position] ?? '')] as const);
  return {
    values: new Map(asked.flatMap(([id, values]) => (values === undefined ? [] : [[id, values]]))),
    from: year('startPeriod', period.start, 0),
    to: year('endPeriod', period.end, 9999),
  };
}

/** Whether an observation is among those asked for. */
export function isAsked({ values, from, to }: DataQuery, observation: Observation): boolean {
  for (const [id, asked] of values) if (!asked.has(String(observation[id]))) return false;
  const time = observation.TIME_PERIOD;
  return time === undefined || time === null || (Number(time) >= from && Number(time) <= to);
}

function valuesOf(part: string): ReadonlySet<string> | undefined {
  return part === '' || part === '*' ? undefined : new Set(part.split(/[+,]/));
}

function year(name: string, text: string | undefined, absent: number): number {
  if (text === undefined) return absent;
  if (!/^\d{4}$/.test(text)) throw new SaldoError('invalid_option', `${name}: found ${text}, expected a year`);
  return Number(text);
}
