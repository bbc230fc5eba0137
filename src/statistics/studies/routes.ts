import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolder } from '../../common/data-folder.ts';
import { HttpProblem, ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { MOST_BYTES, SentText, told } from '../hidden/routes.ts';
import { GivenTablesSchema, givenTables } from './api/given-tables.ts';
import { targetAnswerOf } from './api/study-answers.ts';
import { TargetAnswerSchema } from './api/study-schemas.ts';
import { indicatorRoutes } from './indicator-routes.ts';
import { parseActuals } from './targets/actuals.ts';
import { parsePlan } from './targets/plan.ts';
import { tableActuals } from './targets/table-actuals.ts';
import { type TrackedPlan, trackPlan } from './targets/track.ts';

const TAGS = ['targets'];
const SENT_A_MINUTE = { max: 60, timeWindow: '1 minute' };

/** A programme's plan against what happened, and indicators: those that come with Saldo, and what anybody sends. Nothing sent is kept. */
export function studyRoutes(app: RoutedApp): void {
  targetRoutes(app);
  indicatorRoutes(app);
}

function targetRoutes(app: RoutedApp): void {
  const shipped = readShippedPlan();
  app.get('/api/targets', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Net migration of Belarus in 2011 to 2015 against the plan of 60 thousand',
      response: { 200: TargetAnswerSchema, default: ProblemSchema },
    },
    handler: async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=300');
      return targetAnswerOf(await shipped);
    },
  });
  app.post('/api/targets', {
    bodyLimit: MOST_BYTES,
    config: { access: 'public', audit: 'targets.track', rateLimit: SENT_A_MINUTE },
    schema: {
      tags: TAGS,
      summary: 'A plan that is sent, against figures and tables that are sent',
      body: z.object({
        plan: SentText.describe('YAML, as docs/studies.md tells'),
        actuals: SentText.optional().describe('CSV with year, by, value, and low, high, kind, source'),
        tables: GivenTablesSchema.default([]).describe('tables of two offices, an account’s or a model’s flows'),
      }),
      response: { 200: TargetAnswerSchema, default: ProblemSchema },
    },
    handler: ({ body: { plan: written, actuals, tables } }) =>
      told(async () => {
        const plan = parsePlan('plan', written);
        const given = actuals === undefined ? [] : await parseActuals('actuals', actuals);
        const tracked = trackPlan(plan, [...given, ...(await tableActuals(givenTables(tables), plan))]);
        if (tracked.series.length === 0)
          throw new HttpProblem(422, 'no figure to set beside the plan; send actuals or tables');
        return targetAnswerOf(tracked);
      }),
  });
}

async function readShippedPlan(): Promise<TrackedPlan> {
  const text = (name: string) => readFileSync(join(dataFolder, 'studies', name), 'utf8');
  const plan = parsePlan('target-belarus-2011-2015.yaml', text('target-belarus-2011-2015.yaml'));
  const file = 'actuals-belarus-2011-2015.csv';
  return trackPlan(plan, await parseActuals(file, text(file)));
}
