import { z } from 'zod';
import { findState } from '../../common/states.ts';
import { isDay, LegalDateSchema } from './legal-date.ts';

/** The rights that can be asked about, worded so that "yes" always means that the person has it. */
export const RIGHTS = [
  'visa-free-entry',
  'stay-without-registration',
  'work-without-permit',
  'equal-pay',
  'education',
  'recognition-of-education',
  'property',
  'social-security',
  'medical-care',
  'pension',
  'local-elections',
  'national-elections',
  'public-office',
] as const;
export type Right = (typeof RIGHTS)[number];

/** In what quality somebody asks; a citizen is anybody who holds the citizenship. */
export const ROLES = ['citizen', 'worker', 'family', 'student', 'resident'] as const;
export type Role = (typeof ROLES)[number];

/** Events that decide whether an act binds a party; the others tell its story. */
export const EVENTS = [
  'entry-into-force',
  'provisional-application',
  'withdrawal',
  'termination',
  'notice-of-denunciation',
  'suspension',
  'objection',
  'reservation',
  'not-in-force',
  'notification',
  'ratification',
  'accession',
  'amendment',
  'signature',
  'ratification-law',
  'parliament',
  'approval',
  'party',
  'observer',
  'status',
  'text',
  'rule',
  'progress',
] as const;

export const EVIDENCE = ['seen', 'seed', 'recalled'] as const;

export const StateSchema = z.string().refine(code => code.length === 2 && findState(code) === code, {
  error: ({ input }) => `found ${input}, expected an ISO 3166-1 alpha-2 code in capitals`,
});
export const DaySchema = z
  .string()
  .refine(isDay, { error: ({ input }) => `found ${input}, expected a day YYYY-MM-DD` });
export const BothSchema = z.strictObject({ ru: z.string().min(1), en: z.string().min(1) });
/** A text in both languages. */
export type Both = z.output<typeof BothSchema>;

const UNITS = ['day', 'month', 'year'] as const;

export const ClaimSchema = z.strictObject({
  id: z.string(),
  event: z.enum(EVENTS),
  party: z.union([z.literal('*'), z.array(StateSchema).min(1)]),
  /** Parties towards which alone the event acts, such as an accepted accession or an objection. */
  towards: z.array(StateSchema).optional(),
  /** Of an event of the whole act: the states that it binds; its signatories where absent. */
  binds: z.array(StateSchema).optional(),
  date: LegalDateSchema.optional(),
  /** First day on which a suspension, a reservation, an objection or a provisional application no longer stands. */
  until: LegalDateSchema.optional(),
  /** Of a reservation or a suspension: the articles, all of the act's where absent. */
  articles: z.array(z.string()).optional(),
  detail: BothSchema.optional(),
  evidence: z.enum(EVIDENCE),
  source: z.string().optional(),
  note: BothSchema.optional(),
  /** Taken where sources differ; `settled` where the reason leaves no doubt. */
  chosen: z.strictObject({ because: BothSchema, settled: z.boolean() }).optional(),
  rejected: z.strictObject({ because: BothSchema }).optional(),
  /** Why the claim cannot be relied on, though no other claim says otherwise. */
  doubt: z.strictObject({ because: BothSchema }).optional(),
  /** Claims of other events that cannot be true beside this one. */
  contradicts: z.array(z.string()).optional(),
  supersedes: z.string().optional(),
  recorded_on: DaySchema,
});
export type Claim = z.output<typeof ClaimSchema>;

/** Facts about the person, each with the values among which one must be. */
const ConditionSchema = z.record(z.string(), z.array(z.string()).min(1));
export type Condition = z.output<typeof ConditionSchema>;

export interface Exception {
  id: string;
  text: { ru: string; en: string };
  when: Condition;
  unless: readonly Exception[];
}
const ExceptionSchema: z.ZodType<Exception> = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    text: BothSchema,
    when: ConditionSchema,
    unless: z.array(ExceptionSchema).default([]),
  }),
);

