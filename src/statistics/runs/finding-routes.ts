import { z } from 'zod';
import { officesOf } from '../../common/access.ts';
import { CAUSES, SIDES } from '../../common/causes.ts';
import { cursorAt, PageQuerySchema, pageOf, placeOf } from '../../common/http/page.ts';
import { ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import type { Statistics } from '../statistics.ts';
import { findMoves } from './find-moves.ts';
import { findTimelines } from './find-timelines.ts';
import { StateSchema, VintageParamsSchema, YearSchema } from './vintage-schemas.ts';
import { runFolderOf } from './vintages.ts';

const MoveSchema = z
  .object({
    move: z.int(),
    person: z.int().describe('means nothing outside the run'),
    origin: z.string(),
    destination: z.string(),
    moved_on: z.string(),
    departure_known: z.boolean().describe('whether a departure slip belongs to it'),
  })
  .meta({ id: 'Move' });
const MovePageSchema = pageOf(MoveSchema, 'MovePage');

const TimelineSlipSchema = z
  .object({
    office: z.string(),
    kind: z.enum(['arrival', 'departure']),
    event_on: z.string().nullable(),
    registered_on: z.string(),
    origin: z.string(),
    destination: z.string(),
    verdict: z.string(),
    move: z.int().nullable(),
    own_slip_id: z.string().nullable().describe("the slip's number, where its office is the viewer's own"),
    highlighted: z.boolean().describe('whether the cell asked for counts this slip under the cause'),
  })
  .meta({ id: 'TimelineSlip' });
const TimelinesSchema = z
  .object({
    items: z.array(z.object({ person: z.int(), slips: z.array(TimelineSlipSchema) }).meta({ id: 'Timeline' })),
  })
  .meta({ id: 'Timelines' });

const MoveQuerySchema = PageQuerySchema.extend({
  origin: StateSchema.optional(),
  destination: StateSchema.optional(),
  year: YearSchema.optional(),
});

const TimelineQuerySchema = z.object({
  origin: StateSchema,
  destination: StateSchema,
  year: YearSchema.optional(),
  side: z.enum(SIDES).optional(),
  cause: z.enum(CAUSES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});

/** Single moves and histories of a vintage, pseudonymous, for statisticians. */
export function findingRoutes(app: RoutedApp, statistics: Statistics): void {
  app.get('/api/vintages/:vintage/moves', {
    config: { access: 'statistician' },
    schema: {
      tags: ['findings'],
      summary: 'Moves, pseudonymous',
      params: VintageParamsSchema,
      querystring: MoveQuerySchema,
      response: { 200: MovePageSchema, default: ProblemSchema },
    },
    handler: async ({ params: { vintage }, query: { cursor, limit, origin, destination, year } }) => {
      const folder = await runFolderOf(statistics.runs, vintage);
      const items = await findMoves(statistics.queries, folder, {
        limit,
        after: placeOf(cursor),
        ...(origin !== undefined && { origin }),
        ...(destination !== undefined && { destination }),
        ...(year !== undefined && { year }),
      });
      const last = items.length === limit ? items.at(-1) : undefined;
      return { items, ...(last && { next: cursorAt(last.move) }) };
    },
  });
  app.get('/api/vintages/:vintage/timelines', {
    config: { access: 'statistician' },
    schema: {
      tags: ['findings'],
      summary: 'Histories of persons behind a cell or a cause, pseudonymous',
      params: VintageParamsSchema,
      querystring: TimelineQuerySchema,
      response: { 200: TimelinesSchema, default: ProblemSchema },
    },
    handler: async ({ params: { vintage }, query: { origin, destination, limit, year, side, cause }, actor }) => ({
      items: await findTimelines(statistics.queries, await runFolderOf(statistics.runs, vintage), {
        ...{ origin, destination, limit, offices: officesOf(actor, 'statistician') },
        ...(year !== undefined && { year }),
        ...(side !== undefined && { side }),
        ...(cause !== undefined && { cause }),
      }),
    }),
  });
}
