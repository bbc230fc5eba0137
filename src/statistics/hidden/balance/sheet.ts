import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { Fault } from '../../../common/fault.ts';
import type { Range } from '../../../common/range.ts';
import { SaldoError } from '../../../common/saldo-error.ts';
import { findState } from '../../../common/states.ts';
import type { Worded } from '../../../common/wording/worded.ts';
import { NUMBER_KINDS } from '../workforce/workforce.ts';
import { refuse } from '../written-table.ts';

const text = z.union([z.string().min(1), z.strictObject({ en: z.string().min(1), ru: z.string().min(1) })]);
const finite = z.number({ error: 'expected a number' });
const bounds = z.strictObject({
  value: finite,
  low: finite.optional(),
  high: finite.optional(),
  /** The last place given: half of it either way. */
  rounding: finite.positive().optional(),
  kind: z.enum(NUMBER_KINDS).optional(),
  source: z.string().optional(),
});
const quantity = z.union([finite, bounds], {
  error: 'expected a number, or value with low and high or rounding, kind, source',
});
const named = bounds.extend({ name: text });
const period = z.union([z.int().min(1800).max(2200), z.string().regex(/^\d{4}(-\d{4})?$/)], {
  error: 'expected a year or years such as 1999-2009',
});
const flowsBy = ['united', 'own_office', 'other_offices', 'arrival_place'] as const;
export type FlowsBy = (typeof flowsBy)[number];

const accounts = z.strictObject({
  start: quantity,
  births: quantity,
  deaths: quantity,
  arrivals: quantity.optional(),
  departures: quantity.optional(),
  flows: z.strictObject({ file: z.string().min(1), by: z.enum(flowsBy) }).optional(),
  end: quantity,
});
const workforce = z.strictObject({
  file: z.string().min(1).optional(),
  resources: z.array(named).min(1).optional(),
  uses: z.array(named).default([]),
  official: quantity.optional(),
});
const gap = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'expected small letters, digits and hyphens'),
  name: text,
  period,
  accounts: accounts.optional(),
  shortage: quantity.optional(),
  workforce: workforce.optional(),
  less: z.array(named).default([]),
});
const sheetSchema = z.strictObject({
  state: z.string(),
  title: text,
  unit: z.enum(['persons', 'thousand']),
  gaps: z.array(gap).min(1),
  compare: z.array(z.string()).min(2).optional(),
  assumes: z.array(text).default([]),
});

export type Quantity = z.output<typeof quantity>;
export type WrittenGap = z.output<typeof gap>;
type WrittenSheet = z.output<typeof sheetSchema>;

/** A balance sheet as somebody wrote it, checked. */
export interface BalanceSheet extends Omit<WrittenSheet, 'title' | 'assumes'> {
  name: string;
  title: Worded;
  assumes: Worded[];
}

/**
 * Reads a balance sheet.
 *
 * @throws SaldoError `invalid_file` with every fault and its place
 */
export function parseSheet(name: string, source: string): BalanceSheet {
  const found = sheetSchema.safeParse(parseYaml(name, source));
  if (!found.success) {
    refuse(
      name,
      found.error.issues.flatMap(issue => issueFaults(name, issue)),
    );
    throw new Error('a schema that failed without an issue');
  }
  const sheet = found.data;
  refuse(name, sheetFaults(name, sheet));
  const { title, assumes, state } = sheet;
  return { ...sheet, name, state: findState(state) ?? state, title: worded(title), assumes: assumes.map(worded) };
}

/** @throws SaldoError `invalid_file` where it is no YAML */
export function parseYaml(name: string, source: string): unknown {
  try {
    return parse(source);
  } catch (cause) {
    if (!(cause instanceof YAMLParseError)) throw cause;
    throw new SaldoError('invalid_file', `${name}: ${cause.message}`, { file: name }, cause);
  }
}

/** A schema's issue as a fault of the file: where in it, and what was expected. */
export function issueFaults(file: string, issue: z.core.$ZodIssue): Fault[] {
  const nested = issue.code === 'invalid_union' ? issue.errors.filter(each => each.length > 0) : [];
  const deepest = nested.find(issues => issues.some(({ path }) => path.length > 0));
  const place = issue.path.join('.');
  if (deepest !== undefined)
    return deepest.flatMap(each => issueFaults(file, { ...each, path: [...issue.path, ...each.path] }));
  return [
    {
      file,
      row: 1,
      column: place === '' ? null : place,
      code: 'invalid_value',
      found: null,
      expected: issue.message,
      setAside: true,
    },
  ];
}

