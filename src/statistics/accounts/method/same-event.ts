import type { MethodStep } from './step.ts';

/** Days within which two like slips of one person report one event. */
const SAME_EVENT_DAYS = 31;

/** SQL of whether a slip reports the event of the one before it, by what stands before the names of their columns. */
const follows = (later: string, earlier: string): string =>
  `(${['kind', 'origin', 'destination']
    .map(column => `${later}${column} = ${earlier}${column}`)
    .join(' and ')} and ${later}dated_on - ${earlier}dated_on <= ${SAME_EVENT_DAYS}) is true`;

export const SAME_EVENT: MethodStep = {
  name: 'same_event',
  decides: `Slips of one person, office, kind and corridor that follow each other within ${SAME_EVENT_DAYS} days, with no slip of the other
    direction from that office between them, report one event. The earliest registered stays (ties by slip_id), the others are its
    duplicates.`,
  sql: () => `
    with repeating as (
      select person from registration where not internal group by person, kind, origin, destination having count(*) > 1),
    ordered as (
      select n, person, office, kind, origin, destination, dated_on, registered_on,
        ${['kind', 'origin', 'destination', 'dated_on'].map(column => `lag(${column}) over by_person as previous_${column}, lead(${column}) over by_person as next_${column}`).join(', ')}
      from registration where not internal and person in (from repeating)
      window by_person as (partition by person, office order by dated_on, n)),
    -- Slips that neither follow nor are followed by a like one within days go at once: they are most of all.
    marked as (
      select *, ${follows('', 'previous_')} as continues
      from ordered where continues or ${follows('next_', '')}),
    grouped as (
      select n, registered_on, person, office,
        sum((not continues)::int) over (partition by person, office order by dated_on, n rows unbounded preceding) as event
      from marked),
    chosen as (
      select n, first_value(n) over (partition by person, office, event order by registered_on, n) as kept from grouped)
    select n, kept from chosen where n <> kept`,
};
