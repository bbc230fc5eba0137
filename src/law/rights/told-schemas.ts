import { z } from 'zod';
import { EVENTS, EVIDENCE, RIGHTS, ROLES } from '../register/act.ts';

/** Shapes of what `told-answer.ts` tells, for the API's document. */
export const DomainSchema = z.enum(RIGHTS).meta({ id: 'Right', description: 'worded so that yes means: has it' });
export const StatusSchema = z.enum(['yes', 'no', 'national-law', 'unknown', 'disputed']).meta({
  id: 'RightStatus',
  description:
    'yes: an act in force gives it; no: one denies it; national-law: no act of the register speaks; unknown: a fact is missing; disputed: sources differ',
});
export const EvidenceSchema = z.enum(EVIDENCE).meta({
  id: 'Evidence',
  description:
    'seen: read in the source; seed: claimed by the founding note; recalled: from general knowledge, not verified',
});
export const BothSchema = z.object({ ru: z.string(), en: z.string() });
export const LegalDateTextSchema = z.string().describe('a day, a month, a year, or FROM/TO with .. for an open end');
const EventSchema = z.enum(EVENTS).meta({ id: 'ActEvent' });
const RoleSchema = z.enum(ROLES).meta({ id: 'PersonRole' });
const SignFields = { status: StatusSchema, value: z.number().optional(), unit: z.string().optional() };
export const SignSchema = z.object(SignFields).meta({ id: 'RightSign' });

export const ClaimSchema = z
  .object({
    id: z.string(),
    event: EventSchema,
    party: z.union([z.literal('*'), z.array(z.string()).readonly()]).describe('* for the act as a whole'),
    binds: z
      .array(z.string())
      .readonly()
      .optional()
      .describe('of an event of the whole act: the states that it binds, where these are not all its signatories'),
    towards: z.array(z.string()).readonly().optional().describe('states towards which alone the event acts'),
    until: LegalDateTextSchema.optional().describe('first day on which what it began no longer stands'),
    date: LegalDateTextSchema.nullable(),
    evidence: EvidenceSchema,
    source: z.string().nullable(),
    source_address: z.string().nullable(),
    note: z.string().nullable(),
    recorded_on: z.string(),
  })
  .meta({ id: 'ActClaim' });

const ConflictSchema = z
  .object({
    act: z.string(),
    settled: z.boolean().describe('true where the reason leaves no doubt: the answer stands'),
    reason: z.string().nullable(),
    counted: ClaimSchema,
    others: z.array(z.object({ ...ClaimSchema.shape, status: StatusSchema, value: z.number().optional() })).readonly(),
  })
  .meta({ id: 'RightConflict' });

const ExceptionSchema = z
  .object({
    id: z.string(),
    text: BothSchema,
    held: z.boolean(),
    why: z.string(),
    missing: z.array(z.string()).readonly(),
    get exceptions() {
      return z.array(ExceptionSchema).readonly();
    },
  })
  .meta({ id: 'TriedException' });

const RuleSchema = z
  .object({
    rule: z.string(),
    act: z.string(),
    article: z.string().nullable(),
    text: BothSchema,
    evidence: EvidenceSchema,
    effect: z.enum(['permission', 'prohibition', 'limit', 'equal-treatment', 'obligation']),
    outcome: z.enum(['applies', 'does-not-apply', 'uncertain']),
    why: z.string(),
    in_force: z.object({
      force: z.enum(['in-force', 'provisional', 'not-in-force', 'uncertain']),
      because: z.array(ClaimSchema).readonly(),
      missing: z.string().nullable(),
    }),
    exceptions: z.array(ExceptionSchema).readonly(),
    missing: z.array(z.string()).readonly(),
  })
  .meta({ id: 'TriedRule' });

const AnswerSchema = z
  .object({
    domain: DomainSchema,
    ...SignFields,
    because: z.array(z.object({ act: z.string(), article: z.string().nullable() })).readonly(),
    missing: z.array(z.string()).readonly(),
    conflicts: z.array(ConflictSchema).readonly(),
    term: z
      .object({
        last_day: z.string().nullable().describe('for who entered on the day given'),
        over: z.boolean(),
        counting: z.string().describe('how days are counted and rounded'),
        within: z
          .union([z.int(), z.literal('calendar-year')])
          .nullable()
          .describe('earlier stays count too: those of so many days in a row, or of a calendar year'),
      })
      .optional(),
    explanation: z.object({
      rules: z.array(RuleSchema).readonly(),
      outranked: z
        .array(
          z.object({
            rule: z.string(),
            behind: z.string(),
            by: z.enum(['override', 'more-favourable', 'special', 'later']),
            why: z.string(),
          }),
        )
        .readonly()
        .describe('rules that apply too, but stand back behind others'),
      gaps: z
        .array(z.string())
        .readonly()
        .describe('of an answer that national law decides: what the register knowingly lacks'),
    }),
    not_in_force: z
      .array(RuleSchema)
      .readonly()
      .describe('rules of acts that both states have to do with, but that do not bind them that day'),
  })
  .meta({ id: 'RightAnswer' });

const QuestionSchema = z
  .object({
    citizen: z.string(),
    in: z.string(),
    on: z.string(),
    role: RoleSchema,
    facts: z.record(z.string(), z.string()),
    known_on: z.string().nullable(),
    entered: z.string().optional(),
    stays: z
      .array(z.object({ from: z.string(), to: z.string() }))
      .readonly()
      .optional(),
  })
  .meta({ id: 'RightsQuestion' });

const DifferenceSchema = z
  .object({
    domain: DomainSchema,
    before: StatusSchema,
    after: StatusSchema,
    rules: z.array(z.object({ rule: z.string(), before: z.string(), after: z.string() })).readonly(),
  })
  .meta({ id: 'RightDifference' });

export const RightsSchema = z
  .object({
    question: QuestionSchema,
    answers: z.array(AnswerSchema).readonly(),
    compared_with: QuestionSchema.optional(),
    differences: z.array(DifferenceSchema).readonly().optional(),
  })
  .meta({ id: 'Rights' });

export const MatrixSchema = z
  .object({
    on: z.string(),
    against: z.string().describe('the other day with which cells are compared'),
    role: RoleSchema,
    facts: z.record(z.string(), z.string()),
    known_on: z.string().nullable(),
    earlier: z.string().nullable().describe('the nearest day before on which a cell became another'),
    later: z.string().nullable().describe('the nearest day after on which a cell becomes another'),
    cells: z
      .array(
        z.object({
          citizen: z.string(),
          in: z.string(),
          domain: DomainSchema,
          ...SignFields,
          before: SignSchema.optional().describe('what it was on the other day, where that differs'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'RightsMatrix' });

export const FactsSchema = z
  .object({
    items: z
      .array(
        z.object({
          fact: z.string(),
          values: z.array(z.string()).readonly().describe('values that rules name; any other is none of them'),
          domains: z.array(DomainSchema).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'RightsFacts' });
