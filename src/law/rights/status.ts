/**
 * `yes`: an act in force gives the right; `no`: one denies it; `national-law`: no act of the register speaks, the host's own law decides;
 * `unknown`: a fact is missing; `disputed`: sources, or rules of equal rank, differ.
 */
export type Status = 'yes' | 'no' | 'national-law' | 'unknown' | 'disputed';
