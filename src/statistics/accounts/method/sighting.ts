import type { MethodStep } from './step.ts';

export const SIGHTING: MethodStep = {
  name: 'sighting',
  decides: `The two offices as two independent sightings of one flow, all years together: the arrivals that stand for moves, the departures
    that may stand for moves (confirmed or redirected here by their arrival; unconfirmed ones as named, without expired terms), and those
    seen by both, whatever the two years. Duplicates, repeated registrations, short stays, open and outside slips are left out.`,
  sql: () => `
    with arrival as (
      select origin, destination, count(*) as arrivals, count(*) filter (verdict.verdict in ('confirmed', 'redirected')) as matched
      from move left join verdict on verdict.n = move.departure group by all),
    departure as (
      select origin, destination, count(*) as departures from (
        select origin, destination from reported_slip where kind = 'departure' and verdict = 'unconfirmed' and not expired
        union all
        select origin, destination from move where departure is not null)
      group by all)
    select coalesce(a.origin, d.origin) as origin, coalesce(a.destination, d.destination) as destination,
      coalesce(arrivals, 0)::integer as arrivals, coalesce(departures, 0)::integer as departures, coalesce(matched, 0)::integer as matched
    from arrival a full join departure d on a.origin = d.origin and a.destination = d.destination`,
};
