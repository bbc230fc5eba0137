import { z } from 'zod';
import { HttpProblem } from '../../../common/http/problem.ts';
import type { GivenTable } from '../sound-tables.ts';

const MOST_TABLES = 8;
const MOST_LETTERS = 1_500_000;
const content = z.string().min(1).max(MOST_LETTERS).optional();

/** Tables that are sent with a question; the name's ending tells the form. */
export const GivenTablesSchema = z
  .array(
    z.object({
      name: z.string().min(1).max(200),
      text: content.describe('of a table that is text'),
      base64: content.describe('of one that is not, such as .xlsx or .gz'),
    }),
  )
  .max(MOST_TABLES);

/** @throws HttpProblem 422 where a table has neither text nor base64, or both */
export function givenTables(tables: z.output<typeof GivenTablesSchema>): GivenTable[] {
  return tables.map(({ name, text, base64 }) => {
    if ((text === undefined) === (base64 === undefined))
      throw new HttpProblem(422, `${name}: found ${text === undefined ? 'neither' : 'both'}, expected text or base64`);
    return { name, bytes: text === undefined ? Buffer.from(base64 ?? '', 'base64') : new TextEncoder().encode(text) };
  });
}
