import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '../../store/home.ts';
import { batchesFolder, knownPersonsFile, rowsFile, sealedFileName } from './batch-files.ts';
import type { BatchPlace } from './batch-place.ts';

/** How long a prepared upload waits for its acceptance. */
const WAITS_DAYS = 7;

/**
 * Removes what killed processes left: files of batches that no manifest names, uploads that were not finished, working files; and
 * uploads that nobody accepted for a week. To be called while nothing else works on the batches.
 *
 * @returns the paths removed
 */
export async function sweepBatches({ db, home }: Pick<BatchPlace, 'db' | 'home'>): Promise<string[]> {
  const removed: string[] = [];
  const remove = (path: string): void => {
    rmSync(path, { recursive: true, force: true });
    removed.push(path);
  };
  const named = await namedFiles(db);
  for (const path of pathsIn(batchesFolder(home))) if (!named.has(path.name)) remove(path.path);
  for (const { name, path } of pathsIn(home.path('statistics', 'uploads'))) {
    // Of what was accepted a second copy of the names would outlast their deletion.
    if (!isPrepared(name, path) || named.has(rowsFile(name))) remove(path);
  }
  for (const { path } of pathsIn(home.path('statistics', 'work'))) remove(path);
  return removed;
}

/** The files that the manifests of batches and of deletions speak of. */
async function namedFiles(db: BatchPlace['db']): Promise<Set<string>> {
  const batches = await db.selectFrom('batch').select(['id', 'names_version', 'names_key', 'faults_version']).execute();
  const deletion = await findKnownPersons(db);
  return new Set([
    ...batches.flatMap(({ id, names_version, names_key, faults_version }) => [
      rowsFile(id),
      ...(names_key === null ? [] : [sealedFileName(id, 'names', names_version)]),
      sealedFileName(id, 'faults', faults_version),
    ]),
    ...(deletion ? [knownPersonsFile(deletion)] : []),
  ]);
}

/** The last deletion that kept persons; those of earlier ones are part of its own. */
export async function findKnownPersons(db: BatchPlace['db']): Promise<string | undefined> {
  const row = await db
    .selectFrom('name_deletion')
    .select('id')
    .where('known_persons', 'is not', null)
    .orderBy('deleted_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Removes prepared uploads that nobody accepted in time. */
export function dropStaleUploads(home: Home): void {
  for (const { name, path } of pathsIn(home.path('statistics', 'uploads'))) {
    if (/^[0-9a-f]{64}$/.test(name) && !isPrepared(name, path)) rmSync(path, { recursive: true, force: true });
  }
}

/** A folder named by the hash of its file has its manifest, and was moved there whole. */
function isPrepared(name: string, path: string): boolean {
  const age = Date.now() - statSync(path).mtimeMs;
  return /^[0-9a-f]{64}$/.test(name) && age < WAITS_DAYS * 24 * 3600 * 1000;
}

function pathsIn(folder: string): { name: string; path: string }[] {
  try {
    return readdirSync(folder).map(name => ({ name, path: join(folder, name) }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
