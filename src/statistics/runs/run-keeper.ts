import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Selectable, sql } from 'kysely';
import { SaldoError } from '../../common/saldo-error.ts';
import { syncFolder } from '../../store/durable-file.ts';
import type { RunRecord } from '../accounts/run-record.ts';
import { getRun, listRuns } from './find-runs.ts';
import { forkRun } from './fork-run.ts';
import { judgementsUpTo } from './judgements.ts';
import type { PerformRun } from './perform-run.ts';
import { publishRun } from './publish-run.ts';
import { TO_PUBLISH } from './published-tables.ts';
import { recoverRuns } from './recover-runs.ts';
import { type RunRequest, requestRun } from './request-run.ts';
import { isEnded, type Run } from './run.ts';
import type { RunPlace } from './run-place.ts';
import { RunProgress } from './run-progress.ts';
import { type RunListener, RunWatchers } from './run-watchers.ts';
import type { RunsSchema } from './runs-schema.ts';

export interface RunKeeperOptions {
  /** How a run is done; default: in a process of its own. */
  perform?: PerformRun;
  /** Bound of a run's memory in bytes. */
  memory?: number;
  /** Called with every vintage as it is published. */
  published?: (vintage: number) => void;
  /** Called where the store fails the keeper; it tries again after a while. */
  troubled?: (error: unknown) => void;
}

type RunRow = Selectable<RunsSchema['run']>;

const TRY_AGAIN_MS = 10_000;

/** Why work on a run was stopped. */
const CANCELLED = new Error('the run was cancelled');
const STOPPED = new Error('the keeper of the run stops');

/**
 * Does the queued runs of a home one after another, tells how they go, and publishes what they find. There is one keeper in the process
 * that holds the home, and no other writes the rows of runs.
 */
export class RunKeeper {
  readonly #place: RunPlace;
  readonly #perform: PerformRun;
  readonly #options: RunKeeperOptions;
  readonly #watchers = new RunWatchers();
  #underWay: { id: string; stop: AbortController; progress: RunProgress } | undefined;
  #loop: Promise<void> | undefined;
  #wanted = false;
  #stopped = false;
  #trouble: unknown;

  constructor(place: RunPlace, options: RunKeeperOptions = {}) {
    this.#place = place;
    this.#perform = options.perform ?? forkRun;
    this.#options = options;
  }

  /** Puts in order what a killed process left, and begins with the first queued run. */
  async start(): Promise<void> {
    await this.recover();
    this.#wake();
  }

