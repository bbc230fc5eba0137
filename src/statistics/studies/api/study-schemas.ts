import { z } from 'zod';
import { RangeSchema, TextSchema } from '../../hidden/api/hidden-schemas.ts';
import { NUMBER_KINDS } from '../../hidden/workforce/workforce.ts';
import { SERIES } from '../targets/actuals.ts';

const persons = z.number().describe('persons');
const Kind = z.enum(NUMBER_KINDS);

export const TargetAnswerSchema = z
  .object({
    plan: z.object({
      state: z.string(),
      title: TextSchema,
      first_year: z.int(),
      last_year: z.int(),
      balance: persons,
      years: z.array(z.object({ year: z.int(), balance: persons })),
      partners: z.array(z.string()).nullable(),
      source: z.string(),
      notes: z.array(TextSchema),
    }),
    series: z.array(
      z.object({
        by: z.enum(SERIES),
        kind: Kind,
        sources: z.array(z.string()),
        years: z.array(
          z.object({
            year: z.int(),
            balance: RangeSchema,
            cumulative: RangeSchema,
            planned: persons.describe('the plan up to this year, of the years that are known'),
            gap: persons,
            kind: Kind,
          }),
        ),
        missing: z.array(z.int()),
        total: RangeSchema,
        pace: persons.nullable(),
        needed_pace: persons.nullable(),
        reached: z.boolean().nullable(),
        probability: z
          .object({ low: z.number(), high: z.number() })
          .nullable()
          .describe('of the plan being reached: errors of the years independent, and all the same'),
        outlook: RangeSchema.nullable().describe('of the whole period, if the pace stays; 95 %'),
      }),
    ),
  })
  .meta({ id: 'TargetTrack' });
export type TargetAnswer = z.output<typeof TargetAnswerSchema>;
