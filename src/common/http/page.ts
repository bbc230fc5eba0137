import { z } from 'zod';
import { HttpProblem } from './problem.ts';

/** How lists are asked for, part after part. */
export const PageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('most items in one answer'),
  cursor: z.string().max(200).optional().describe('where to go on: the `next` of the answer before'),
});

/** A list as every route gives it; `next` is absent at its end. */
export function pageOf<Item extends z.ZodType>(item: Item, id: string) {
  return z.object({ items: z.array(item), next: z.string().optional() }).meta({ id });
}

/** A place in a list as an opaque text. */
export function cursorAt(place: number): string {
  return Buffer.from(String(place)).toString('base64url');
}

/** @throws HttpProblem 400 where the text is no cursor */
export function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const text = Buffer.from(cursor, 'base64url').toString();
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new HttpProblem(400, 'cursor: expected the `next` of an earlier answer');
}