const RuleSchema = z
  .strictObject({
    right: z.enum(RIGHTS),
    /** An obligation is one that the person has, such as to register: like a prohibition it means that the right is not given. */
    effect: z.enum(['permission', 'prohibition', 'limit', 'equal-treatment', 'obligation']),
    who: z.array(z.enum(ROLES)).default([...ROLES]),
    from: z.array(StateSchema).optional(),
    to: z.array(StateSchema).optional(),
    value: z.number().positive().optional(),
    unit: z.enum(UNITS).optional(),
    /** Whether the first day itself counts, where the act says so; else the next day is the first that counts. */
    counting: z.enum(['next-day', 'same-day']).optional(),
    /** Of a limit in days: it holds for all stays of any so many days in a row, or of a calendar year. */
    within: z.union([z.strictObject({ days: z.int().positive() }), z.literal('calendar-year')]).optional(),
    since: LegalDateSchema.optional(),
    since_remark: BothSchema.optional(),
    until: LegalDateSchema.optional(),
    until_remark: BothSchema.optional(),
    when: ConditionSchema.default({}),
    unless: z.array(ExceptionSchema).default([]),
    overrides: z.array(z.string()).default([]),
  })
  .refine(rule => (rule.effect === 'limit') === (rule.value !== undefined && rule.unit !== undefined), {
    error: 'a limit, and only a limit, has a value and a unit',
  })
  .refine(({ within, unit }) => within === undefined || unit === 'day', { error: 'only a limit in days has a window' });

const ProvisionSchema = z.strictObject({
  article: z.string().nullable(),
  text: BothSchema,
  evidence: z.enum(EVIDENCE),
  source: z.string().optional(),
  rules: z.array(RuleSchema).default([]),
});

export const ActSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9-]+$/),
  title: BothSchema,
  kind: z.enum([
    'treaty',
    'agreement',
    'convention',
    'protocol',
    'decision',
    'concept',
    'memorandum',
    'denunciation',
    'national-rule',
  ]),
  subjects: z.array(z.string()).min(1),
  signed: DaySchema.optional(),
  signed_remark: BothSchema.optional(),
  place: BothSchema.optional(),
  signatories: z.array(StateSchema),
  signatories_remark: BothSchema.optional(),
  remark: BothSchema.optional(),
  amends: z.string().optional(),
  replaces: z.array(z.string()).default([]),
  /** True where the act itself lets the rule stand that is better for the person. */
  more_favourable: z.boolean().default(false),
  force: z
    .strictObject({
      rule: z.enum(['signature', 'all-notifications', 'nth-instrument', 'fixed-day']),
      number: z.int().positive().optional(),
      later: z.literal('own-instrument').optional(),
      days: z.int().nonnegative().default(0),
      /** Of a fixed day. */
      day: DaySchema.optional(),
      text: BothSchema,
    })
    .refine(({ rule, number }) => (rule === 'nth-instrument') === (number !== undefined), {
      error: 'nth-instrument, and only it, has a number',
    })
    .refine(({ rule, day }) => (rule === 'fixed-day') === (day !== undefined), {
      error: 'fixed-day, and only it, has a day',
    })
    .optional(),
  /** How long after the notice a denunciation takes effect. */
  denunciation: z.strictObject({ months: z.int().positive(), text: BothSchema }).optional(),
  claims: z.array(ClaimSchema),
  provisions: z.array(ProvisionSchema).default([]),
});
export type Act = z.output<typeof ActSchema>;
export type Provision = z.output<typeof ProvisionSchema>;
export type Rule = z.output<typeof RuleSchema>;

/** The states that an act or a claim about it names. */
export function statesOf({
  signatories,
  claims,
}: {
  signatories: readonly string[];
  claims: readonly Claim[];
}): string[] {
  const named = claims.flatMap(({ party, binds }) => [...(party === '*' ? [] : party), ...(binds ?? [])]);
  return [...new Set([...signatories, ...named])].sort();
}
