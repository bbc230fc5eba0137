import type { MethodStep } from './step.ts';

/** Slips closer than this to a departure may belong to the same leaving. */
const A_MONTH_DAYS = 31;

export const SIGHTING: MethodStep = {
  name: 'sighting',
  decides: `The two offices as two independent sightings of one flow, all years together: the arrivals that stand for moves, the departures
    that may stand for moves (confirmed or redirected here by their arrival; unconfirmed ones as named, unless a term ran out), and those
    seen by both, whatever the two years. Duplicates, repeated registrations, short stays, open and outside slips are left out. What became
    of people after a departure: their next slip, more than a month later, begins in the state said to be left (still there) or elsewhere
    (away), counted apart where no arrival is on file and where one is. Slips that only somebody registered at the destination has are not
    looked at: departures from it, changes of address in it.`,
  sql: () => `
    with arrival as (
      select origin, destination, count(*) as arrivals, count(*) filter (verdict.verdict in ('confirmed', 'redirected')) as matched
      from move left join verdict on verdict.n = move.departure group by all),
    departure as (
      select n, person, origin, destination, dated_on, null as move
      from registration join verdict using (n) where verdict = 'unconfirmed' and not expired
      union all
      select registration.n, registration.person, move.origin, move.destination, dated_on, move.move
      from move join registration on registration.n = move.departure join verdict on verdict.n = move.departure
      where verdict.verdict in ('confirmed', 'redirected')),
    trace as (
      select departure.n, arg_min(later.origin, (later.dated_on, later.n)) = any_value(departure.origin) as still_there
      from departure
      join registration later on later.person = departure.person and later.dated_on > departure.dated_on + ${A_MONTH_DAYS}
        and not (later.office = departure.destination and (later.kind = 'departure' or later.internal))
      join verdict on verdict.n = later.n
      left join slip_move on slip_move.n = later.n
      where (departure.move is null or slip_move.move is distinct from departure.move)
        and verdict.verdict not in ('duplicate', 'repeat_origin')
      group by departure.n),
    left_there as (
      select origin, destination, count(*) as departures, count(*) filter (move is null and still_there) as still_there,
        count(*) filter (move is null and not still_there) as away, count(*) filter (move is not null and not still_there) as matched_away
      from departure left join trace using (n) group by all)
    select coalesce(a.origin, d.origin) as origin, coalesce(a.destination, d.destination) as destination,
      ${['arrivals', 'departures', 'matched', 'still_there', 'away', 'matched_away'].map(name => `coalesce(${name}, 0)::integer as ${name}`).join(', ')}
    from arrival a full join left_there d on a.origin = d.origin and a.destination = d.destination`,
};
