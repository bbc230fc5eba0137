import { comparePart } from './candidate-pairs.ts';
import { settlePart } from './settle.ts';

/** The jobs that a crew can do. */
export const JOBS = { compare: comparePart, settle: settlePart };
export type Jobs = typeof JOBS;
