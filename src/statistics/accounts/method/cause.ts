import { cellColumns } from './reported-slip.ts';
import type { MethodStep } from './step.ts';

/** Cause of a slip that is no move's arrival and no move's departure. */
const OWN_CAUSE = (other: string) => `case
        when verdict = 'outside' then case when ${other} = 'ZZ' then 'unknown_state' else 'outside' end
        when verdict in ('unconfirmed', 'open') and expired then 'expired'
        else verdict end`;

export const CAUSE: MethodStep = {
  name: 'cause',
  decides: `Why a side's figure is above (+1) or below (−1) the united one, slip by slip and move by move. An arrival that is not counted
    stands for its verdict. A departure without a move stands for its verdict (an expired term for "expired"); one whose arrival names no
    origin or one outside stands for that. A move without a departure is missing on the departure side. A departure that stands in
    another cell than its move is above there and below here: redirected_away and redirected_here where the person went elsewhere,
    origin_differs where the arrival names another origin, else year_shift, else class_shift. Nothing is ever filled in as a remainder.`,
  sql: ({ by }) => {
    const columns = cellColumns(by);
    const of = (alias: string) => columns.map(column => `${alias}.${column}`).join(', ');
    const same = (names: readonly string[]) => names.map(column => `d.${column} = a.${column}`).join(' and ');
    const corridor = ['origin', 'destination'];
    return `
    with departed as (
      select d.n as departure, move.arrival from reported_slip d join move on move.departure = d.n
      where d.verdict in ('confirmed', 'redirected')),
    shifted as (
      select departure, arrival, case
          when ${same(corridor)} then case when d.year <> a.year then 'year_shift' else 'class_shift' end
          when d.verdict = 'redirected' then 'redirected'
          else 'origin_differs' end as cause
      from departed join reported_slip d on d.n = departure join reported_slip a on a.n = arrival where not (${same(columns)}))
    select s.n, ${of('s')}, 'arrivals' as side, ${OWN_CAUSE('origin')} as cause, 1 as sign
      from reported_slip s where kind = 'arrival' and verdict <> 'counted'
    union all
    select s.n, ${of('s')}, 'departures', ${OWN_CAUSE('destination')}, 1
      from reported_slip s where kind = 'departure' and verdict not in ('confirmed', 'redirected')
    union all
    select s.n, ${of('s')}, 'departures', case when reached.origin = 'ZZ' then 'unknown_state' else 'outside' end, 1
      from reported_slip s join matched on matched.departure = s.n join reported_slip reached on reached.n = matched.arrival
      where s.verdict in ('confirmed', 'redirected') and s.n not in (select departure from departed)
    union all
    select a.n, ${of('a')}, 'departures', 'no_departure', -1
      from reported_slip a where kind = 'arrival' and verdict = 'counted' and n not in (select arrival from departed)
    union all
    select d.n, ${of('d')}, 'departures', case cause when 'redirected' then 'redirected_away' else cause end, 1
      from shifted join reported_slip d on d.n = departure
    union all
    select a.n, ${of('a')}, 'departures', case cause when 'redirected' then 'redirected_here' else cause end, -1
      from shifted join reported_slip a on a.n = arrival`;
  },
};

export const GAP: MethodStep = {
  name: 'gap',
  decides: `The signed count of each cause in each cell and side. For every cell reported − united = Σ causes on both sides, exactly.`,
  sql: ({ by }) => {
    const cell = cellColumns(by).join(', ');
    return `select ${cell}, side, cause, sum(sign)::integer as count from cause group by ${cell}, side, cause having sum(sign) <> 0`;
  },
};
