import type { TimelinessRow } from '../runs/vintage-tables.ts';
import { type Quality, withShares } from './quality.ts';
import type { VintageIndex } from './vintage-index.ts';

/** How well one office registers, in one vintage. */
export interface OfficeQuality {
  office: string;
  slips: number;
  verdicts: Quality['verdicts'];
  coverage: Quality['coverage'][number][];
  timeliness: TimelinessRow[];
}

/** All offices of a vintage. */
export function officeQualities({ tables }: VintageIndex): OfficeQuality[] {
  const { vintage, verdicts, coverage, timeliness } = tables;
  return vintage.offices.map(office => {
    const own = verdicts.filter(row => row.office === office);
    return {
      office,
      slips: own.reduce((sum, { count }) => sum + count, 0),
      verdicts: withShares(own),
      coverage: coverage.filter(row => row.office === office),
      timeliness: timeliness.filter(row => row.office === office),
    };
  });
}
