import { z } from 'zod';

/** Who sees exact figures can ask for the public's. */
export const ViewQuerySchema = z.object({
  view: z.enum(['public']).optional().describe('the rounded figures, for those who would see exact ones'),
});
