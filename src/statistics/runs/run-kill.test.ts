import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeStores } from '../../store/fixtures/describe-stores.ts';
import { openHome } from '../../store/home.ts';
import { openStore, type StorePlace } from '../../store/store.ts';
import { openStatistics } from '../open-statistics.ts';
import type { StatisticsSchema } from '../statistics.ts';
import { getRun } from './find-runs.ts';
import { writeSlipFiles } from './fixtures/slip-files.ts';
import { loadFiles } from './fixtures/test-home.ts';
import type { Run } from './run.ts';
import type { RunsSchema } from './runs-schema.ts';

type Said = { type: string; id?: string; run?: Run; current?: { name: string } };

describe.runIf(process.platform === 'linux')('processes killed by SIGKILL', () => {
  describeStores('during a run', bench => {
    let folder: string;
    let place: StorePlace;
    const keepers: Keeper[] = [];
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'runs-kill-'));
      place = await bench.place();
      const home = await openHome(join(folder, 'home'), { holder: 'command' });
      const statistics = await openStatistics(home, { store: await openStore<StatisticsSchema>(place) });
      await loadFiles(statistics, writeSlipFiles(join(folder, 'slips'), { people: 60 }));
      await statistics.close();
      await home.close();
    });
    afterEach(async () => {
      for (const keeper of keepers.splice(0)) await keeper.kill();
      rmSync(folder, { recursive: true, force: true });
    });

    const start = (task: string) => {
      const keeper = startKeeper(JSON.stringify(place), join(folder, 'home'), task);
      keepers.push(keeper);
      return keeper;
    };
    const runsFolder = () => join(folder, 'home', 'statistics', 'runs');
    const runs = () => readdirSync(runsFolder());
    const resumed = async (id: string) => {
      const { run } = await start('resume').said(({ run }) => run?.id === id && run.state === 'done');
      return run;
    };
    const vintages = async () => {
      const store = await openStore<RunsSchema>(place);
      try {
        return await store.db.selectFrom('vintage').select('run').execute();
      } finally {
        await store.close();
      }
    };

    it('the child: the run has failed, says so, and leaves no folder', async () => {
      const keeper = start('run');
      const { id } = await keeper.said(({ type }) => type === 'acknowledged');
      await keeper.said(({ current }) => current?.name === 'comparing pairs');
      const [child = 0] = childrenOf(keeper.pid);
      process.kill(child, 'SIGKILL');
      const { run } = await keeper.said(({ run }) => run?.state === 'failed');
      expect(run).toMatchObject({ id, vintage: null, error: expect.stringContaining('SIGKILL') });
      expect(runs()).toEqual([]);
    });

    it('the parent: the child ends, and a restart does it anew and leaves nothing of the first attempt', async () => {
      const keeper = start('run');
      const { id = '' } = await keeper.said(({ type }) => type === 'acknowledged');
      await keeper.said(({ current }) => current?.name === 'comparing pairs');
      const children = childrenOf(keeper.pid);
      expect(children.length).toBeGreaterThan(0);
      await keeper.kill();
      for (const child of children) await ended(child);
      expect(await resumed(id)).toMatchObject({ attempt: 2, vintage: expect.any(Number) });
      await keepers.at(-1)?.kill();
      expect(await vintages()).toEqual([{ run: id }]);
      expect(runs()).toEqual([id]);
    });

    it('the parent during publication: the vintage is not there at all, and a restart publishes it once', async () => {
      const keeper = start('pause');
      const { id = '' } = await keeper.said(({ type }) => type === 'acknowledged');
      await keeper.said(({ type }) => type === 'publishing');
      await keeper.kill();
      expect(await vintages()).toEqual([]);
      const store = await openStore<RunsSchema>(place);
      expect(await getRun(store.db, id)).toMatchObject({ state: 'running', vintage: null });
      await store.close();
      const run = await resumed(id);
      expect(run).toMatchObject({ state: 'done', attempt: 2 });
      await keepers.at(-1)?.kill();
      expect(await vintages()).toEqual([{ run: id }]);
      expect(runs()).toEqual([id]);
      expect(JSON.parse(readFileSync(join(runsFolder(), id, 'run.json'), 'utf8')).accepted).toBe(105);
    });
  });
});

interface Keeper {
  readonly pid: number;
  /** Waits for the first event that fits. */
  said(fits: (event: Said) => boolean): Promise<Said>;
  kill(): Promise<void>;
}

function startKeeper(...args: string[]): Keeper {
  const program = fileURLToPath(new URL('./fixtures/keep-runs.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: child.pid ?? 0,
    said: async fits => {
      for (let next = await lines.next(); !next.done; next = await lines.next()) {
        const event = JSON.parse(next.value) as Said;
        if (fits(event)) return event;
      }
      throw new Error('the process ended before it said that');
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  // A loader may keep a process of its own beside the one that does the run.
  return text
    .split(' ')
    .map(Number)
    .filter(child => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('run-process'));
}

async function ended(pid: number): Promise<void> {
  const isOver = () => !existsSync(`/proc/${pid}`) || / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  while (!isOver()) await new Promise(resolve => setTimeout(resolve, 50));
}
