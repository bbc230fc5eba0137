import type { AccountParameters } from '../parameters.ts';

/** One named step of the accounting: a relation in SQL, and what it decides. */
export interface MethodStep {
  /** The relation that the step leaves. */
  readonly name: string;
  /** What the step decides and why, in a paragraph for a statistician. */
  readonly decides: string;
  readonly sql: (parameters: AccountParameters) => string;
}
