/** The two sides from which a flow is reported. */
export const SIDES = ['arrivals', 'departures'] as const;
export type Side = (typeof SIDES)[number];

/** Why an office's figure differs from the united count; `docs/formats.md` words each. */
export const CAUSES = [
  'duplicate',
  'repeat_origin',
  'short_stay',
  'year_shift',
  'class_shift',
  'unconfirmed',
  'expired',
  'open',
  'redirected_away',
  'redirected_here',
  'origin_differs',
  'no_departure',
  'outside',
  'unknown_state',
] as const;
export type Cause = (typeof CAUSES)[number];
