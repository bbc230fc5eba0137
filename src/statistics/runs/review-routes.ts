import { z } from 'zod';
import { holdsFor, officesOf } from '../../common/access.ts';
import { cursorAt, PageQuerySchema, pageOf, placeOf } from '../../common/http/page.ts';
import { HttpProblem, ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import type { NameActors } from '../../common/name-actors.ts';
import { EFFECTS } from '../accounts/doubtful-pairs.ts';
import type { Statistics } from '../statistics.ts';
import { addJudgement, type KeptJudgement, listJudgements } from './judgements.ts';
import { reviewPairs, SHOWN } from './review-pairs.ts';
import { VintageIdSchema } from './vintage-schemas.ts';
import { getVintage } from './vintages.ts';

const SlipNameSchema = z
  .string()
  .max(200)
  .regex(/^[A-Z]{2}:.+$/)
  .describe('OFFICE:SLIP_ID');

const ReviewedFieldSchema = z
  .object({
    field: z.string(),
    a: z.string().nullable().describe('null where the slip has nothing there, or where `shown` says why'),
    b: z.string().nullable(),
    level: z.enum(['same', 'close', 'differs', 'missing']),
  })
  .meta({ id: 'ReviewedField' });

const ReviewPairsSchema = z
  .object({
    items: z.array(
      z
        .object({
          a: SlipNameSchema,
          b: SlipNameSchema,
          weight: z.number().describe('evidence for one person, in bits'),
          probability: z.number().describe('chance of one person that follows'),
          linked_as: z.enum(['same', 'different']).describe('how the run took them'),
          effect: z.enum(EFFECTS).describe('what hangs on it'),
          priority: z.number().describe('expected change of the account'),
          shown: z
            .object({ a: z.enum(SHOWN), b: z.enum(SHOWN) })
            .describe(
              'how much of each slip is shown: whole; without_names where names of its file were deleted after the run; nothing of other_office and not_there',
            ),
          fields: z.array(ReviewedFieldSchema).readonly(),
        })
        .meta({ id: 'ReviewedPair' }),
    ),
  })
  .meta({ id: 'ReviewPairs' });

const NewJudgementSchema = z
  .object({
    a: SlipNameSchema,
    b: SlipNameSchema,
    judgement: z.enum(['same', 'different', 'unsure']).describe('unsure leaves the pair to the model'),
    reason: z.string().trim().min(1).max(2000),
  })
  .meta({ id: 'NewJudgement' });

const JudgementSchema = z
  .object({
    id: z.int(),
    a: z.string(),
    b: z.string(),
    judgement: z.enum(['same', 'different', 'unsure']),
    reason: z.string(),
    judged_at: z.string(),
    judged_by: z.string(),
    judged_by_name: z
      .string()
      .nullable()
      .describe('as it is now; null where the account is no more, or the judgement came by the command line'),
  })
  .meta({ id: 'Judgement' });
const JudgementPageSchema = pageOf(JudgementSchema, 'JudgementPage');

const TAGS = ['review'];

/** Doubtful pairs side by side, and what reviewers judge of them. */
export function reviewRoutes(app: RoutedApp, statistics: Statistics, nameActors: NameActors): void {
  const { db } = statistics.store;
  app.get('/api/review/pairs', {
    config: { access: 'statistician' },
    schema: {
      tags: TAGS,
      summary: 'Doubtful pairs that nobody has judged, those first that would change the account most',
      querystring: z.object({
        vintage: VintageIdSchema.default('latest'),
        limit: z.coerce.number().int().min(1).max(50).default(20),
      }),
      response: { 200: ReviewPairsSchema, default: ProblemSchema },
    },
    handler: async ({ query: { vintage, limit }, actor }) => {
      const { run } = await getVintage(db, vintage, 'all');
      return { items: await reviewPairs(statistics, run, { offices: officesOf(actor, 'statistician'), limit }) };
    },
  });
  app.get('/api/judgements', {
    config: { access: 'statistician' },
    schema: {
      tags: TAGS,
      summary: 'Judgements, the latest first',
      querystring: PageQuerySchema,
      response: { 200: JudgementPageSchema, default: ProblemSchema },
    },
    handler: async ({ query: { limit, cursor } }) => {
      const before = placeOf(cursor);
      const items = await listJudgements(db, { limit, ...(before > 0 && { before }) });
      const last = items.length === limit ? items.at(-1) : undefined;
      return { items: await withNames(items, nameActors), ...(last && { next: cursorAt(last.id) }) };
    },
  });
  app.post('/api/judgements', {
    config: { access: 'statistician', audit: 'judgement.add' },
    schema: {
      tags: TAGS,
      summary: 'Judge a pair; runs asked for from now on respect it. One of the slips must be of an own office',
      body: NewJudgementSchema,
      response: { 201: JudgementSchema, default: ProblemSchema },
    },
    handler: async ({ body, actor }, reply) => {
      if (![body.a, body.b].some(slip => holdsFor(actor, slip.slice(0, 2), 'statistician')))
        throw new HttpProblem(403, 'neither slip is of an office that you act for');
      const kept = await addJudgement(db, { ...body, by: actor.id });
      return reply.code(201).send(await withName(kept, nameActors));
    },
  });
}

async function withNames(judgements: readonly KeptJudgement[], nameActors: NameActors) {
  const names = await nameActors(judgements.map(({ judged_by }) => judged_by));
  return judgements.map(judgement => ({ ...judgement, judged_by_name: names.get(judgement.judged_by) ?? null }));
}

async function withName(judgement: KeptJudgement, nameActors: NameActors) {
  const names = await nameActors([judgement.judged_by]);
  return { ...judgement, judged_by_name: names.get(judgement.judged_by) ?? null };
}
