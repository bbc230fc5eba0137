import type { StepListener } from './steps.ts';

/** Where a command says what it found; `cli` provides it, rooms speak to it. */
export interface Terminal {
  /** True where the output is for a program: then only `data` reaches standard output. */
  readonly json: boolean;
  /** Progress of long work, on standard error; silent under --quiet and --json. */
  readonly steps: StepListener;
  /** A sentence for a reader, on standard output; silent under --json, and under --quiet. */
  line(text: string): void;
  /** A table for a reader; numbers are set right. Silent like `line`. */
  table(headers: readonly string[], rows: readonly (readonly (string | number)[])[]): void;
  /** The whole result for a program; printed as one JSON document under --json only. */
  data(value: unknown): void;
  /** A warning, on standard error, always. */
  warn(text: string): void;
}
