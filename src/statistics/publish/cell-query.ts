import { z } from 'zod';
import { PageQuerySchema } from '../../common/http/page.ts';
import { HttpProblem } from '../../common/http/problem.ts';
import { CLASSES, type Class } from '../accounts/parameters.ts';
import { StateSchema, YearSchema } from '../runs/vintage-schemas.ts';
import { ANSWER_FORMATS } from './answer-format.ts';
import type { PublishedVintage } from './published-vintage.ts';
import { ViewQuerySchema } from './view-query.ts';

export const TableQuerySchema = PageQuerySchema.extend({
  ...ViewQuerySchema.shape,
  origin: StateSchema.optional(),
  destination: StateSchema.optional(),
  format: z
    .enum(ANSWER_FORMATS)
    .optional()
    .describe('stands above the header Accept; all but json give the whole table'),
});

export const CellQuerySchema = TableQuerySchema.extend({
  year: YearSchema.optional(),
  by: z
    .string()
    .max(60)
    .optional()
    .describe(`classes to split by, with commas: some of ${CLASSES.join(', ')}`),
});

interface Asked {
  origin?: string | undefined;
  destination?: string | undefined;
  year?: number | undefined;
  side?: string | undefined;
  cause?: string | undefined;
}

/** The rows that have every value asked for. */
export function rowsAsked<Row extends object>(rows: readonly Row[], asked: Asked): readonly Row[] {
  const wanted = (['origin', 'destination', 'year', 'side', 'cause'] as const).flatMap(name =>
    asked[name] === undefined ? [] : [[name, asked[name]] as const],
  );
  if (wanted.length === 0) return rows;
  return rows.filter(row => wanted.every(([name, value]) => (row as Asked)[name] === value));
}

/**
 * The classes that a table is to be split by.
 *
 * @throws HttpProblem 422 where the viewer's vintage is not split by one of them
 */
export function classesAsked(by: string | undefined, view: PublishedVintage): readonly Class[] {
  const words = (by ?? '')
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '');
  const split = view.index.tables.vintage.parameters.by;
  const missing = words.filter(word => !(split as readonly string[]).includes(word));
  if (missing.length === 0) return split.filter(name => words.includes(name));
  const expected = split.length === 0 ? 'none: this vintage is shown without classes' : `some of ${split.join(', ')}`;
  throw new HttpProblem(422, `by: found ${missing.join(', ')}, expected ${expected}`);
}
