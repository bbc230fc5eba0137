import { SaldoError } from '../../common/saldo-error.ts';

/** Faults of use met on the way through many files, gathered so that one message names them all. */
export class Problems {
  readonly #met: { path: string; error: SaldoError }[] = [];

  /** The result of the work, or undefined where it failed on this path. */
  gather<Result>(path: string, work: () => Result): Result | undefined {
    try {
      return work();
    } catch (error) {
      this.#keep(path, error);
      return undefined;
    }
  }

  async gatherAsync<Result>(path: string, work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      this.#keep(path, error);
      return undefined;
    }
  }

  /** @throws SaldoError with the code of the first problem, where there is any */
  refuse(): void {
    const [first] = this.#met;
    if (first === undefined) return;
    const lines = this.#met.map(({ path, error }) => `${path}: ${error.message}`);
    const problems = this.#met.map(({ path, error }) => ({
      path,
      code: error.code,
      message: error.message,
      ...error.details,
    }));
    throw new SaldoError(first.error.code, lines.join('\n'), { problems }, first.error);
  }

  #keep(path: string, error: unknown): void {
    if (!(error instanceof SaldoError)) throw error;
    this.#met.push({ path, error });
  }
}
