/**
 * `yes`: an act in force gives the right; `no`: one denies it; `national-law`: no act of the register speaks, the host's own law decides;
 * `unknown`: a fact is missing; `disputed`: sources, or rules of equal rank, differ.
 */
export type Status = 'yes' | 'no' | 'national-law' | 'unknown' | 'disputed';

/** How a rule came out when it was tried. */
export type Outcome = 'applies' | 'does-not-apply' | 'uncertain';

/** By which principle a rule stands back behind another. */
export type Principle = 'override' | 'more-favourable' | 'special' | 'later';
