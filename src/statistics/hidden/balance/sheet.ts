import { z } from 'zod';
import type { Range } from '../../../common/range.ts';
import { findState } from '../../../common/states.ts';
import type { Worded } from '../../../common/wording/worded.ts';
import { NUMBER_KINDS } from '../workforce/workforce.ts';
import { refuse } from '../written-table.ts';
import { WrittenYaml } from '../written-yaml.ts';

/** A state by any code that Saldo knows. */
export const STATE = z
  .string()
  .refine(code => findState(code) !== undefined, { error: 'expected a code of ISO 3166-1' });
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
  state: STATE,
  title: text,
  unit: z.enum(['persons', 'thousand']),
  gaps: z.array(gap).min(1),
  compare: z.array(z.string()).min(2).optional(),
  assumes: z.array(text).default([]),
});

/** As much of a sheet as its faults across lines need. */
const outlineSchema = z.object({
  gaps: z.array(z.looseObject({ id: z.string().optional().catch(undefined) })),
  compare: z.array(z.string()).catch([]),
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
 * @throws SaldoError `invalid_file` with every fault and its line
 */
export function parseSheet(name: string, source: string): BalanceSheet {
  const written = new WrittenYaml(name, source);
  const found = sheetSchema.safeParse(written.value);
  if (!found.success && written.readable) written.issues(found.error.issues);
  sheetFaults(written);
  refuse(name, written.faults);
  if (!found.success) throw new Error('a schema that failed without an issue');
  const { title, assumes, state } = found.data;
  return { ...found.data, name, state: findState(state) ?? state, title: worded(title), assumes: assumes.map(worded) };
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

/**
 * What a schema cannot say: bounds around their value, counts that are not negative, one method a gap. Of a sheet that the schema does not
 * take, the gaps that it takes are looked at all the same, so that all faults are told at once.
 */
function sheetFaults(written: WrittenYaml): void {
  const found = outlineSchema.safeParse(written.value);
  if (!found.success) return;
  const { gaps, compare } = found.data;
  const ids = gaps.map(({ id }) => id);
  for (const [at, id] of ids.entries())
    if (id !== undefined && ids.indexOf(id) !== at) written.fault(`gaps.${at}.id`, id, 'each id once');
  for (const [at, id] of compare.entries()) if (!ids.includes(id)) written.fault(`compare.${at}`, id, ids.join(', '));
  for (const [at, each] of gaps.entries()) {
    const sound = gap.safeParse(each);
    if (sound.success) gapFaults(sound.data, `gaps.${at}`, written.fault.bind(written));
  }
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
