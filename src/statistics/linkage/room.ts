const MIB = 2 ** 20;
const MILLION = 1e6;

/**
 * Memory that the process holds beside the engine while it links so many slips, in bytes: the program and its threads, and the arrays of
 * identities, pairs and persons. The first million costs more a slip, for the buffers of what is under way grow no further.
 * Measured with worlds of .16, 1 and 10 million slips on two processors: 265, 585 and 1540 to 2100 MiB, the most where the engine has least.
 */
export function roomForLinking(slips: number): number {
  const beyond = Math.max(0, slips - MILLION);
  return 200 * MIB + ((390 * (slips - beyond) + 160 * beyond) / MILLION) * MIB;
}
