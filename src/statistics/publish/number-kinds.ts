/** What a number is: said by an office, proved by slips, or estimated under assumptions. They never stand in one column. */
export const NUMBER_KINDS = ['reported', 'linked', 'modelled'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** The kind of each number column of an answer. */
export type NumberKinds = Readonly<Record<string, NumberKind>>;

export const FLOW_KINDS = {
  united: 'linked',
  arrivals_reported: 'reported',
  departures_reported: 'reported',
} as const satisfies NumberKinds;

export const GAP_KINDS = { count: 'linked' } as const satisfies NumberKinds;

export const COVERAGE_KINDS = {
  own: 'linked',
  other: 'linked',
  matched: 'linked',
  genuine: 'modelled',
  genuine_low95: 'modelled',
  genuine_high95: 'modelled',
  coverage: 'modelled',
  low95: 'modelled',
  high95: 'modelled',
  true_flow: 'modelled',
  true_low95: 'modelled',
  true_high95: 'modelled',
} as const satisfies NumberKinds;
