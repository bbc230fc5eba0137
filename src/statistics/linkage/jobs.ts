import { comparePart } from './candidate-pairs.ts';
import { joinPart } from './components.ts';
import { placeNames } from './name-places.ts';
import { countPatterns } from './pair-patterns.ts';
import { settlePart } from './settle.ts';

/** The jobs that a crew can do. */
export const JOBS = {
  place: placeNames,
  patterns: countPatterns,
  compare: comparePart,
  join: joinPart,
  settle: settlePart,
};
export type Jobs = typeof JOBS;
