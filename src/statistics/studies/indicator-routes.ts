import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolder } from '../../common/data-folder.ts';
import { HttpProblem, ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { MOST_BYTES, SentText, told } from '../hidden/routes.ts';
import { readShipped } from '../mirror/api/shipped-tables.ts';
import { GivenTablesSchema, givenTables } from './api/given-tables.ts';
import { ageAnswer, indicatorAnswer, skillsAnswer } from './api/study-answers.ts';
import {
  type AgeAnswer,
  AgeAnswerSchema,
  FlowIndicatorsSchema,
  type SkillsAnswer,
  SkillsAnswerSchema,
} from './api/study-schemas.ts';
import { parseAgeProfile } from './indicators/age-table.ts';
import { flowIndicators, parsePopulations, VIEWS } from './indicators/flow-indicators.ts';
import { fitRogersCastro } from './indicators/rogers-castro.ts';
import { parseSkills, skillsExchange } from './indicators/skills.ts';
import { soundCells } from './sound-tables.ts';

const TAGS = ['indicators'];
const SENT_A_MINUTE = { max: 60, timeWindow: '1 minute' };
const PUBLIC = 'public, max-age=300';
const MOST_CELLS = 50_000;
const CSV = 'CSV, as docs/studies.md tells';
const view = z.enum(VIEWS).default('own_office');

/** Indicators of flows, age profile and exchange of skills: of tables that come with Saldo, and of what anybody sends. */
export function indicatorRoutes(app: RoutedApp): void {
  flowRoutes(app);
  const answers = { age: ageOf, skills: skillsOf };
  const schemas = { age: AgeAnswerSchema, skills: SkillsAnswerSchema };
  const about = { age: 'The age profile of migrants by Rogers and Castro', skills: 'Exchange of skills' } as const;
  for (const subject of ['age', 'skills'] as const) {
    const path = `/api/indicators/${subject}`;
    app.get(path, {
      config: { access: 'public' },
      schema: {
        tags: TAGS,
        summary: `${about[subject]}, of an invented table that shows the form`,
        response: { 200: schemas[subject], default: ProblemSchema },
      },
      handler: async (_request, reply) => {
        reply.header('cache-control', PUBLIC);
        const file = `example-${subject}.csv`;
        return answers[subject](file, readFileSync(join(dataFolder, 'studies', file), 'utf8'));
      },
    });
    app.post(path, {
      bodyLimit: MOST_BYTES,
      config: { access: 'public', audit: `indicators.${subject}`, rateLimit: SENT_A_MINUTE },
      schema: {
        tags: TAGS,
        summary: `${about[subject]}, of a table that is sent`,
        body: z.object({ table: SentText.describe(CSV) }),
        response: { 200: schemas[subject], default: ProblemSchema },
      },
      handler: ({ body: { table } }) => told<AgeAnswer | SkillsAnswer>(() => answers[subject]('table', table)),
    });
  }
}

function flowRoutes(app: RoutedApp): void {
  app.get('/api/indicators/flows/:table', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Net migration, turnover and effectiveness of the states of a table that comes with Saldo',
      params: z.object({ table: z.string().max(60) }),
      querystring: z.object({ view }),
      response: { 200: FlowIndicatorsSchema, default: ProblemSchema },
    },
    handler: async ({ params: { table }, query }, reply) => {
      const { reading } = await readShipped(table);
      reply.header('cache-control', PUBLIC);
      return indicatorAnswer(flowIndicators(reading.cells, new Map(), query.view));
    },
  });
  app.post('/api/indicators/flows', {
    bodyLimit: MOST_BYTES,
    config: { access: 'public', audit: 'indicators.flows', rateLimit: SENT_A_MINUTE },
    schema: {
      tags: TAGS,
      summary: 'Net rate, turnover, effectiveness and intensity of the states of tables that are sent',
      body: z.object({
        tables: GivenTablesSchema.min(1).describe('tables of two offices'),
        population: SentText.optional().describe('CSV with state, year, population, for rates'),
        view,
      }),
      response: { 200: FlowIndicatorsSchema, default: ProblemSchema },
    },
    handler: ({ body: { tables, population, view: by } }) =>
      told(async () => {
        const populations =
          population === undefined ? new Map<string, number>() : await parsePopulations('population', population);
        const cells = await soundCells(givenTables(tables));
        if (cells.length > MOST_CELLS)
          throw new HttpProblem(413, `found ${cells.length} corridors and years, expected at most ${MOST_CELLS}`);
        const found = flowIndicators(cells, populations, by);
        if (found.states.length === 0) throw new HttpProblem(422, 'of no state are flows known both ways');
        return indicatorAnswer(found);
      }),
  });
}

async function ageOf(name: string, text: string) {
  return ageAnswer(fitRogersCastro(await parseAgeProfile(name, text)));
}

async function skillsOf(name: string, text: string) {
  return skillsAnswer(skillsExchange(await parseSkills(name, text)));
}
