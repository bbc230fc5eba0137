import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { sqlList } from '../../engine/sql.ts';
import { type DoubtfulPair, findReviewedSlips, type ReviewedSlip } from '../accounts/review.ts';
import { openBatchEngine } from '../batches/batch-place.ts';
import { batchesToRead } from '../batches/batches-to-read.ts';
import { unsealFile } from '../batches/sealed-file.ts';
import { COMPARISONS } from '../linkage/comparisons.ts';
import { type Explanation, explainPair } from '../linkage/explain.ts';
import { readIdentity } from '../linkage/identity.ts';
import { readModel } from '../linkage/model.ts';
import type { Statistics } from '../statistics.ts';
import { getRun } from './find-runs.ts';
import { answeredPairs } from './judgements.ts';
import { doubtfulPairsSql, reviewFile, reviewSeal } from './keep-review.ts';

/** How far two slips agree in a field: `missing` where one has nothing in it, or its names are gone. */
export type Agreement = 'same' | 'close' | 'differs' | 'missing';

/** A field of two slips side by side; a value is null where the slip has none, or is of an office that the viewer does not act for. */
export interface ReviewedField {
  field: string;
  a: string | null;
  b: string | null;
  level: Agreement;
}

export interface ReviewedPair extends DoubtfulPair {
  fields: readonly ReviewedField[];
}

const FIELDS = [
  ...['kind', 'surname', 'given_name', 'patronymic', 'sex', 'birth_date', 'birth_country', 'citizenship', 'document'],
  ...['origin', 'origin_place', 'destination', 'destination_place', 'event_on', 'registered_on'],
] as (keyof ReviewedSlip)[];

/**
 * The doubtful pairs of a run that nobody has judged yet, those first that would change the account most, with their slips side by side.
 *
 * @param offices whose slips the viewer may see; of others only the agreement is told
 */
export async function reviewPairs(
  statistics: Statistics,
  runId: string,
  { offices, limit }: { offices: 'all' | readonly string[]; limit: number },
): Promise<ReviewedPair[]> {
  const run = await getRun(statistics.store.db, runId);
  const folder = join(statistics.runs.folder, run.id);
  const pairs = await openPairs(statistics, folder, limit);
  if (pairs.length === 0) return [];
  const engine = await openBatchEngine({ home: statistics.home, memory: 2 ** 29 });
  try {
    await loadSlips(engine, statistics, { folder, batches: run.batches });
    const identity = await readIdentity(engine);
    const model = readModel(join(folder, 'model.json'));
    const slips = await findReviewedSlips(
      engine,
      pairs.flatMap(({ a, b }) => [a, b]),
    );
    const reviewed: ReviewedPair[] = [];
    for (const pair of pairs) {
      const [a, b] = [slips.get(pair.a), slips.get(pair.b)];
      const explanation = a && b && explainPair(identity, model, a.n, b.n);
      const masked = (slip: ReviewedSlip | undefined) => (slip && maySee(slip.slip, offices) ? slip : undefined);
      reviewed.push({ ...pair, fields: FIELDS.map(field => sideBySide(field, { a, b, masked, explanation })) });
    }
    return reviewed;
  } finally {
    engine.close();
  }
}

async function openPairs({ queries, store }: Statistics, folder: string, limit: number): Promise<DoubtfulPair[]> {
  const answered = await answeredPairs(store.db);
  const pairs = await queries.rows<DoubtfulPair & Record<string, string | number>>(
    `select * from ${doubtfulPairsSql(folder)} order by priority desc, a, b`,
  );
  return pairs.filter(({ a, b }) => !answered.has([a, b].sort().join(' '))).slice(0, limit);
}

/** Fills `slip` with the slips that the run kept for review, as far as their names can still be opened. */
async function loadSlips(
  engine: Engine,
  statistics: Statistics,
  { folder, batches }: { folder: string; batches: readonly string[] },
): Promise<void> {
  const { batches: known } = await batchesToRead(statistics.batches, batches);
  const opened: string[] = [];
  try {
    for (const { id, names } of known) {
      const sealed = join(folder, reviewFile(id));
      if (names === null || !existsSync(sealed)) continue;
      const plain = join(engine.workFolder, `${id}.parquet`);
      opened.push(plain);
      // Names that were deleted since took the key with them.
      const isOpen = await unsealFile(sealed, plain, reviewSeal(id, Buffer.from(names.key, 'base64'))).then(
        () => true,
        () => false,
      );
      if (!isOpen) opened.pop();
    }
    await engine.run(
      opened.length === 0
        ? NO_SLIPS
        : `create table slip as select row_number() over (order by office, slip_id)::integer - 1 as n, *
          from read_parquet(${sqlList(opened)})`,
    );
  } finally {
    for (const plain of opened) rmSync(plain, { force: true });
  }
}

const NO_SLIPS = `create table slip as select 0 as n, '' as slip_id, '' as office, '' as kind, current_date as registered_on,
  current_date as event_on, current_date as dated_on, '' as surname, '' as given_name, '' as patronymic, '' as sex,
  0::smallint as birth_year, 0::tinyint as birth_month, 0::tinyint as birth_day, '' as birth_country, '' as citizenship, '' as document,
  '' as origin, '' as origin_place, '' as destination, '' as destination_place where false`;

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
