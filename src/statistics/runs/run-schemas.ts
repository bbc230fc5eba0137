import { z } from 'zod';
import { CLASSES } from '../accounts/parameters.ts';
import { SLIP_SOURCES } from '../batches/batch.ts';
import { RUN_STATES } from './runs-schema.ts';

const months = (what: string) => z.int().min(1).max(120).describe(what);

export const ParametersSchema = z
  .object({
    threshold: months('months from which a stay is a move'),
    lapse: months('months in which an arrival must follow a departure'),
    by: z.array(z.enum(CLASSES)).readonly().describe('classes that cells are split by'),
  })
  .meta({ id: 'Parameters' });

export const RunRequestSchema = z
  .object({
    threshold: months('months from which a stay is a move').default(12),
    lapse: months('months in which an arrival must follow a departure').default(6),
    by: z.array(z.enum(CLASSES)).max(CLASSES.length).default([]).describe('classes to split cells by'),
    label: z.string().trim().min(1).max(200).optional().describe('what to call the vintage'),
    slips: z
      .enum(SLIP_SOURCES)
      .optional()
      .describe("whose slips are accounted; the offices' where there are any, else those of simulated worlds"),
  })
  .meta({ id: 'RunRequest' });

const StepSchema = z
  .object({ name: z.string(), rows: z.number(), seconds: z.number() })
  .meta({ id: 'Step', description: 'a step that ended, with the rows that it produced' });

const CurrentStepSchema = z
  .object({
    name: z.string(),
    since: z.string(),
    percent: z.number().nullable().describe('of the statement under way; null where nobody can tell'),
  })
  .meta({ id: 'CurrentStep' });

export const RunSchema = z
  .object({
    id: z.string(),
    number: z.int().describe('in the order in which runs were asked for'),
    state: z.enum(RUN_STATES),
    parameters: ParametersSchema,
    label: z.string().nullable(),
    batches: z.array(z.string()).readonly().describe('SHA-256 of each batch, in order of acceptance'),
    code_version: z.string(),
    requested_at: z.string(),
    requested_by: z.string(),
    started_at: z.string().nullable(),
    ended_at: z.string().nullable(),
    attempt: z.int(),
    error: z.string().nullable(),
    steps: z.array(StepSchema).readonly(),
    current: CurrentStepSchema.nullable(),
    vintage: z.int().nullable(),
  })
  .meta({ id: 'Run' });

export const RunParamsSchema = z.object({ run: z.uuid() });

export const MethodSchema = z
  .object({
    items: z.array(
      z
        .object({
          name: z.string(),
          decides: z.string().describe('what the step decides and why'),
          sql: z.string(),
          rows: z.number().nullable().describe('rows that it produced; null where it has not run'),
          seconds: z.number().nullable(),
        })
        .meta({ id: 'MethodStep' }),
    ),
  })
  .meta({ id: 'Method' });

export const LanguageQuerySchema = z.object({ language: z.enum(['ru', 'en']).default('en') });
