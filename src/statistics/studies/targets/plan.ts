import { z } from 'zod';
import { findState } from '../../../common/states.ts';
import type { Worded } from '../../../common/wording/worded.ts';
import { STATE, worded } from '../../hidden/balance/sheet.ts';
import { refuse } from '../../hidden/written-table.ts';
import { WrittenYaml } from '../../hidden/written-yaml.ts';

const text = z.union([z.string().min(1), z.strictObject({ en: z.string().min(1), ru: z.string().min(1) })]);
const planSchema = z.strictObject({
  state: STATE,
  title: text,
  unit: z.enum(['persons', 'thousand']),
  period: z
    .string({ error: 'expected years such as 2011-2015' })
    .regex(/^\d{4}-\d{4}$/, 'expected years such as 2011-2015')
    .refine(isPeriod, { error: 'expected one year to fifty, the earlier one first' }),
  /** Net migration that the programme plans over the period. */
  balance: z.number({ error: 'expected a number' }),
  /** Year by year where the programme says it; else in equal parts. */
  years: z.record(z.string().regex(/^\d{4}$/, 'expected a year'), z.number({ error: 'expected a number' })).optional(),
  /** Partners whose flows the programme means; all where it does not say. */
  with: z.array(STATE).min(1).optional(),
  source: z.string().default(''),
  notes: z.array(text).default([]),
});

/** A programme's plan of a state's net migration, in persons. */
export interface TargetPlan {
  name: string;
  state: string;
  title: Worded;
  firstYear: number;
  lastYear: number;
  /** Over the whole period. */
  balance: number;
  years: readonly { year: number; balance: number }[];
  partners: readonly string[] | null;
  source: string;
  notes: readonly Worded[];
}

/** @throws SaldoError `invalid_file` with every fault and its line */
export function parsePlan(name: string, source: string): TargetPlan {
  const written = new WrittenYaml(name, source);
  const found = planSchema.safeParse(written.value);
  if (found.success) yearFaults(found.data, written);
  else if (written.readable) written.issues(found.error.issues);
  refuse(name, written.faults);
  if (!found.success) throw new Error('a schema that failed without an issue');
  const plan = found.data;
  const [firstYear, lastYear] = yearsOf(plan.period);
  const unit = plan.unit === 'thousand' ? 1000 : 1;
  const span = lastYear - firstYear + 1;
  return {
    ...{ name, firstYear, lastYear, source: plan.source, title: worded(plan.title), notes: plan.notes.map(worded) },
    state: findState(plan.state) ?? plan.state,
    balance: plan.balance * unit,
    years: Array.from({ length: span }, (_, at) => {
      const year = firstYear + at;
      return { year, balance: (plan.years?.[String(year)] ?? plan.balance / span) * unit };
    }),
    partners: plan.with?.map(code => findState(code) ?? code) ?? null,
  };
}

function yearsOf(period: string): [first: number, last: number] {
  const [first = 0, last = 0] = period.split('-').map(Number);
  return [first, last];
}

function isPeriod(period: string): boolean {
  const [first, last] = yearsOf(period);
  return last >= first && last - first < 50;
}

function yearFaults({ years, period, balance }: z.output<typeof planSchema>, written: WrittenYaml): void {
  if (years === undefined) return;
  const [first, last] = yearsOf(period);
  const told = Object.keys(years);
  if (told.length !== last - first + 1 || told.some(year => Number(year) < first || Number(year) > last))
    written.fault('years', told.join(', '), `each year of ${period}`);
  const sum = Object.values(years).reduce((all, each) => all + each, 0);
  if (Math.abs(sum - balance) > 1e-6 * Math.max(1, Math.abs(balance)))
    written.fault('years', String(sum), `years that add up to ${balance}`);
}
