import { z } from 'zod';
import type { Fault } from '../../../common/fault.ts';
import { findState } from '../../../common/states.ts';
import type { Worded } from '../../../common/wording/worded.ts';
import { issueFaults, parseYaml, worded } from '../../hidden/balance/sheet.ts';
import { refuse } from '../../hidden/written-table.ts';

const text = z.union([z.string().min(1), z.strictObject({ en: z.string().min(1), ru: z.string().min(1) })]);
const planSchema = z.strictObject({
  state: z.string(),
  title: text,
  unit: z.enum(['persons', 'thousand']),
  period: z.string().regex(/^\d{4}-\d{4}$/, 'expected years such as 2011-2015'),
  /** Net migration that the programme plans over the period. */
  balance: z.number({ error: 'expected a number' }),
  /** Year by year where the programme says it; else in equal parts. */
  years: z.record(z.string().regex(/^\d{4}$/, 'expected a year'), z.number({ error: 'expected a number' })).optional(),
  /** Partners whose flows the programme means; all where it does not say. */
  with: z.array(z.string()).min(1).optional(),
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

/** @throws SaldoError `invalid_file` with every fault and its place */
export function parsePlan(name: string, source: string): TargetPlan {
  const found = planSchema.safeParse(parseYaml(name, source));
  if (!found.success) {
    refuse(
      name,
      found.error.issues.flatMap(issue => issueFaults(name, issue)),
    );
    throw new Error('a schema that failed without an issue');
  }
  const plan = found.data;
  const [firstYear = 0, lastYear = 0] = plan.period.split('-').map(Number);
  refuse(name, planFaults(name, plan, { firstYear, lastYear }));
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

function planFaults(
  file: string,
  plan: z.output<typeof planSchema>,
  { firstYear, lastYear }: { firstYear: number; lastYear: number },
): Fault[] {
  const faults: Fault[] = [];
  const fault = (column: string, found: string, expected: string): void => {
    faults.push({ file, row: 1, column, code: 'invalid_value', found, expected, setAside: true });
  };
  const span = lastYear - firstYear + 1;
  if (span < 1 || span > 50) fault('period', plan.period, 'one year to fifty, the earlier one first');
  for (const [at, code] of [plan.state, ...(plan.with ?? [])].entries())
    if (findState(code) === undefined) fault(at === 0 ? 'state' : `with.${at - 1}`, code, 'a code of ISO 3166-1');
  if (plan.years === undefined) return faults;
  const years = Object.keys(plan.years);
  if (span > 0 && (years.length !== span || years.some(year => Number(year) < firstYear || Number(year) > lastYear)))
    fault('years', years.join(', '), `each year of ${plan.period}`);
  const sum = Object.values(plan.years).reduce((all, each) => all + each, 0);
  if (Math.abs(sum - plan.balance) > 1e-6 * Math.max(1, Math.abs(plan.balance)))
    fault('years', String(sum), `years that add up to ${plan.balance}`);
  return faults;
}
