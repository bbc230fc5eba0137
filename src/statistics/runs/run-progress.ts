import type { Kysely } from 'kysely';
import type { Step, StepListener } from '../../common/steps.ts';
import type { CurrentStep, RunEvent } from './run.ts';
import type { RunsSchema } from './runs-schema.ts';

/** The steps of the run under way: kept in the store as they end, told to watchers as they go. */
export class RunProgress implements StepListener {
  current: CurrentStep | null = null;
  readonly #db: Kysely<RunsSchema>;
  readonly #run: string;
  readonly #tell: (event: RunEvent) => void;
  #steps = 0;
  #written: Promise<unknown> = Promise.resolve();

  constructor(db: Kysely<RunsSchema>, run: string, tell: (event: RunEvent) => void) {
    this.#db = db;
    this.#run = run;
    this.#tell = tell;
  }

  started(name: string): void {
    this.#at({ name, since: new Date().toISOString(), percent: null });
  }

  progressed(percent: number | undefined): void {
    if (this.current === null || percent === this.current.percent) return;
    this.#at({ ...this.current, percent: percent === undefined ? null : Math.floor(percent) });
  }

  ended({ name, rows, seconds }: Step): void {
    const step = { name, rows, seconds };
    const position = this.#steps++;
    this.current = null;
    this.#written = this.#written.then(() =>
      this.#db
        .insertInto('run_step')
        .values({ run: this.#run, position, ...step })
        .execute(),
    );
    // Whoever waits for `written` hears of a failure; until then nobody does, and it must not end the process.
    this.#written.catch(() => {});
    this.#tell({ type: 'step', position, step });
  }

  /** Until all steps that ended are in the store. */
  async written(): Promise<void> {
    await this.#written;
  }

  #at(current: CurrentStep): void {
    this.current = current;
    this.#tell({ type: 'progress', current });
  }
}
