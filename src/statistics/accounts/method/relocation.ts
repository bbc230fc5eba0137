import type { MethodStep } from './step.ts';

export const RELOCATION: MethodStep = {
  name: 'relocation',
  decides: `What the slips show of a person's changes of state, in the order of time: matched departures and arrivals as one, arrivals alone,
    departures alone (an expired term alone is none). Repeated arrivals that no departure proves to be moves are left out: they show
    presence only. A relocation is dated by the day that its arrival declares, else its departure, else by the arrival's registration.`,
  sql: () => `
    with kept as (select * from registration where not internal and n not in (select n from same_event)),
    repeated as (select n from repeated_arrival where n not in (select arrival from matched)),
    relocated as (
      select a.person, d.office as left_state, a.office as reached_state,
        case when d.declared and not a.declared then d.dated_on else a.dated_on end as dated_on, m.departure, m.arrival,
        coalesce(a.intended_months, d.intended_months) as intended_months
      from matched m join kept a on a.n = m.arrival join kept d on d.n = m.departure
      union all
      select person, origin, destination, dated_on, null, n, intended_months from kept
      where kind = 'arrival' and n not in (select arrival from matched) and n not in (select n from repeated)
      union all
      select person, origin, destination, dated_on, n, null, case when outside then intended_months end from kept
      where kind = 'departure' and n not in (select departure from matched) and not expired)
    select *, row_number() over (partition by person order by dated_on, coalesce(arrival, departure)) as place from relocated`,
};
