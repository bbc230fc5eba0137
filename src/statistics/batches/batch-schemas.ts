import { z } from 'zod';
import { pageOf } from '../../common/http/page.ts';

const BatchFaultSchema = z
  .object({
    code: z.string(),
    set_aside: z.boolean().describe('whether faults of this kind set their rows aside'),
    count: z.int(),
    rows: z.int(),
    example: z
      .object({ row: z.int(), column: z.string().nullable(), expected: z.string() })
      .describe('the first of them'),
  })
  .meta({ id: 'BatchFault' });

const AgainstEarlierSchema = z
  .object({
    new: z.int().describe('slips under a number that no slip of the office that stands has'),
    replacing: z.int().describe('slips that stand in the place of another of the same office and number'),
    same: z.int().describe('slips that are the same to the letter as one that stands'),
    withdrawing: z.int().describe('slips that stand and are taken back'),
  })
  .meta({
    id: 'AgainstEarlier',
    description: 'slips of a file against those that stand; new + replacing + same = accepted',
  });

const MANIFEST = {
  id: z.string().describe("SHA-256 of the file's bytes"),
  file_name: z.string(),
  bytes: z.int(),
  profile: z.string().describe('layout that the file follows'),
  format: z.enum(['csv', 'parquet', 'json_lines']),
  simulated: z.boolean(),
  offices: z.array(z.string()).readonly().describe('offices that registered the slips'),
  read: z.int().describe('rows; accepted + set_aside'),
  accepted: z.int(),
  set_aside: z.int(),
  withdrawals: z.int().describe('rows that take a slip back, among those set aside'),
  faults: z.array(BatchFaultSchema).readonly(),
  first_event: z.string().nullable(),
  last_registered: z.string().nullable(),
};

export const BatchSchema = z
  .object({
    ...MANIFEST,
    names: z.int().describe('slips that have a name or document here'),
    names_deleted_at: z.string().nullable(),
    against_earlier: AgainstEarlierSchema.nullable().describe(
      'as it was when it was accepted; null of batches of before this was counted',
    ),
    accepted_at: z.string(),
    accepted_by: z.string(),
  })
  .meta({ id: 'Batch', description: 'an accepted file' });
export const BatchPageSchema = pageOf(BatchSchema, 'BatchPage');

export const UploadSchema = z
  .object({
    ...MANIFEST,
    against_earlier: AgainstEarlierSchema.nullable().describe('as it is now; null where it was not counted'),
    batch: BatchSchema.nullable().describe('where the same file was accepted before'),
  })
  .meta({ id: 'Upload', description: 'a checked file that waits to be accepted, for a week' });

export const RowFaultSchema = z
  .object({
    row: z.int().describe('from 1, the header not counted'),
    column: z.string().nullable(),
    code: z.string(),
    found: z.string().nullable().describe('null too where it was deleted with names'),
    expected: z.string(),
    set_aside: z.boolean(),
  })
  .meta({ id: 'RowFault' });
export const RowFaultPageSchema = pageOf(RowFaultSchema, 'RowFaultPage');

export const FileParamsSchema = z.object({ id: z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256') });

const RewrittenFileSchema = z
  .object({ before: z.string(), after: z.string().nullable(), key_before: z.string() })
  .meta({
    id: 'RewrittenFile',
    description: 'SHA-256 of a sealed file before and after, and of its wrapped key before',
  });

export const NameDeletionSchema = z
  .object({
    id: z.string(),
    office: z.string(),
    before: z.string().describe('slips registered before this day'),
    reason: z.string(),
    batches: z.array(z.string()).readonly(),
    slips: z.int().describe('slips whose names and documents were deleted'),
    run: z.string().nullable().describe('run whose persons stand in for the names'),
    proof: z.object({
      batches: z
        .array(
          z.object({
            batch: z.string(),
            slips: z.int(),
            texts: z.int(),
            names: RewrittenFileSchema.nullable(),
            faults: RewrittenFileSchema.nullable(),
          }),
        )
        .readonly(),
      verified: z
        .object({
          at: z.string(),
          names_left: z.int(),
          texts_left: z.int(),
          files_left: z.int(),
          keys_left: z.int(),
        })
        .nullable()
        .describe('what was looked for afterwards; all is well where every count is 0'),
    }),
    deleted_at: z.string(),
    deleted_by: z.string(),
  })
  .meta({ id: 'NameDeletion' });
export const NameDeletionPageSchema = pageOf(NameDeletionSchema, 'NameDeletionPage');