export function worded(given: string | Worded): Worded {
  return typeof given === 'string' ? { en: given, ru: given } : given;
}

/**
 * A quantity in persons with its bounds.
 *
 * @param unit persons of one unit of the sheet
 */
export function rangeOf(given: Quantity, unit: 1 | 1000): Range {
  const { value, low, high, rounding = 0 } = typeof given === 'number' ? { value: given } : given;
  // Thousandths of a person are more than any source has; it takes the machine's last digits off.
  const persons = (units: number): number => Math.round(units * unit * 1000) / 1000;
  return {
    low: persons(low ?? value - rounding / 2),
    value: persons(value),
    high: persons(high ?? value + rounding / 2),
  };
}

/** What a schema cannot say: bounds around their value, counts that are not negative, one method a gap. */
function sheetFaults(file: string, sheet: WrittenSheet): Fault[] {
  const faults: Fault[] = [];
  const fault = (column: string, found: string | null, expected: string): void => {
    faults.push({ file, row: 1, column, code: 'invalid_value', found, expected, setAside: true });
  };
  if (findState(sheet.state) === undefined) fault('state', sheet.state, 'a code of ISO 3166-1');
  const ids = sheet.gaps.map(({ id }) => id);
  for (const [at, id] of ids.entries()) if (ids.indexOf(id) !== at) fault(`gaps.${at}.id`, id, 'each id once');
  for (const id of sheet.compare ?? []) if (!ids.includes(id)) fault('compare', id, ids.join(', '));
  for (const [at, each] of sheet.gaps.entries()) gapFaults(each, `gaps.${at}`, fault);
  return faults;
}

type Tell = (column: string, found: string | null, expected: string) => void;

function gapFaults(each: WrittenGap, place: string, fault: Tell): void {
  const { accounts: closed, shortage, workforce: labour, less } = each;
  const methods = [closed, shortage, labour].filter(method => method !== undefined).length;
  if (methods !== 1) fault(place, `${methods} of them`, 'one of accounts, shortage, workforce');
  const [first, last = first] = String(each.period).split('-').map(Number);
  if ((first ?? 0) > (last ?? 0))
    fault(`${place}.period`, String(each.period), 'years in order, the earlier one first');
  const quantities: [string, Quantity | undefined][] = [
    ...less.map((given, at): [string, Quantity] => [`less.${at}`, given]),
    ...(labour?.resources ?? []).map((given, at): [string, Quantity] => [`workforce.resources.${at}`, given]),
    ...(labour?.uses ?? []).map((given, at): [string, Quantity] => [`workforce.uses.${at}`, given]),
    ['workforce.official', labour?.official],
    ...(['start', 'births', 'deaths', 'arrivals', 'departures', 'end'] as const).map(
      (line): [string, Quantity | undefined] => [`accounts.${line}`, closed?.[line]],
    ),
  ];
  for (const [column, given] of quantities) {
    if (given === undefined) continue;
    if (rangeOf(given, 1).value < 0)
      fault(`${place}.${column}`, String(rangeOf(given, 1).value), 'a count of 0 or more');
    boundFaults(given, `${place}.${column}`, fault);
  }
  if (shortage !== undefined) boundFaults(shortage, `${place}.shortage`, fault);
  if (closed !== undefined) accountsFaults(closed, `${place}.accounts`, fault);
  if (labour !== undefined && (labour.file === undefined) === (labour.resources === undefined))
    fault(`${place}.workforce`, null, 'either file, or resources with uses and official');
}

function accountsFaults(closed: NonNullable<WrittenGap['accounts']>, place: string, fault: Tell): void {
  for (const line of ['start', 'end'] as const)
    if (rangeOf(closed[line], 1).value === 0) fault(`${place}.${line}`, '0', 'a population above 0');
  const written = closed.arrivals !== undefined && closed.departures !== undefined;
  const half = closed.arrivals !== undefined || closed.departures !== undefined;
  if (closed.flows === undefined ? !written : half) fault(place, null, 'either arrivals and departures, or flows');
}

function boundFaults(given: Quantity, place: string, fault: Tell): void {
  const { low, value, high } = rangeOf(given, 1);
  if (low > value || value > high) fault(place, `${low} to ${high}`, `bounds around ${value}`);
}
