import { type SlipSource, slipFiles } from '../accounts/slip-source.ts';

/** The slips of a run, named so that another process can read them. */
export interface SlipsToRead {
  paths: readonly string[];
}

export function slipsOf({ paths }: SlipsToRead): SlipSource {
  return slipFiles(paths);
}
