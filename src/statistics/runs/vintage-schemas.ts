import { z } from 'zod';
import { ParametersSchema } from './run-schemas.ts';

const LARGEST_ID = 2 ** 31 - 1;

export const VintageIdSchema = z
  .union([z.literal('latest'), z.coerce.number().int().min(1).max(LARGEST_ID)])
  .describe(
    'number of a vintage, or `latest`: the newest that the viewer may see of those with the threshold of 12 months, else of all',
  );

export const VintageParamsSchema = z.object({ vintage: VintageIdSchema });

export const StateSchema = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2; ZZ for the unknown state');

export const YearSchema = z.coerce.number().int().min(1900).max(2200);

export const VintageSchema = z
  .object({
    id: z.int(),
    run: z.string(),
    label: z.string().nullable(),
    published_at: z.string(),
    released_at: z.string().nullable().describe('when the public got it'),
    simulated: z.boolean().describe('true where the slips are of a simulated world'),
    parameters: ParametersSchema,
    slips: z.number(),
    persons: z.number(),
    moves: z.number(),
    first_year: z.int().nullable(),
    last_year: z.int().nullable(),
    offices: z.array(z.string()).readonly(),
    fingerprint: z.string().describe('SHA-256 over the tables as the viewer sees them'),
    rounded_to: z.int().nullable().describe("base of the public's rounding; null where figures are exact"),
  })
  .meta({ id: 'Vintage' });
