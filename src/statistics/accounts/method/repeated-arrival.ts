import type { MethodStep } from './step.ts';

export const REPEATED_ARRIVAL: MethodStep = {
  name: 'repeated_arrival',
  decides: `An arrival that names the same origin as the person's arrival before it in the same state, while nothing on file shows that the
    person had left in between: no departure from the state (an expired term or a move inside it is none), no arrival and no internal registration
    elsewhere. "first" is the arrival before it. A departure from the origin can still prove it a move of its own (next step).`,
  sql: () => `
    with arrival as (
      select n, person, office, origin, dated_on,
        lag(n) over earlier as first, lag(dated_on) over earlier as first_on
      from registration where kind = 'arrival' and not internal and n not in (select n from same_event)
      window earlier as (partition by person, office, origin order by dated_on, n)),
    candidate as (select * from arrival where first is not null),
    elsewhere as (
      select person, office, dated_on, kind from registration
      where not (kind = 'departure' and (expired or internal)) and person in (select person from candidate))
    select n, first from candidate
    where not exists (
      select 1 from elsewhere
      where elsewhere.person = candidate.person
        and elsewhere.dated_on > candidate.first_on and elsewhere.dated_on <= candidate.dated_on
        and case elsewhere.kind when 'departure' then elsewhere.office = candidate.office else elsewhere.office <> candidate.office end)`,
};
