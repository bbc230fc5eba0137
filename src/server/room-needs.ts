import { rm, statfs, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Need } from './http/health.ts';
import type { Rooms } from './rooms.ts';

/** With less, an upload or a run would soon fill the disc. */
const LEAST_FREE_BYTES = 256 * 2 ** 20;
/** An engine that does not answer within this is busy with somebody's question, and there. */
const ENGINE_MS = 1000;

/** What the rooms need in order to work. @param free bytes that are left on the disc of a folder */
export function roomNeeds({ statistics, keeper }: Rooms, free: typeof freeBytes = freeBytes): readonly Need[] {
  const work = statistics.home.path('statistics', 'work');
  return [
    {
      missing: 'The working folder of the home cannot be written.',
      check: async () => {
        const probe = `${work}/ready-${process.pid}`;
        await writeFile(probe, 'ready', { mode: 0o600 });
        await rm(probe, { force: true });
      },
    },
    {
      missing: `Less than ${LEAST_FREE_BYTES / 2 ** 20} MiB are left on the disc of the home.`,
      check: async () => {
        const left = await free(work);
        if (left < LEAST_FREE_BYTES) throw new Error(`${left} bytes are left`);
      },
    },
    {
      missing: 'The engine does not answer.',
      check: async () => {
        const patience = new AbortController();
        const busy = wait(ENGINE_MS, undefined, { signal: patience.signal }).catch(() => {});
        await Promise.race([statistics.queries.rows('select 1 as one'), busy]).finally(() => patience.abort());
      },
    },
    {
      missing: 'The queue of runs stands still.',
      check: async () => {
        if (keeper.trouble !== undefined) throw keeper.trouble;
      },
    },
  ];
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
