import { z } from 'zod';

/** A vintage in an address: its number, or `latest` for the newest that the viewer may see. */
export const VintageParamsSchema = z.object({
  vintage: z.union([
    z.literal('latest'),
    z.coerce
      .number()
      .int()
      .min(1)
      .max(2 ** 31 - 1),
  ]),
});

/** Who sees exact figures can ask for the public's. */
export const ViewQuerySchema = z.object({
  view: z.enum(['public']).optional().describe('the rounded figures, for those who would see exact ones'),
});

export const StateSchema = z.string().regex(/^[A-Z]{2}$/, 'expected a state as two capital letters');
export const YearSchema = z.coerce.number().int().min(1800).max(2200);
