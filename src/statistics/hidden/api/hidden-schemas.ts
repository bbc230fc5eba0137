import { z } from 'zod';
import { NUMBER_KINDS } from '../workforce/workforce.ts';

const persons = z.number().describe('persons');
export const RangeSchema = z
  .object({ low: persons, value: persons, high: persons })
  .describe('a figure with bounds; no probability is meant')
  .meta({ id: 'Range' });
const Common = z.object({ low: persons, high: persons });
export const TextSchema = z.object({ en: z.string(), ru: z.string() }).describe('the same in both languages');
const Kind = z.enum(NUMBER_KINDS);
const Residual = z.object({
  sex: z.enum(['M', 'F', 'T']),
  first_year: z.int(),
  year: z.int(),
  age: z.string().describe('at the later census, such as 20-24'),
  forms: z.record(z.string(), z.number()).describe('by each form of the method'),
  net: RangeSchema,
});

export const CensusAnswerSchema = z
  .object({
    kind: z.literal('modelled'),
    method: z.enum(['totals', 'survival', 'cohort']),
    first_year: z.int(),
    last_year: z.int(),
    census_error: z.number().describe('share by which each census may be off'),
    mortality_error: z.number().describe('share by which mortality may be off'),
    net: RangeSchema.describe('net migration: positive where people came'),
    registered: z.object({ arrivals: persons, departures: persons, net: persons }).nullable(),
    unregistered: RangeSchema.nullable().describe('net migration less what was registered'),
    groups: z.array(
      z.object({
        group: z.enum(['children', 'labour', 'older', 'all']),
        sex: z.enum(['M', 'F', 'T']),
        net: RangeSchema,
      }),
    ),
    rows: z.array(Residual),
    notes: z.array(z.enum(['no_children', 'no_registered', 'children_by_ratio'])),
  })
  .meta({ id: 'CensusResidual' });
export type CensusAnswer = z.output<typeof CensusAnswerSchema>;

export const WorkforceAnswerSchema = z
  .object({
    kind: z.literal('modelled'),
    resources: RangeSchema,
    uses: RangeSchema,
    balance: RangeSchema.describe('resources less uses'),
    official: RangeSchema,
    unregistered: RangeSchema,
    lines: z.array(
      z.object({
        item: z.string(),
        name: TextSchema,
        side: z.enum(['resource', 'use', 'official']),
        persons: RangeSchema,
        kind: Kind,
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'WorkforceBalance' });
export type WorkforceAnswer = z.output<typeof WorkforceAnswerSchema>;

const Gap = z
  .object({
    id: z.string(),
    name: TextSchema,
    method: z.enum(['accounts', 'shortage', 'workforce']),
    first_year: z.int(),
    year: z.int(),
    kind: z.literal('modelled'),
    unregistered: RangeSchema,
    steps: z.array(
      z.object({
        name: TextSchema,
        role: z.enum(['add', 'take', 'level']),
        persons: RangeSchema,
        kind: Kind,
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'UnregisteredGap' });

export const BalanceAnswerSchema = z
  .object({
    kind: z.literal('modelled'),
    state: z.string(),
    title: TextSchema,
    gaps: z.array(Gap),
    compared: z.array(z.string()),
    comparisons: z.array(z.object({ a: z.string(), b: z.string(), overlap: Common.nullable(), apart: persons })),
    common: Common.nullable().describe('what all gaps compared have in common; null where two contradict'),
    assumes: z.array(TextSchema),
  })
  .meta({ id: 'BalanceSheet' });
export type BalanceAnswer = z.output<typeof BalanceAnswerSchema>;
