import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMONSTRATION_LABEL } from '../common/wording/vintage-label.ts';
import { DEFAULT_PARAMETERS } from '../statistics/accounts/parameters.ts';
import { acceptFile } from '../statistics/batches/accept-batch.ts';
import { listBatches } from '../statistics/batches/batch.ts';
import { isEnded, type Run } from '../statistics/runs/run.ts';
import { getVintage, releaseVintage } from '../statistics/runs/vintages.ts';
import type { Rooms } from './rooms.ts';

/** How far a demonstration has come: the steps in their order, then `ready`, or `failed`; `none` where there is none to make. */
export interface DemonstrationState {
  readonly state: 'none' | 'simulating' | 'loading' | 'accounting' | 'ready' | 'failed';
  /** The step of the account under way. */
  readonly step: string | null;
  /** Of that step's statement under way; null where nobody can tell. */
  readonly percent: number | null;
}

/** Stands as the actor in the rows that a demonstration makes. */
const DEMONSTRATION = 'demonstration';
/** Of the world of the note: one slip in fifty. */
const SCALE = 0.02;

const fromSources = import.meta.url.endsWith('.ts');
const SIMULATE = fileURLToPath(new URL(`./simulate-process.${fromSources ? 'ts' : 'js'}`, import.meta.url));

/**
 * Fills an empty home with a simulated world of Belarus and Russia, 1991 to 2011: its slips are loaded, accounted, and the vintage is
 * released. What a stop left half done goes on at the next start; a home with slips of its own is left alone.
 */
export class Demonstration {
  readonly #rooms: Rooms;
  readonly #scale: number;
  readonly #stop = new AbortController();
  #state: DemonstrationState = { state: 'none', step: null, percent: null };
  #work: Promise<void> = Promise.resolve();

  /** @param scale share of the real flows that the world has */
  constructor(rooms: Rooms, scale = SCALE) {
    this.#rooms = rooms;
    this.#scale = scale;
  }

  get state(): DemonstrationState {
    return this.#state;
  }

  /** Begins where the home holds nothing else, and does not wait for the end; tells whether it began. */
  async start(): Promise<boolean> {
    const batches = await listBatches(this.#rooms.statistics.store.db);
    if (batches.some(({ accepted_by }) => accepted_by !== DEMONSTRATION)) return false;
    this.#at('simulating');
    this.#work = this.#make().catch((error: unknown) => {
      if (this.#stop.signal.aborted) return;
      this.#at('failed');
      process.stderr.write(`the demonstration could not be made: ${error instanceof Error ? error.stack : error}\n`);
    });
    return true;
  }

  /** Comes back when the work has ended, one way or the other. */
  async ended(): Promise<DemonstrationState> {
    await this.#work;
    return this.#state;
  }

  async stop(): Promise<void> {
    this.#stop.abort(new Error('the server stops'));
    await this.#work;
  }

  async #make(): Promise<void> {
    const { statistics, keeper, views } = this.#rooms;
    const earlier = (await keeper.list({ limit: 1000 })).find(
      ({ requested_by, state }) => requested_by === DEMONSTRATION && state !== 'failed',
    );
    const run = earlier ?? (await this.#begin());
    this.#at('accounting');
    const { vintage, error, state } = await this.#endOf(run.id);
    if (vintage === null) throw new Error(`its run ended as ${state}: ${error}`);
    const { released_at } = await getVintage(statistics.store.db, vintage, 'all');
    if (released_at === null) await releaseVintage(statistics.store.db, vintage, DEMONSTRATION);
    statistics.vintages.forget(vintage);
    views.changed();
    this.#at('ready');
  }

  /** The same world each time, so that files that were accepted before a stop are known again. */
  async #begin(): Promise<Run> {
    const { statistics, keeper } = this.#rooms;
    const folder = mkdtempSync(statistics.home.path('statistics', 'work', 'demonstration-'));
    try {
      await simulate(folder, this.#scale, this.#stop.signal);
      this.#at('loading');
      const slips = join(folder, 'slips');
      for (const file of readdirSync(slips).sort()) {
        this.#stop.signal.throwIfAborted();
        const request = { by: DEMONSTRATION, allowedOffices: 'all', simulated: true } as const;
        await acceptFile(statistics.batches, join(slips, file), request);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    this.#stop.signal.throwIfAborted();
    return keeper.request({ ...DEFAULT_PARAMETERS, label: DEMONSTRATION_LABEL.en }, DEMONSTRATION);
  }

  #endOf(id: string): Promise<Run> {
    const { signal } = this.#stop;
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      const watching = this.#rooms.keeper.watch(id, event => {
        if (event.type === 'progress') this.#at('accounting', event.current);
        if (event.type !== 'state' || !isEnded(event.run.state)) return;
        resolve(event.run);
        void watching.then(leave => leave());
      });
      watching.catch(reject);
    });
  }

  #at(state: DemonstrationState['state'], current?: { name: string; percent: number | null } | null): void {
    this.#state = { state, step: current?.name ?? null, percent: current?.percent ?? null };
  }
}

async function simulate(folder: string, scale: number, signal: AbortSignal): Promise<void> {
  const child = fork(SIMULATE, [folder, String(scale)], {
    execArgv: fromSources ? ['--import', 'tsx'] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    signal,
    killSignal: 'SIGKILL',
  });
  const [code] = await once(child, 'exit');
  signal.throwIfAborted();
  if (code !== 0) throw new Error(`the simulation ended with exit code ${code}`);
}
