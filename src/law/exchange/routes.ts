import { z } from 'zod';
import { holdsFor } from '../../common/access.ts';
import { HttpProblem, ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { findState, stateName } from '../../common/states.ts';
import { OneActSchema } from '../acts/act-schemas.ts';
import { tellAct } from '../acts/told-act.ts';
import { CompiledRegister } from '../force/compiled-register.ts';
import { today } from '../register/legal-date.ts';
import { DomainSchema, StatusSchema } from '../rights/told-schemas.ts';
import { changedRights } from './changed-rights.ts';
import type { Exchange, Proposal } from './exchange.ts';
import { feedEntries } from './feed-entries.ts';
import { atomFeed, jsonFeed } from './feeds.ts';
import { changed, idOf, readProposal } from './proposal-text.ts';

const TAGS = ['law'];
const IdSchema = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const DecisionSchema = z.enum(['published', 'refused']);

const ProposalFields = {
  id: z.int(),
  state: z.string(),
  act: z.string(),
  kind: z.enum(['act', 'claim']),
  text: z.string().describe('YAML as the proposer wrote it'),
  note: z.string(),
  proposed_at: z.string(),
  proposed_by: z.string(),
  review: z
    .object({ decision: DecisionSchema, reason: z.string(), reviewed_at: z.string(), reviewed_by: z.string() })
    .nullable(),
};
const ProposalSchema = z.object(ProposalFields).meta({ id: 'LawProposal' });
const ProposalsSchema = z.object({ items: z.array(ProposalSchema) }).meta({ id: 'LawProposals' });

const ActAsToldSchema = OneActSchema.omit({ timeline: true, replaced_by: true });
const OneProposalSchema = z
  .object({
    ...ProposalFields,
    before: ActAsToldSchema.nullable().describe(
      'the act as the register has it; null where it is new, or was published since',
    ),
    after: ActAsToldSchema.nullable().describe('the act with the proposal in it; null where that no longer fits'),
    rights: z
      .array(
        z.object({
          citizen: z.string(),
          in: z.string(),
          role: z.string(),
          domain: DomainSchema,
          before: StatusSchema,
          after: StatusSchema,
        }),
      )
      .describe('answers of today that would become others'),
  })
  .meta({ id: 'LawProposalInFull' });

const NewProposalSchema = z
  .object({
    state: z.string().refine(code => findState(code) === code, { error: 'expected an ISO 3166-1 alpha-2 code' }),
    text: z.string().min(1).max(200_000).describe('YAML: act, or claim with of; beside either, sources'),
    note: z.string().trim().max(2000).default(''),
  })
  .meta({ id: 'NewLawProposal' });

const ReviewSchema = z
  .object({ decision: DecisionSchema, reason: z.string().trim().min(1).max(2000) })
  .meta({ id: 'LawReview' });

const FeedQuerySchema = z.object({
  state: z
    .string()
    .refine(code => findState(code) !== undefined, { error: 'expected an ISO 3166-1 code of a state' })
    .transform(code => findState(code) ?? code)
    .optional(),
  subject: z.string().max(40).optional(),
  lang: z.enum(['ru', 'en']).default('en'),
});

const JsonFeedSchema = z
  .object({
    version: z.string(),
    title: z.string(),
    home_page_url: z.string(),
    feed_url: z.string(),
    language: z.string(),
    authors: z.array(z.object({ name: z.string() })),
    items: z.array(
      z.object({
        id: z.string(),
        url: z.string(),
        title: z.string(),
        content_text: z.string(),
        date_published: z.string(),
        authors: z.array(z.object({ name: z.string() })),
        tags: z.array(z.string()).readonly(),
      }),
    ),
  })
  .meta({ id: 'LawFeed' });

/** What states propose for the register, its review by another person, and feeds of what was published. */
export function exchangeRoutes(app: RoutedApp, exchange: Exchange): void {
  listRoute(app, exchange);
  oneRoute(app, exchange);
  proposeRoute(app, exchange);
  reviewRoute(app, exchange);
  feedRoutes(app, exchange);
}

function listRoute(app: RoutedApp, exchange: Exchange): void {
  app.get('/api/proposals', {
    config: { access: 'lawyer' },
    schema: {
      tags: TAGS,
      summary: 'Acts and claims that states propose, the latest first, with what was decided',
      response: { 200: ProposalsSchema, default: ProblemSchema },
    },
    handler: async () => ({ items: await exchange.proposals() }),
  });
}

function oneRoute(app: RoutedApp, exchange: Exchange): void {
  app.get('/api/proposals/:id', {
    config: { access: 'lawyer' },
    schema: {
      tags: TAGS,
      summary: 'One proposal: the act before and after it, and the answers that it would change',
      params: IdSchema,
      response: { 200: OneProposalSchema, default: ProblemSchema },
    },
    handler: async ({ params }) => inFull(exchange, await exchange.proposal(params.id)),
  });
}

function inFull(exchange: Exchange, proposal: Proposal) {
  const on = today();
  const change = readProposal(proposal.text, on);
  const act = exchange.register.acts.get(idOf(change));
  const before = act === undefined || proposal.review !== null ? null : tellAct(exchange.register, act, on);
  if (proposal.review !== null) return { ...proposal, before, after: null, rights: [] };
  const next = new CompiledRegister(changed(exchange.current, change));
  const later = next.acts.get(idOf(change));
  return {
    ...proposal,
    before,
    after: later === undefined ? null : tellAct(next, later, on),
    rights: changedRights(exchange.register, next, on),
  };
}

function proposeRoute(app: RoutedApp, exchange: Exchange): void {
  app.post('/api/proposals', {
    config: { access: 'lawyer', audit: 'law.propose' },
    schema: {
      tags: TAGS,
      summary: 'Propose a new act or a claim about one, for a state that one acts for; nothing is published yet',
      body: NewProposalSchema,
      response: { 201: ProposalSchema, default: ProblemSchema },
    },
    handler: async ({ body, actor }, reply) => {
      if (!holdsFor(actor, body.state, 'lawyer')) throw new HttpProblem(403, `you are no lawyer of ${body.state}`);
      return reply.code(201).send(await exchange.propose({ ...body, by: actor.id }));
    },
  });
}

function reviewRoute(app: RoutedApp, exchange: Exchange): void {
  app.post('/api/proposals/:id/review', {
    config: { access: 'lawyer', audit: 'law.review' },
    schema: {
      tags: TAGS,
      summary: 'Publish or refuse the proposal of another person of the same state, once, with the reason',
      params: IdSchema,
      body: ReviewSchema,
      response: { 200: ProposalSchema, default: ProblemSchema },
    },
    handler: async ({ params: { id }, body, actor }) => {
      const { state } = await exchange.proposal(id);
      if (!holdsFor(actor, state, 'lawyer')) throw new HttpProblem(403, `you are no lawyer of ${state}`);
      return exchange.review(id, { ...body, by: actor.id });
    },
  });
}

function feedRoutes(app: RoutedApp, exchange: Exchange): void {
  const head = (request: { protocol: string; host: string; url: string }, query: z.output<typeof FeedQuerySchema>) => {
    const origin = `${request.protocol}://${request.host}`;
    return { title: titleOf(query), self: `${origin}${request.url}`, home: `${origin}/acts`, lang: query.lang };
  };
  app.get('/api/acts/feed.atom', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Atom feed of acts and claims, of a state and a subject where asked',
      querystring: FeedQuerySchema,
      response: { 200: z.string().describe('application/atom+xml'), default: ProblemSchema },
    },
    handler: async (request, reply) => {
      const { query } = request;
      reply.type('application/atom+xml; charset=utf-8').header('cache-control', 'public, no-cache');
      return atomFeed(await feedEntries(exchange, query), head(request, query));
    },
  });
  app.get('/api/acts/feed.json', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'JSON Feed of acts and claims, of a state and a subject where asked',
      querystring: FeedQuerySchema,
      response: { 200: JsonFeedSchema, default: ProblemSchema },
    },
    handler: async (request, reply) => {
      const { query } = request;
      reply.type('application/feed+json; charset=utf-8').header('cache-control', 'public, no-cache');
      return jsonFeed(await feedEntries(exchange, query), head(request, query));
    },
  });
}

function titleOf({ state, subject, lang }: z.output<typeof FeedQuerySchema>): string {
  const parts = [
    lang === 'ru' ? 'Акты миграционного пространства' : 'Acts of the migration space',
    ...(state === undefined ? [] : [stateName(state, lang)]),
    ...(subject === undefined ? [] : [subject]),
  ];
  return parts.join(' · ');
}