  /** The same without beginning any. */
  recover(): Promise<void> {
    return recoverRuns(this.#place.db, this.#place.folder);
  }

  /** Asks for a run of the batches there are; it begins when those before it have ended. */
  async request(request: RunRequest, by: string): Promise<Run> {
    const id = await this.enqueue(request, by);
    this.#wake();
    return this.get(id);
  }

  /** The same without beginning it. */
  async enqueue(request: RunRequest, by: string): Promise<string> {
    return requestRun(this.#place.db, request, { batches: await this.#place.currentBatches(request.slips), by });
  }

  /**
   * Stops a run, or takes it from the queue.
   *
   * @throws SaldoError `unknown_run`, `run_ended` where it has ended already
   */
  async cancel(id: string): Promise<Run> {
    const { numUpdatedRows } = await this.#place.db
      .updateTable('run')
      .set({ state: 'cancelled', ended_at: sql`now()` })
      .where('id', '=', id)
      .where('state', 'in', ['queued', 'running'])
      .executeTakeFirst();
    const run = await this.get(id);
    if (numUpdatedRows === 0n) throw new SaldoError('run_ended', `run ${id} has ended: it is ${run.state}`, { id });
    if (this.#underWay?.id === id) this.#underWay.stop.abort(CANCELLED);
    this.#watchers.tell(id, { type: 'state', run });
    return run;
  }

  /** @throws SaldoError `unknown_run` */
  async get(id: string): Promise<Run> {
    return this.#withCurrent(await getRun(this.#place.db, id));
  }

  /** Runs, the latest first. */
  async list(page: { limit: number; before?: number }): Promise<Run[]> {
    return (await listRuns(this.#place.db, page)).map(run => this.#withCurrent(run));
  }

  /**
   * Tells a listener the state of a run so far, then all that happens to it.
   *
   * @returns what ends the watch
   * @throws SaldoError `unknown_run`
   */
  watch(id: string, listener: RunListener): Promise<() => void> {
    return this.#watchers.watch(id, listener, () => this.get(id));
  }

  /** Does one queued run now, whatever else is queued, and waits for its end. */
  async do(id: string): Promise<Run> {
    const row = await this.#take(id);
    if (row !== undefined) await this.#do(row);
    return this.get(id);
  }

  /** Stops the run under way, which goes back to the queue, and begins no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#underWay?.stop.abort(STOPPED);
    await this.#loop;
  }

  /** Why the queue stands still at the moment; nothing where it does not. */
  get trouble(): unknown {
    return this.#trouble;
  }

  #wake(): void {
    this.#wanted = true;
    this.#loop ??= this.#doAll()
      .catch(error => {
        this.#trouble = error;
        this.#options.troubled?.(error);
        setTimeout(() => this.#wake(), TRY_AGAIN_MS).unref();
      })
      .finally(() => {
        this.#loop = undefined;
      });
  }

  async #doAll(): Promise<void> {
    // A store that failed in the midst of a run left it as a kill would have.
    if (this.#trouble !== undefined && !this.#stopped) await this.recover();
    this.#trouble = undefined;
    while (this.#wanted && !this.#stopped) {
      this.#wanted = false;
      for (let row = await this.#take(); row !== undefined; row = await this.#take()) await this.#do(row);
    }
  }

  /** Marks the first queued run, or a given one, as running. */
  async #take(id?: string): Promise<RunRow | undefined> {
    if (this.#stopped) return undefined;
    const { db } = this.#place;
    return db.transaction().execute(async transaction => {
      let queued = transaction
        .selectFrom('run')
        .select('id')
        .where('state', '=', 'queued')
        .orderBy('sequence')
        .limit(1);
      if (id !== undefined) queued = queued.where('id', '=', id);
      const row = await transaction
        .updateTable('run')
        .set(({ eb }) => ({
          state: 'running' as const,
          started_at: sql<string>`now()`,
          attempt: eb('attempt', '+', 1),
        }))
        .where('id', '=', queued)
        .returningAll()
        .executeTakeFirst();
      if (row) await transaction.deleteFrom('run_step').where('run', '=', row.id).execute();
      return row;
    });
  }

  async #do(row: RunRow): Promise<void> {
    const stop = new AbortController();
    const progress = new RunProgress(this.#place.db, row.id, event => this.#watchers.tell(row.id, event));
    this.#underWay = { id: row.id, stop, progress };
    // The folder of an attempt is its own: a process of an earlier one that has not yet ended writes elsewhere.
    const folder = join(this.#place.folder, `${row.id}.${row.attempt}`);
    try {
      await this.#tellState(row.id);
      const { slips, judgements } = await this.#inputs(row);
      const { memory } = this.#options;
      const job = { folder, parameters: row.parameters, slips, judgements, ...(memory !== undefined && { memory }) };
      await this.#perform(job, { listener: progress, signal: stop.signal });
      stop.signal.throwIfAborted();
      await progress.written();
      progress.started('publishing');
      await this.#publish(row, folder);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      await this.#end(row, error);
    } finally {
      this.#underWay = undefined;
      await this.#tellState(row.id);
    }
  }

  async #inputs(row: RunRow) {
    const slips = await this.#place.slipsOf(row.batches);
    return { slips, judgements: await judgementsUpTo(this.#place.db, row.judgements) };
  }

  /** The folder gets its lasting name first: a vintage never stands without its files. */
  async #publish(row: RunRow, attempt: string): Promise<void> {
    const record: RunRecord = JSON.parse(readFileSync(join(attempt, 'run.json'), 'utf8'));
    const folder = join(this.#place.folder, row.id);
    renameSync(attempt, folder);
    try {
      await syncFolder(this.#place.folder);
      const vintage = await publishRun(this.#place.db, row, { folder, record });
      rmSync(join(folder, TO_PUBLISH), { recursive: true, force: true });
      this.#options.published?.(vintage);
    } catch (error) {
      if (existsSync(folder) && !(await this.#isDone(row.id))) rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  async #isDone(id: string): Promise<boolean> {
    return (await getRun(this.#place.db, id)).state === 'done';
  }

  /** How a run ends that publishes nothing; one that was cancelled is so already. */
  async #end({ id }: RunRow, error: unknown): Promise<void> {
    const underWay = this.#place.db.updateTable('run').where('id', '=', id).where('state', '=', 'running');
    if (error === STOPPED) {
      await underWay.set(({ eb }) => ({ state: 'queued' as const, attempt: eb('attempt', '-', 1) })).execute();
    } else if (error !== CANCELLED) {
      const message = error instanceof Error ? error.message : String(error);
      await underWay.set({ state: 'failed', ended_at: sql`now()`, error: message }).execute();
    }
  }

  async #tellState(id: string): Promise<void> {
    this.#watchers.tell(id, { type: 'state', run: await this.get(id) });
  }

  #withCurrent(run: Run): Run {
    const underWay = this.#underWay;
    return underWay?.id === run.id && !isEnded(run.state) ? { ...run, current: underWay.progress.current } : run;
  }
}
