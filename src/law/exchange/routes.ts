import { z } from 'zod';
import { type Actor, holdsFor, personOf } from '../../common/access.ts';
import { HttpProblem, ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import { findState, stateName } from '../../common/states.ts';
import { subjectName } from '../../common/wording/subject-words.ts';
import { OneActSchema } from '../acts/act-schemas.ts';
import { tellAct } from '../acts/told-act.ts';
import { CompiledRegister } from '../force/compiled-register.ts';
import { isDay, today } from '../register/legal-date.ts';
import { BothSchema, DomainSchema, SignSchema } from '../rights/told-schemas.ts';
import { changedRights } from './changed-rights.ts';
import type { Exchange, Proposal, Somebody } from './exchange.ts';
import { feedEntries } from './feed-entries.ts';
import { atomFeed, jsonFeed } from './feeds.ts';
import { titleIn } from './proposal-text.ts';

const TAGS = ['law'];
const IdSchema = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const DecisionSchema = z.enum(['published', 'refused']);

const ProposalFields = {
  id: z.int(),
  state: z.string(),
  act: z.string(),
  title: BothSchema.describe('of the act'),
  kind: z.enum(['act', 'claim']),
  text: z.string().describe('YAML as the proposer wrote it'),
  note: z.string(),
  proposed_at: z.string(),
  proposed_by: z.string().describe('id of the person; proposer is the name'),
  proposer: z.string(),
  review: z
    .object({
      decision: DecisionSchema,
      reason: z.string(),
      reviewed_at: z.string(),
      reviewed_by: z.string(),
      reviewer: z.string(),
    })
    .nullable(),
};
const ProposalSchema = z.object(ProposalFields).meta({ id: 'LawProposal' });
const ProposalsSchema = z.object({ items: z.array(ProposalSchema) }).meta({ id: 'LawProposals' });

const ActAsToldSchema = OneActSchema.omit({ timeline: true, replaced_by: true });
const OneProposalSchema = z
  .object({
    ...ProposalFields,
    on: z.string().describe('the day of which parties and answers are told'),
    mine: z.boolean().describe('whether whoever asks proposed it, and so cannot review it'),
    before: ActAsToldSchema.nullable().describe('the act without the proposal; null where it is new'),
    after: ActAsToldSchema.nullable().describe('the act with the proposal in it; null where that does not fit'),
    faults: z.array(z.string()).readonly().describe('why it does not fit the register any more'),
    rights: z
      .array(
        z.object({
          citizen: z.string(),
          in: z.string(),
          role: z.string(),
          domain: DomainSchema,
          before: SignSchema,
          after: SignSchema,
        }),
      )
      .describe('answers of that day that become others'),
  })
  .meta({ id: 'LawProposalInFull' });

const OneProposalQuerySchema = z.object({
  on: z
    .string()
    .refine(isDay, { error: 'expected a day YYYY-MM-DD' })
    .default(today)
    .describe('the day of which answers are compared, today where absent'),
  lang: z.enum(['ru', 'en']).default('en').describe('language of notes and reasons'),
});

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
    handler: async () => ({ items: (await exchange.proposals()).map(proposal => tell(exchange, proposal)) }),
  });
}

/** A proposal with the title of its act. */
function tell(exchange: Exchange, proposal: Proposal) {
  const { act, text } = proposal;
  return { ...proposal, title: exchange.register.acts.get(act)?.title ?? titleIn(text) ?? { ru: act, en: act } };
}

function oneRoute(app: RoutedApp, exchange: Exchange): void {
  app.get('/api/proposals/:id', {
    config: { access: 'lawyer' },
    schema: {
      tags: TAGS,
      summary: 'One proposal: the act before and after it, and the answers that it changes',
      params: IdSchema,
      querystring: OneProposalQuerySchema,
      response: { 200: OneProposalSchema, default: ProblemSchema },
    },
    handler: async ({ params, query, actor }) =>
      inFull(exchange, await exchange.proposal(params.id), { ...query, actor }),
  });
}

async function inFull(
  exchange: Exchange,
  proposal: Proposal,
  { on, lang, actor }: z.output<typeof OneProposalQuerySchema> & { actor: Actor },
) {
  const effect = await exchange.effectOf(proposal);
  const before = new CompiledRegister(effect.before);
  const after = effect.after && new CompiledRegister(effect.after);
  const actIn = (register: CompiledRegister | undefined) => {
    const act = register?.acts.get(proposal.act);
    return register === undefined || act === undefined ? null : tellAct(register, act, on, lang);
  };
  return {
    ...tell(exchange, proposal),
    ...{ on, mine: proposal.proposed_by === personOf(actor), faults: effect.faults },
    ...{ before: actIn(before), after: actIn(after) },
    rights: after === undefined ? [] : changedRights(before, after, { act: proposal.act, on }),
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
      const proposal = await fitting(exchange.propose({ ...body, by: somebody(actor) }));
      return reply.code(201).send(tell(exchange, proposal));
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
      return tell(exchange, await fitting(exchange.review(id, { ...body, by: somebody(actor) })));
    },
  });
}

function somebody(actor: Actor): Somebody {
  return { id: personOf(actor), name: actor.name };
}

/** What does not fit the register is told fault by fault: `proposal:LINE`, or the act, and what is wrong. */
async function fitting(work: Promise<Proposal>): Promise<Proposal> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof SaldoError) || error.code !== 'invalid_file') throw error;
    const faults = error.message.split('\n').map(fault => {
      const [, where = 'proposal', expected = fault] = /^([\w-]+(?::\d+)?): (.*)$/s.exec(fault) ?? [];
      return { where, expected };
    });
    throw new HttpProblem(422, 'the proposal does not fit the register', { type: 'saldo:invalid_file', faults });
  }
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
    ...(subject === undefined ? [] : [subjectName(subject, lang)]),
  ];
  return parts.join(' · ');
}
