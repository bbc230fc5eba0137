import { z } from 'zod';
import { HttpProblem, ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import type { Language } from '../../common/language.ts';
import { findState } from '../../common/states.ts';
import type { CompiledRegister } from '../force/compiled-register.ts';
import { CHOSEN } from '../force/reading.ts';
import { type Act, RIGHTS } from '../register/act.ts';
import { type Day, isDay, today } from '../register/legal-date.ts';
import { ActsSchema, ConflictsSchema, OneActSchema, ProvisionsSchema } from './act-schemas.ts';
import { findActs } from './find-acts.ts';
import { partyTimelines } from './party-timeline.ts';
import { tellAct, tellActConflict, tellProvision } from './told-act.ts';

const TAGS = ['law'];

const OnSchema = z
  .string()
  .refine(isDay, { error: 'expected a day YYYY-MM-DD' })
  .default(today)
  .describe('how they stand on a day, today where absent');
const StateSchema = z
  .string()
  .refine(code => findState(code) !== undefined, { error: 'expected an ISO 3166-1 code of a state' })
  .transform(code => findState(code) ?? code);
const LanguageSchema = z.enum(['ru', 'en']).default('en').describe('language of notes and reasons');
const SearchSchema = z.string().max(100).describe('words of titles, provisions and rights, Russian or English');

/** The register of acts, as `saldo treaties` gives it. */
export function actRoutes(app: RoutedApp, register: CompiledRegister): void {
  listRoute(app, register);
  oneRoute(app, register);
  conflictsRoute(app, register);
  provisionsRoute(app, register);
}

function listRoute(app: RoutedApp, register: CompiledRegister): void {
  app.get('/api/acts', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Acts, and for whom they are in force on a day',
      querystring: z.object({
        on: OnSchema,
        search: SearchSchema.optional(),
        state: StateSchema.optional().describe('a state that the act names'),
        subject: z.string().max(40).optional(),
        lang: LanguageSchema,
      }),
      response: { 200: ActsSchema, default: ProblemSchema },
    },
    handler: async ({ query: { on, search: words, state, subject, lang } }, reply) => {
      reply.header('cache-control', 'public, no-cache');
      const acts = findActs(register.acts.values(), { words, state, subject });
      const subjects = new Set([...register.acts.values()].flatMap(act => act.subjects));
      return { on, subjects: [...subjects].sort(), items: acts.map(act => tellHead(register, act, { on, lang })) };
    },
  });
}

/** What a list tells of an act. */
function tellHead(register: CompiledRegister, act: Act, { on, lang }: { on: Day; lang: Language }) {
  const { id, title, kind, subjects, signed, place, parties, conflicts } = tellAct(register, act, on, lang);
  const disputed = conflicts.filter(({ claims }) => claims.length > 1);
  const open = disputed.filter(({ settled }) => !settled).length;
  return {
    ...{ id, title, kind, subjects, signed, place, parties },
    conflicts: { settled: disputed.length - open, open, doubtful: conflicts.length - disputed.length },
  };
}

function oneRoute(app: RoutedApp, register: CompiledRegister): void {
  app.get('/api/acts/:act', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'One act: parties and their timeline, claims, conflicts between sources, provisions',
      params: z.object({ act: z.string() }),
      querystring: z.object({ on: OnSchema, lang: LanguageSchema }),
      response: { 200: OneActSchema, default: ProblemSchema },
    },
    handler: async ({ params, query: { on, lang } }, reply) => {
      const act = register.acts.get(params.act.toUpperCase());
      if (act === undefined) throw new HttpProblem(404, `found the act ${params.act}, expected one of /api/acts`);
      reply.header('cache-control', 'public, no-cache');
      return {
        ...tellAct(register, act, on, lang),
        replaced_by: register.replacementsOf(act.id),
        timeline: partyTimelines(act, CHOSEN, lang),
      };
    },
  });
}

function conflictsRoute(app: RoutedApp, register: CompiledRegister): void {
  app.get('/api/conflicts', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Where sources of the register disagree, and which one counts',
      querystring: z.object({ lang: LanguageSchema }),
      response: { 200: ConflictsSchema, default: ProblemSchema },
    },
    handler: async ({ query: { lang } }, reply) => {
      reply.header('cache-control', 'public, no-cache');
      const items = [...register.acts.values()].flatMap(act =>
        register
          .conflictsOf(act)
          .map(conflict => ({ act: act.id, title: act.title, ...tellActConflict(register, conflict, lang) })),
      );
      return { items };
    },
  });
}

function provisionsRoute(app: RoutedApp, register: CompiledRegister): void {
  app.get('/api/provisions', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'What the acts say, article by article, and the rights that follow',
      querystring: z.object({
        act: z.string().max(60).optional(),
        ask: z.enum(RIGHTS).optional().describe('only what speaks of this right'),
        citizen: StateSchema.optional().describe('with `in`: only acts in force between the two states'),
        in: StateSchema.optional(),
        on: OnSchema,
        'known-on': z
          .string()
          .refine(isDay, { error: 'expected a day YYYY-MM-DD' })
          .optional()
          .describe('with `citizen` and `in`: only acts that the register knew on that day'),
      }),
      response: { 200: ProvisionsSchema, default: ProblemSchema },
    },
    handler: async ({ query: { act: id, ask, citizen, in: host, on, 'known-on': knownOn } }, reply) => {
      reply.header('cache-control', 'public, no-cache');
      const acts = [...register.acts.values()].filter(
        act =>
          (id === undefined || act.id === id.toUpperCase()) &&
          (citizen === undefined || host === undefined || binds(register, act, { citizen, host, on, knownOn })),
      );
      const items = acts.flatMap(act =>
        act.provisions
          .filter(({ rules }) => ask === undefined || rules.some(({ right }) => right === ask))
          .map(provision => ({ act: act.id, title: act.title, ...tellProvision(register, provision) })),
      );
      return { items };
    },
  });
}

function binds(
  register: CompiledRegister,
  act: Act,
  { citizen, host, on, knownOn }: { citizen: string; host: string; on: Day; knownOn: Day | undefined },
): boolean {
  const reading = knownOn === undefined ? CHOSEN : { ...CHOSEN, knownOn };
  const { force } = register.inForce(act, citizen, host, on, reading);
  return force === 'in-force' || force === 'provisional';
}
