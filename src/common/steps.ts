/** One named step of a run, as `run.json` and the terminal report it. */
export interface Step {
  name: string;
  /** Rows that the step produced. */
  rows: number;
  seconds: number;
}

/** Who watches a run go by: the terminal, later a page. */
export interface StepListener {
  started(name: string): void;
  ended(step: Step): void;
  /** How much of the statement under way is done, 0 to 100; undefined where nobody can tell. Absent where nobody asks. */
  progressed?(percent: number | undefined): void;
}

const SILENT: StepListener = { started: () => {}, ended: () => {} };

/** The steps of a run in their order, each timed and counted as it passes. */
export class Steps {
  readonly done: Step[] = [];
  readonly #listener: StepListener;

  constructor(listener: StepListener = SILENT) {
    this.#listener = listener;
  }

  /** Runs a step whose result is its number of rows. */
  async count(name: string, work: () => Promise<number>): Promise<number> {
    return this.run(name, work, rows => rows);
  }

  /** Runs a step, which may tell how far it is; `rowsOf` tells from its result how many rows it produced. */
  async run<Result>(
    name: string,
    work: (progress: (percent: number) => void) => Promise<Result>,
    rowsOf: (result: Result) => number,
  ): Promise<Result> {
    this.#listener.started(name);
    const start = performance.now();
    const result = await work(percent => this.#listener.progressed?.(percent));
    const step = { name, rows: rowsOf(result), seconds: Math.round(performance.now() - start) / 1000 };
    this.done.push(step);
    this.#listener.ended(step);
    return result;
  }
}
