import { z } from 'zod';
import { RangeSchema, TextSchema } from '../../hidden/api/hidden-schemas.ts';
import { NUMBER_KINDS } from '../../hidden/workforce/workforce.ts';
import { VIEWS } from '../indicators/flow-indicators.ts';
import { PARAMETERS } from '../indicators/rogers-castro.ts';
import { EDUCATION } from '../indicators/skills.ts';
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

const rate = z.number().nullable();
const firstYear = z.int().describe('the first year of a period; else the year');

export const FlowIndicatorsSchema = z
  .object({
    kind: z.literal('reported'),
    view: z.enum(VIEWS).describe('by each state’s own office, or both ways by the office of arrival'),
    states: z.array(
      z.object({
        state: z.string(),
        first_year: firstYear,
        year: z.int(),
        partners: z.int().describe('partners whose flows are known both ways in the year'),
        all_partners: z.int().describe('partners of whom any flow is known in any year'),
        arrivals: persons,
        departures: persons,
        net: persons.describe('arrivals − departures'),
        turnover: persons.describe('arrivals + departures'),
        net_rate: rate.describe('net per 1000 of the population'),
        turnover_rate: rate.describe('turnover per 1000 of the population'),
        effectiveness: rate.describe('100 net / turnover, −100 to 100'),
      }),
    ),
    systems: z.array(
      z.object({
        first_year: firstYear,
        year: z.int(),
        states: z.int(),
        moves: persons,
        intensity: rate.describe('100 moves / population'),
        effectiveness: rate.describe('100 Σ|net| / Σ turnover, 0 to 100'),
        net_migration_rate: rate.describe('50 Σ|net| / population'),
      }),
    ),
  })
  .meta({ id: 'FlowIndicators' });
export type FlowIndicatorsAnswer = z.output<typeof FlowIndicatorsSchema>;

export const AgeAnswerSchema = z
  .object({
    kind: z.literal('modelled'),
    parameters: z.array(
      z.object({
        parameter: z.enum(PARAMETERS),
        value: z.number(),
        low95: z.number().nullable(),
        high95: z.number().nullable(),
        identified: z.boolean().describe('whether the profile tells the parameter'),
      }),
    ),
    points: z.array(
      z.object({
        age: z.number().describe('middle of the age group, years'),
        observed: z.number().describe('rate, or share of all migrants a year of age; reported'),
        fitted: z.number(),
        low95: z.number(),
        high95: z.number(),
      }),
    ),
    r2: z.number(),
    agreed: z.int().describe('starts that came to this fit'),
    starts: z.int(),
    peak: z.number().nullable().describe('age at which most move; null where the profile tells none'),
  })
  .meta({ id: 'AgeProfile' });
export type AgeAnswer = z.output<typeof AgeAnswerSchema>;

const share = z.number().nullable();
const ShareRange = z
  .object({ low: z.number(), value: z.number(), high: z.number() })
  .nullable()
  .describe('share from 0 to 1, with bounds; modelled where they differ');

export const SkillsAnswerSchema = z
  .object({
    kind: z.literal('reported'),
    levels: z.array(
      z.object({
        education: z.enum(EDUCATION),
        arrivals: persons,
        departures: persons,
        net: persons,
        share_in: share.describe('of arrivals whose education is known'),
        share_out: share.describe('of departures whose education is known'),
        effectiveness: rate.describe('100 net / (arrivals + departures)'),
      }),
    ),
    non_target: z
      .object({ arrivals: ShareRange, departures: ShareRange })
      .describe('older than 40 and without secondary or higher education'),
  })
  .meta({ id: 'SkillsExchange' });
export type SkillsAnswer = z.output<typeof SkillsAnswerSchema>;
