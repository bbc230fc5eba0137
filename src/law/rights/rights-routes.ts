import { z } from 'zod';
import { HttpProblem, ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import type { CompiledRegister } from '../force/compiled-register.ts';
import { RIGHTS } from '../register/act.ts';
import { dayBefore, today } from '../register/legal-date.ts';
import { answer } from './answer.ts';
import { differencesBetween } from './difference.ts';
import { Matrices, type MatrixCell, parseMatrixQuestion } from './matrix.ts';
import { neededFacts } from './needed-facts.ts';
import { type AskedQuestion, parseQuestion } from './question.ts';
import { tellAnswer, tellQuestion } from './told-answer.ts';
import { FactsSchema, MatrixSchema, RightsSchema } from './told-schemas.ts';

const TAGS = ['law'];

const DaySchema = z.string().max(20).describe('a day YYYY-MM-DD from 1991 on');
const StateSchema = z.string().max(20).describe('ISO 3166-1 alpha-2');

const OneOrMoreSchema = z.union([z.string().max(100), z.array(z.string().max(100)).max(20)]);

/** What is asked for, by the names of the command `saldo rights`. */
const AskedSchema = z.object({
  on: DaySchema.optional().describe('the day, today where absent'),
  role: z.string().max(40).optional().describe('citizen, worker, family, student or resident'),
  purpose: z.string().max(40).optional().describe('work, study, family, permanent, visit, …; fills in the role'),
  ask: z
    .string()
    .max(400)
    .optional()
    .describe(`some of ${RIGHTS.join(', ')}, with commas; all where absent`),
  fact: OneOrMoreSchema.optional().describe('a further fact, such as occupation=medical; may be repeated'),
  'known-on': DaySchema.optional().describe('answer by what the register had recorded on that day'),
});

const RightsQuerySchema = AskedSchema.extend({
  citizen: StateSchema,
  in: StateSchema,
  entered: DaySchema.optional().describe('day of entry: limits then name their last day'),
  stay: OneOrMoreSchema.optional().describe('an earlier stay FROM/TO, for limits of a window of days; may be repeated'),
  lang: z.enum(['ru', 'en']).default('en').describe('language of the reasons'),
  'compare-on': DaySchema.optional().describe('say what changes on another day'),
  'compare-known-on': DaySchema.optional().describe('say what changes by the knowledge of another day'),
  'compare-citizen': StateSchema.optional().describe('say what changes with another citizenship'),
});

const MatrixQuerySchema = AskedSchema.extend({
  citizen: StateSchema.optional(),
  in: StateSchema.optional(),
  against: DaySchema.optional().describe('the other day, the day before where absent'),
});

/** Answers about rights, as `saldo rights` gives them, and many at once. */
export function rightsRoutes(app: RoutedApp, register: CompiledRegister): void {
  answerRoute(app, register);
  matrixRoute(app, register);
  app.get('/api/rights/facts', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Facts about a person on which answers may hang',
      response: { 200: FactsSchema, default: ProblemSchema },
    },
    handler: async (_request, reply) => {
      reply.header('cache-control', 'public, no-cache');
      return { items: neededFacts(register) };
    },
  });
}

function answerRoute(app: RoutedApp, register: CompiledRegister): void {
  app.get('/api/rights', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary:
        'What a citizen of one state may do in another on a day, and why; what changes with another day or citizenship',
      querystring: RightsQuerySchema,
      response: { 200: RightsSchema, default: ProblemSchema },
    },
    handler: async ({ query }, reply) => {
      const { citizen, in: host, entered, stay = [], lang } = query;
      const asked = {
        ...askedOf(query),
        citizen,
        host,
        ...(entered !== undefined && { entered }),
        stays: [stay].flat(),
      };
      const { question, rights } = parseQuestion(asked);
      const compared = comparedOf(query, asked);
      const other = compared && parseQuestion(compared).question;
      reply.header('cache-control', 'public, no-cache');
      return {
        question: tellQuestion(question),
        answers: rights.map(right => tellAnswer(register, answer(register, question, right), lang)),
        ...(other && {
          compared_with: tellQuestion(other),
          differences: differencesBetween(register, rights, [question, other], lang),
        }),
      };
    },
  });
}

function matrixRoute(app: RoutedApp, register: CompiledRegister): void {
  const matrices = new Matrices(register);
  app.get('/api/rights/matrix', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary:
        'One right between all states, or all rights of one citizenship or in one state, on a day and what changed',
      querystring: MatrixQuerySchema,
      response: { 200: MatrixSchema, default: ProblemSchema },
    },
    handler: async ({ query }, reply) => {
      const { citizen, in: host } = query;
      const asked = {
        ...askedOf(query),
        ...(citizen !== undefined && { citizen }),
        ...(host !== undefined && { host }),
      };
      const { question, on } = parseMatrixQuestion(asked);
      const against = parseMatrixQuestion({ ...asked, on: query.against ?? dayBefore(on) }).on;
      reply.header('cache-control', 'public, no-cache');
      const { role, facts, knownOn } = question;
      return {
        ...{ on, against, role, facts, known_on: knownOn ?? null },
        earlier: matrices.nearestChange(question, on, 'earlier') ?? null,
        later: matrices.nearestChange(question, on, 'later') ?? null,
        cells: compared(matrices.cells(question, on), matrices.cells(question, against)),
      };
    },
  });
}

function compared(cells: readonly MatrixCell[], others: readonly MatrixCell[]) {
  return cells.map(({ citizen, host, right: domain, ...sign }, at) => {
    const { status, value, unit } = others[at] ?? sign;
    const differs = status !== sign.status || value !== sign.value || unit !== sign.unit;
    const before = { status, ...(value !== undefined && { value }), ...(unit !== undefined && { unit }) };
    return { citizen, in: host, domain, ...sign, ...(differs && { before }) };
  });
}

function askedOf(query: z.output<typeof AskedSchema>) {
  const { on = today(), role, purpose, ask, fact = [], 'known-on': knownOn } = query;
  return {
    on,
    facts: factsOf([fact].flat()),
    ...(role !== undefined && { role }),
    ...(purpose !== undefined && { purpose }),
    ...(knownOn !== undefined && { knownOn }),
    ...(ask !== undefined && { ask: ask.split(',').map(word => word.trim()) }),
  };
}

/** The other question where one is asked for. */
function comparedOf(query: z.output<typeof RightsQuerySchema>, asked: AskedQuestion): AskedQuestion | undefined {
  const { 'compare-on': on, 'compare-known-on': knownOn, 'compare-citizen': citizen } = query;
  if (on === undefined && knownOn === undefined && citizen === undefined) return undefined;
  return {
    ...asked,
    ...(on !== undefined && { on }),
    ...(knownOn !== undefined && { knownOn }),
    ...(citizen !== undefined && { citizen }),
  };
}

function factsOf(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    words.map(word => {
      const [fact, value] = word.split('=', 2);
      if (!fact || !value) throw new HttpProblem(400, `fact: found ${word}, expected fact=value`);
      return [fact, value];
    }),
  );
}
