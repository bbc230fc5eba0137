import type { MethodStep } from './step.ts';

export const RELOCATION: MethodStep = {
  name: 'relocation',
  decides: `What the slips show of a person's changes of state, in the order of time: matched departures and arrivals as one, arrivals alone,
    departures alone (an expired term alone is none). Repeated arrivals that no departure proves to be moves are left out: they show
    presence only. A relocation is dated by the day that its arrival declares, else its departure, else by the arrival's registration.`,
  sql: () => `
    with told as (
      select n from same_event union all select n from repeated_arrival
      union all select arrival from matched union all select departure from matched)
    select a.person, d.office as left_state, a.office as reached_state,
      case when d.declared and not a.declared then d.dated_on else a.dated_on end as dated_on, m.departure, m.arrival,
      coalesce(a.intended_months, d.intended_months) as intended_months
    from matched m join registration a on a.n = m.arrival join registration d on d.n = m.departure
    union all
    select person, origin, destination, dated_on, case kind when 'departure' then n end, case kind when 'arrival' then n end,
      case when kind = 'arrival' or outside then intended_months end
    from registration anti join told using (n) where not internal and not (kind = 'departure' and expired)`,
};
