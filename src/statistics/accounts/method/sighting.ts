import type { MethodStep } from './step.ts';

/** Slips closer than this to a departure may belong to the same leaving. */
const A_MONTH_DAYS = 31;

export const SIGHTING: MethodStep = {
  name: 'sighting',
  decides: `The two offices as two independent sightings of one flow, all years together: the arrivals that stand for moves, the departures
    that may stand for moves (confirmed or redirected here by their arrival; unconfirmed ones as named), and those seen by both, whatever
    the two years. An unconfirmed departure stands for no move where it is an expired term, or where the person's next slip, more than a
    month later, begins in the state said to be left: they were still there. Duplicates, repeated registrations, short stays, open and
    outside slips are left out.`,
  sql: () => `
    with arrival as (
      select origin, destination, count(*) as arrivals, count(*) filter (verdict.verdict in ('confirmed', 'redirected')) as matched
      from move left join verdict on verdict.n = move.departure group by all),
    unconfirmed as (
      select registration.* from registration join verdict using (n) where verdict = 'unconfirmed' and not expired),
    still_there as (
      select u.n from unconfirmed u join registration later on later.person = u.person and later.dated_on > u.dated_on + ${A_MONTH_DAYS}
      group by u.n, u.origin having arg_min(later.origin, (later.dated_on, later.n)) = u.origin),
    departure as (
      select origin, destination, count(*) as departures from (
        select origin, destination from unconfirmed where n not in (select n from still_there)
        union all
        select origin, destination from move where departure is not null)
      group by all)
    select coalesce(a.origin, d.origin) as origin, coalesce(a.destination, d.destination) as destination,
      coalesce(arrivals, 0)::integer as arrivals, coalesce(departures, 0)::integer as departures, coalesce(matched, 0)::integer as matched
    from arrival a full join departure d on a.origin = d.origin and a.destination = d.destination`,
};
