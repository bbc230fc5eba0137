import type { MethodStep } from './step.ts';

export const SHORT_STAY: MethodStep = {
  name: 'short_stay',
  decides: `Relocations out of the state of residence that are followed by one back into it before the threshold: neither changed the
    residence. In a run of such returns the first two belong together, then the next two. Where no relocation out of the state reached shows the end of
    the stay, the intention stands in for it, unless a later registration shows the person still there at the threshold. One row per slip of
    such relocations, of arrivals repeated during the stay too.`,
  sql: ({ threshold }) => `
    with sequence as (
      select *, row_number() over relocations as place,
        lead(left_state) over relocations as next_left, lead(reached_state) over relocations as next_reached, lead(dated_on) over relocations as next_on
      from relocation window relocations as (partition by person order by dated_on, coalesce(arrival, departure))),
    returned as (
      select person, place, place - row_number() over (partition by person order by place) as island
      from sequence where next_reached = left_state and next_on < dated_on + interval ${threshold} month),
    numbered as (
      select person, place, row_number() over (partition by person, island order by place) as turn from returned),
    short as (
      select person, place from numbered where turn % 2 = 1
      union select person, place + 1 from numbered where turn % 2 = 1),
    presence as (
      select first as arrival, max(registration.dated_on) as seen_on
      from repeated_arrival join registration using (n) group by all),
    intended as (
      select person, place from sequence left join presence using (arrival) anti join short using (person, place)
      where next_left is distinct from reached_state and intended_months < ${threshold}
        and coalesce(seen_on, dated_on) < dated_on + interval ${threshold} month),
    stay as (
      select departure, arrival from sequence join (from short union all from intended) using (person, place))
    select departure as n from stay where departure is not null
    union select arrival from stay where arrival is not null
    union select r.n from repeated_arrival r join stay on stay.arrival = r.first where r.n not in (select arrival from matched)`,
};
