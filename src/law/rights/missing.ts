import type { Reason } from '../force/reason.ts';
import { FACT_WORDS } from './words.ts';

/** What an answer still needs: a fact about the person, one of whose values decides, or something that no source of the register gives. */
export type Missing = { fact: string; values: readonly string[] } | { gap: Reason };

/** What is missing, in words. */
export function missingText(missing: Missing): Reason {
  if ('gap' in missing) return missing.gap;
  return lang => FACT_WORDS[missing.fact]?.[lang] ?? missing.fact;
}
