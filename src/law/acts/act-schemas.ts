import { z } from 'zod';
import { ActSchema } from '../register/act.ts';
import { BothSchema, ClaimSchema, DomainSchema, EvidenceSchema, LegalDateTextSchema } from '../rights/told-schemas.ts';

const PartyStatusSchema = z
  .enum(['in-force', 'provisional', 'signed', 'suspended', 'ended', 'not-in-force', 'uncertain', 'observer'])
  .meta({ id: 'PartyStatus' });

const PartySchema = z
  .object({
    state: z.string(),
    status: PartyStatusSchema,
    since: LegalDateTextSchema.optional(),
    until: LegalDateTextSchema.optional(),
    towards: z.array(z.string()).readonly().optional().describe('states towards which alone it stands so'),
    missing: z.string().optional(),
  })
  .meta({ id: 'ActParty' });

const KindSchema = ActSchema.shape.kind.meta({ id: 'ActKind' });

const HeadFields = {
  id: z.string(),
  title: BothSchema,
  kind: KindSchema,
  subjects: z.array(z.string()).readonly(),
  signed: z.string().nullable(),
  place: z.string().nullable(),
};

const ActConflictFields = {
  event: ClaimSchema.shape.event,
  settled: z.boolean(),
  reason: z.string().nullable(),
  claims: z.array(ClaimSchema).readonly().describe('the one that counts first'),
};

const RuleSchema = z.object({
  domain: DomainSchema,
  effect: z.enum(['permission', 'prohibition', 'limit', 'equal-treatment', 'obligation']),
  who: z.array(z.string()).readonly(),
  value: z.number().optional(),
  unit: z.string().optional(),
  since: LegalDateTextSchema.optional(),
  until: LegalDateTextSchema.optional(),
});

const ProvisionFields = {
  article: z.string().nullable(),
  text: BothSchema,
  evidence: EvidenceSchema,
  source: z.string().nullable(),
  source_address: z.string().nullable(),
  rules: z.array(RuleSchema).readonly(),
};

export const ActsSchema = z
  .object({
    on: z.string(),
    subjects: z.array(z.string()).readonly().describe('all subjects of the register'),
    items: z
      .array(
        z.object({
          ...HeadFields,
          parties: z.array(PartySchema).readonly(),
          conflicts: z.object({
            settled: z.int(),
            open: z.int(),
            doubtful: z.int().describe('claims that no other disputes, but that cannot be relied on'),
          }),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Acts' });

export const OneActSchema = z
  .object({
    ...HeadFields,
    on: z.string(),
    amends: z.string().nullable(),
    replaces: z.array(z.string()).readonly(),
    replaced_by: z.array(z.string()).readonly(),
    remark: z.string().nullable(),
    parties: z
      .array(
        PartySchema.extend({
          because: z.array(ClaimSchema).readonly(),
          reservations: z
            .array(z.object({ articles: z.array(z.string()).readonly(), text: z.string().nullable() }))
            .readonly(),
        }),
      )
      .readonly(),
    timeline: z
      .array(
        z.object({
          state: z.string(),
          stretches: z
            .array(
              z.object({
                from: z.string(),
                to: z.string().nullable().describe('first day on which it stands otherwise'),
                status: PartyStatusSchema,
                missing: z.string().optional(),
              }),
            )
            .readonly(),
        }),
      )
      .describe('how the act stood for each state from one day to the next'),
    conflicts: z.array(z.object(ActConflictFields)).readonly(),
    provisions: z.array(z.object(ProvisionFields)).readonly(),
    claims: z.array(ClaimSchema).readonly(),
  })
  .meta({ id: 'Act' });

export const ConflictsSchema = z
  .object({ items: z.array(z.object({ act: z.string(), title: BothSchema, ...ActConflictFields })).readonly() })
  .meta({ id: 'ActConflicts' });

export const ProvisionsSchema = z
  .object({ items: z.array(z.object({ act: z.string(), title: BothSchema, ...ProvisionFields })).readonly() })
  .meta({ id: 'Provisions' });
