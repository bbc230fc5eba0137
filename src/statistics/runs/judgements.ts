import type { Kysely, Selectable } from 'kysely';
import { SaldoError } from '../../common/saldo-error.ts';
import type { Judgement } from '../linkage/judgements.ts';
import type { RunsSchema } from './runs-schema.ts';

/** A judgement as it is kept. */
export type KeptJudgement = Selectable<RunsSchema['judgement']>;

/** Keeps a judgement of two slips; what was said before stays, and the last of a pair counts in runs asked for from now on. */
export async function addJudgement(
  db: Kysely<RunsSchema>,
  { a, b, judgement, reason, by }: Pick<KeptJudgement, 'a' | 'b' | 'judgement' | 'reason'> & { by: string },
): Promise<KeptJudgement> {
  const faults = [a, b].filter(slip => !/^[A-Z]{2}:./.test(slip)).map(slip => `${slip}: expected OFFICE:SLIP_ID`);
  if (a === b) faults.push('a slip cannot be held against itself');
  if (reason.trim() === '') faults.push('a judgement needs a reason');
  if (faults.length > 0) throw new SaldoError('invalid_option', `no judgement: ${faults.join('; ')}`, { faults });
  return db
    .insertInto('judgement')
    .values({ a, b, judgement, reason: reason.trim(), judged_by: by })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Judgements, the latest first. */
export function listJudgements(
  db: Kysely<RunsSchema>,
  { limit, before }: { limit: number; before?: number },
): Promise<KeptJudgement[]> {
  const query = db.selectFrom('judgement').selectAll().orderBy('id', 'desc').limit(limit);
  return (before === undefined ? query : query.where('id', '<', before)).execute();
}

/** Number of the last judgement; 0 where there is none. */
export async function lastJudgement(db: Kysely<RunsSchema>): Promise<number> {
  const { last } = await db
    .selectFrom('judgement')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** The judgements up to one, in the order of time, as the linkage takes them. */
export async function judgementsUpTo(db: Kysely<RunsSchema>, last: number): Promise<Judgement[]> {
  const kept = await db.selectFrom('judgement').selectAll().where('id', '<=', last).orderBy('id').execute();
  return kept.map(({ a, b, judgement, reason, judged_at, judged_by }) => ({
    ...{ a, b, judgement, reason, judged_by },
    judged_on: judged_at.slice(0, 10),
  }));
}

/** Pairs that somebody has judged, `unsure` included: the two slips in order, with a space between. */
export async function answeredPairs(db: Kysely<RunsSchema>): Promise<ReadonlySet<string>> {
  const kept = await db.selectFrom('judgement').select(['a', 'b']).execute();
  return new Set(kept.map(({ a, b }) => [a, b].sort().join(' ')));
}
