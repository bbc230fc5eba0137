import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../../common/start-thread.ts';
import { JOBS, type Jobs } from './jobs.ts';
import { Part } from './part.ts';

/** Below this many slips threads cost more than they bring. */
const WORTH_A_CREW = 200_000;
/** Each thread keeps room of its own, some bytes a slip; more than these would need it rather than use it. */
const MOST_THREADS = 8;

/** What a thread is told to do. */
export interface Order<Job extends keyof Jobs = keyof Jobs> {
  readonly job: Job;
  readonly task: Parameters<Jobs[Job]>[0];
  readonly part: ConstructorParameters<typeof Part>[0];
}

/** The threads that do a linkage's work over numbers, each its part; few slips are worked on in the thread that asks. */
export class Crew {
  readonly #threads: readonly Worker[];
  readonly #signal: AbortSignal | undefined;

  private constructor(threads: readonly Worker[], signal?: AbortSignal) {
    this.#threads = threads;
    this.#signal = signal;
  }

  /** No threads: all is done in the one that asks. */
  static alone(): Crew {
    return new Crew([]);
  }

  static gather(slips: number, threads: number, signal?: AbortSignal): Crew {
    const size = threads > 1 && slips >= WORTH_A_CREW ? Math.min(threads, MOST_THREADS) : 0;
    const thread = () => startThread(new URL('./crew-thread', import.meta.url), undefined);
    return new Crew(Array.from({ length: size }, thread), signal);
  }

  /** Parts that a job is done in. */
  get size(): number {
    return Math.max(1, this.#threads.length);
  }

  /** Has a job done, and gives what each part came to, in their order. Ends with an error where a thread does, or the signal is raised. */
  async run<Job extends keyof Jobs>(job: Job, task: Parameters<Jobs[Job]>[0]): Promise<ReturnType<Jobs[Job]>[]> {
    const work = JOBS[job] as (given: typeof task, part: Part) => ReturnType<Jobs[Job]>;
    if (this.#threads.length === 0) return [work(task, Part.whole())];
    const gate = Part.gate();
    const parts = this.#threads.length;
    return Promise.all(
      this.#threads.map(async (thread, number) => {
        const done = once(thread, 'message', this.#signal && { signal: this.#signal });
        thread.postMessage({ job, task, part: { number, parts, gate } } satisfies Order<Job>);
        const [result] = await done;
        return result as ReturnType<Jobs[Job]>;
      }),
    );
  }

  /** Ends the threads, whatever they are at. */
  async dismiss(): Promise<void> {
    await Promise.all(this.#threads.map(thread => thread.terminate()));
  }
}
