import type { PlacedRule } from '../force/compiled-register.ts';
import type { Reason } from '../force/reason.ts';
import type { Standing } from '../force/standing.ts';
import type { Both } from '../register/act.ts';

/** What an answer still needs: a fact about the person, one of whose values decides, or something that no source of the register gives. */
export type Missing = { fact: string; values: readonly string[] } | { gap: Reason };

/** How an exception of a rule came out: held or not, or not tried because a fact is not known. */
export interface TriedException {
  id: string;
  text: Both;
  held: boolean;
  why: Reason;
  /** Facts that would decide it. */
  missing: readonly Missing[];
  /** Its own exceptions, where its case was met. */
  exceptions: readonly TriedException[];
}

export type Outcome = 'applies' | 'does-not-apply' | 'uncertain';

/** A rule tried on a question, with all that decided. */
export interface TriedRule {
  placed: PlacedRule;
  outcome: Outcome;
  why: Reason;
  standing: Standing;
  exceptions: readonly TriedException[];
  /** What would decide an uncertain one. */
  missing: readonly Missing[];
}
