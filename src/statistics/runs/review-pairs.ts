import { join } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { type DoubtfulPair, findReviewedSlips, type ReviewedSlip } from '../accounts/review.ts';
import { openBatchEngine } from '../batches/batch-place.ts';
import { COMPARISONS } from '../linkage/comparisons.ts';
import { type Explanation, explainPair } from '../linkage/explain.ts';
import { readIdentity } from '../linkage/read-identity.ts';
import { readModel } from '../linkage/read-model.ts';
import type { Statistics } from '../statistics.ts';
import { getRun } from './find-runs.ts';
import { answeredPairs } from './judgements.ts';
import { doubtfulPairsSql } from './keep-review.ts';
import { openReview } from './open-review.ts';

/** How far two slips agree in a field: `missing` where one has nothing in it, or its names are gone. */
export type Agreement = 'same' | 'close' | 'differs' | 'missing';

/**
 * How much of a slip is shown, and why not all: `whole`; `without_names` where names of its file were deleted after the run, which closed
 * all that the run had kept of it; nothing of a slip of an `other_office`; nothing of one that is `not_there` any more.
 */
export const SHOWN = ['whole', 'without_names', 'other_office', 'not_there'] as const;
export type Shown = (typeof SHOWN)[number];

/** A field of two slips side by side; a value is null where the slip has none, or where it is not shown. */
export interface ReviewedField {
  field: string;
  a: string | null;
  b: string | null;
  level: Agreement;
}

export interface ReviewedPair extends DoubtfulPair {
  shown: { a: Shown; b: Shown };
  fields: readonly ReviewedField[];
}

const FIELDS = [
  ...['kind', 'surname', 'given_name', 'patronymic', 'sex', 'birth_date', 'birth_country', 'citizenship', 'document'],
  ...['origin', 'origin_place', 'destination', 'destination_place', 'event_on', 'registered_on'],
] as (keyof ReviewedSlip)[];

/**
 * The doubtful pairs of a run that nobody has judged yet, those first that would change the account most, with their slips side by side.
 *
 * @param offices whose slips the viewer may see: pairs without any are left out, and of another's slip only the agreement is told
 */
export async function reviewPairs(
  statistics: Statistics,
  runId: string,
  { offices, limit }: { offices: 'all' | readonly string[]; limit: number },
): Promise<ReviewedPair[]> {
  const run = await getRun(statistics.store.db, runId);
  const folder = join(statistics.runs.folder, run.id);
  const pairs = (await openPairs(statistics, folder))
    .filter(({ a, b }) => maySee(a, offices) || maySee(b, offices))
    .slice(0, limit);
  if (pairs.length === 0) return [];
  const engine = await openBatchEngine({ home: statistics.home, memory: 2 ** 29 });
  try {
    const named = pairs.flatMap(({ a, b }) => [a, b]);
    await openReview(engine, statistics, { folder, batches: run.batches, slips: named });
    const identity = await readIdentity(engine);
    const model = readModel(join(folder, 'model.json'));
    const slips = await findReviewedSlips(engine, named);
    const nameless = await namelessSlips(engine);
    const shown = (slip: string): Shown => {
      if (!maySee(slip, offices)) return 'other_office';
      if (!slips.has(slip)) return 'not_there';
      return nameless.has(slip) ? 'without_names' : 'whole';
    };
    const reviewed: ReviewedPair[] = [];
    for (const pair of pairs) {
      const [a, b] = [slips.get(pair.a), slips.get(pair.b)];
      const explanation = a && b && explainPair(identity, model, a.n, b.n);
      const masked = (slip: ReviewedSlip | undefined) => (slip && maySee(slip.slip, offices) ? slip : undefined);
      const fields = FIELDS.map(field => sideBySide(field, { a, b, masked, explanation }));
      reviewed.push({ ...pair, shown: { a: shown(pair.a), b: shown(pair.b) }, fields });
    }
    return reviewed;
  } finally {
    engine.close();
  }
}

async function openPairs({ queries, store }: Statistics, folder: string): Promise<DoubtfulPair[]> {
  const answered = await answeredPairs(store.db);
  const pairs = await queries.rows<DoubtfulPair & Record<string, string | number>>(
    `select * from ${doubtfulPairsSql(folder)} order by priority desc, a, b`,
  );
  return pairs.filter(({ a, b }) => !answered.has([a, b].sort().join(' ')));
}

async function namelessSlips(engine: Engine): Promise<Set<string>> {
  const rows = await engine.rows<{ slip: string }>("select office || ':' || slip_id as slip from slip where nameless");
  return new Set(rows.map(({ slip }) => slip));
}

function maySee(slip: string, offices: 'all' | readonly string[]): boolean {
  return offices === 'all' || offices.includes(slip.slice(0, 2));
}

function sideBySide(
  field: keyof ReviewedSlip,
  {
    a,
    b,
    masked,
    explanation,
  }: {
    a: ReviewedSlip | undefined;
    b: ReviewedSlip | undefined;
    masked: (slip: ReviewedSlip | undefined) => ReviewedSlip | undefined;
    explanation: Explanation | undefined;
  },
): ReviewedField {
  const level = comparedLevel(field, explanation) ?? equality(a?.[field], b?.[field]);
  return { field, a: masked(a)?.[field] ?? null, b: masked(b)?.[field] ?? null, level };
}

/** The level of the comparison of that name: the best is the same, the last differs, all between are close. */
function comparedLevel(field: string, explanation: Explanation | undefined): Agreement | undefined {
  const step = explanation?.steps.find(({ comparison }) => comparison === field);
  const comparison = COMPARISONS.find(({ name }) => name === field);
  if (step === undefined || comparison === undefined) return undefined;
  if (step.level === null) return 'missing';
  const place = comparison.levels.findIndex(({ name }) => name === step.level);
  if (place === 0) return 'same';
  return place === comparison.levels.length - 1 ? 'differs' : 'close';
}

function equality(a: string | null | undefined, b: string | null | undefined): Agreement {
  if (a == null || b == null) return 'missing';
  return a === b ? 'same' : 'differs';
}
