import type { MethodStep } from './step.ts';

/** Days within which two like slips of one person report one event. */
const SAME_EVENT_DAYS = 31;

export const SAME_EVENT: MethodStep = {
  name: 'same_event',
  decides: `Slips of one person, office, kind and corridor that follow each other within ${SAME_EVENT_DAYS} days, with no slip of the other
    direction from that office between them, report one event. The earliest registered stays (ties by slip_id), the others are its
    duplicates.`,
  sql: () => `
    with ordered as (
      select n, person, office, kind, origin, destination, dated_on, registered_on,
        lag(n) over by_person as previous, lag(kind) over by_person as previous_kind,
        lag(origin) over by_person as previous_origin, lag(destination) over by_person as previous_destination,
        lag(dated_on) over by_person as previous_on
      from registration where not internal
      window by_person as (partition by person, office order by dated_on, n)),
    marked as (
      select *, previous is not null and kind = previous_kind and origin = previous_origin and destination = previous_destination
        and dated_on - previous_on <= ${SAME_EVENT_DAYS} as continues
      from ordered),
    grouped as (
      select n, registered_on, person, office,
        sum((not continues)::int) over (partition by person, office order by dated_on, n rows unbounded preceding) as event
      from marked),
    chosen as (
      select n, first_value(n) over (partition by person, office, event order by registered_on, n) as kept from grouped)
    select n, kept from chosen where n <> kept`,
};
