import type { MethodStep } from './step.ts';

export const VERDICT: MethodStep = {
  name: 'verdict',
  decides: `One verdict for every slip, the first that fits: internal; duplicate; short_stay; outside; then for arrivals repeat_origin or
    counted; for departures confirmed (matched with an arrival in the named state), redirected (in another one), open (the lapse has not
    run out when the data end), unconfirmed. The data end with the last registration of the offices loaded.`,
  sql: ({ lapse }) => `
    with ending as (select max(registered_on) as data_end from registration),
    reached as (select departure, office from matched join registration on n = arrival)
    select r.n, case
        when r.internal then 'internal'
        when same_event.n is not null then 'duplicate'
        when short_stay.n is not null then 'short_stay'
        when r.outside then 'outside'
        when r.kind = 'arrival' then
          case when repeated_arrival.n is not null and as_arrival.arrival is null then 'repeat_origin' else 'counted' end
        when reached.departure is not null then case when reached.office = r.destination then 'confirmed' else 'redirected' end
        when r.dated_on + interval ${lapse} month > ending.data_end then 'open'
        else 'unconfirmed' end as verdict
    from registration r cross join ending
      left join same_event on same_event.n = r.n
      left join short_stay on short_stay.n = r.n
      left join repeated_arrival on repeated_arrival.n = r.n
      left join matched as_arrival on as_arrival.arrival = r.n
      left join reached on reached.departure = r.n`,
};
