import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { SaldoError } from '../../common/saldo-error.ts';
import type { Engine } from '../../engine/engine.ts';
import { sqlList, sqlText } from '../../engine/sql.ts';
import { syncFolder } from '../../store/durable-file.ts';
import type { BatchRow } from './batch.ts';
import { batchesFolder, knownPersonsFile, rowsFile } from './batch-files.ts';
import { type BatchPlace, openBatchEngine } from './batch-place.ts';
import { findCurrentSlips } from './current-slips.ts';
import { concerns, type DeletedTerm } from './deleted-slips.ts';
import { keepKnownPersons, type LinkedRun } from './known-persons.ts';
import { finishDeletion, getDeletion, type NameDeletion } from './name-deletion.ts';
import { type Rewriting, rewriteBatch } from './rewrite-batch.ts';

export interface DeleteRequest extends DeletedTerm {
  /** Why, for those who read the proof. */
  reason: string;
  by: string;
  /** The run whose persons are to stand in for the names; none where no run has ended. */
  linked: LinkedRun | undefined;
  /** Deletes names also of slips that no run has linked; later runs then know them by what is left. */
  unlinkedToo?: boolean;
}

const DeletedTermSchema = z.object({
  office: z.string().regex(/^[A-Z]{2}$/, 'expected the alpha-2 code of a state'),
  before: z.iso.date('expected a day, YYYY-MM-DD'),
  reason: z.string().trim().min(1, 'expected a reason'),
});

/**
 * Deletes names and documents of an office's slips registered before a day, wherever they lie: in the sealed names, in the sealed faults
 * and rows set aside, in what runs keep for review. Who the persons were by the last run is kept, pseudonymous, so that later runs
 * account them alike.
 *
 * In this order, so that a kill at any moment leaves all or nothing: persons and new sealed files written and synced beside the old ones;
 * one transaction that names them, forgets the old keys and keeps the deletion; old files removed; a check of what is left. What is missing
 * of the latter two is made good at the next opening.
 *
 * @throws SaldoError `invalid_option`; `not_linked` where slips of the term are not in the run
 */
export async function deleteNames(place: BatchPlace, request: DeleteRequest): Promise<NameDeletion> {
  const faults = DeletedTermSchema.safeParse(request).error?.issues ?? [];
  if (faults.length > 0) {
    const told = faults.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new SaldoError('invalid_option', told.join('; '), { faults: told });
  }
  return place.inTurn(async () => {
    const id = randomUUID();
    const engine = await openBatchEngine(place);
    try {
      const batches = await place.db.selectFrom('batch').selectAll().orderBy('sequence').execute();
      await refuseUnlinked(engine, place, batches, request);
      const known = request.linked && (await keepPersons(engine, place, { id, batches, linked: request.linked }));
      const rewritings: Rewriting[] = [];
      for (const batch of batches.filter(one => concerns(one, request.office))) {
        const rewriting = await rewriteBatch(engine, place, batch, request);
        if (rewriting) rewritings.push(rewriting);
      }
      await syncFolder(batchesFolder(place.home));
      await record(place, { id, request, rewritings, known: known ?? null });
    } finally {
      engine.close();
    }
    await finishDeletion(place, await getDeletion(place.db, id));
    return getDeletion(place.db, id);
  });
}

function openFiles({ home }: BatchPlace, batches: readonly { id: string }[]): { id: string; rows: string }[] {
  return batches.map(({ id }) => ({ id, rows: join(batchesFolder(home), rowsFile(id)) }));
}

/** Slips of the term that stand now must stand in the run, as the same rows of the same batches. */
async function refuseUnlinked(
  engine: Engine,
  place: BatchPlace,
  batches: readonly BatchRow[],
  { office, before, linked, unlinkedToo = false }: DeleteRequest,
): Promise<void> {
  if (unlinkedToo || batches.length === 0) return;
  const files = openFiles(place, batches);
  await findCurrentSlips(engine, files);
  const inRun = files.flatMap(({ id }, file) => (linked?.batches.includes(id) ? [file] : []));
  const persons = linked
    ? `select office, slip_id from read_parquet(${sqlText(linked.persons)})`
    : `select '' as office, '' as slip_id where false`;
  const { slips } = await engine.row<{ slips: number }>(
    `with term as (
      select file_index::integer as file, row, office, slip_id from read_parquet(${sqlList(files.map(({ rows }) => rows))})
      where office = ${sqlText(office)} and registered_on < date ${sqlText(before)})
    select count(*) as slips from term semi join current_slip using (file, row)
    where not list_contains([${inRun.join(', ')}]::integer[], file) or (office, slip_id) not in (${persons})`,
  );
  for (const table of ['current_slip', 'set_back']) await engine.run(`drop table ${table}`);
  if (slips === 0) return;
  throw new SaldoError(
    'not_linked',
    `${slips} slips of ${office} registered before ${before} are in no finished run: without names no later run would know whose they are; account them first`,
    { office, before, slips },
  );
}

async function keepPersons(
  engine: Engine,
  place: BatchPlace,
  { id, batches, linked }: { id: string; batches: readonly BatchRow[]; linked: LinkedRun },
): Promise<{ run: string; sha256: string }> {
  const files = openFiles(
    place,
    batches.filter(batch => linked.batches.includes(batch.id)),
  );
  await findCurrentSlips(engine, files);
  const path = join(batchesFolder(place.home), knownPersonsFile(id));
  return { run: linked.run, sha256: await keepKnownPersons(engine, files, { linked, path }) };
}

async function record(
  { db }: BatchPlace,
  of: {
    id: string;
    request: DeleteRequest;
    rewritings: readonly Rewriting[];
    known: { run: string; sha256: string } | null;
  },
): Promise<void> {
  const { id, request, rewritings, known } = of;
  const proofs = rewritings.map(({ proof }) => proof);
  await db.transaction().execute(async transaction => {
    await transaction
      .insertInto('name_deletion')
      .values({
        ...{ id, office: request.office, before: request.before, reason: request.reason.trim() },
        batches: JSON.stringify(proofs.map(({ batch }) => batch)),
        slips: proofs.reduce((sum, { slips }) => sum + slips, 0),
        proof: JSON.stringify({ batches: proofs, verified: null }),
        ...{ known_persons: known?.sha256 ?? null, run: known?.run ?? null, deleted_by: request.by },
      })
      .execute();
    for (const { proof, change } of rewritings)
      await transaction
        .updateTable('batch')
        .set({ ...change, names_deleted_at: sql<string>`now()` })
        .where('id', '=', proof.batch)
        .execute();
  });
}
