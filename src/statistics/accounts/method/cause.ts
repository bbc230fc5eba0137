import { cellColumns } from './reported-slip.ts';
import type { MethodStep } from './step.ts';

/** Cause of a slip that is no move's arrival and no move's departure. */
const OWN_CAUSE = `case
        when verdict = 'outside' then case when case kind when 'arrival' then origin else destination end = 'ZZ' then 'unknown_state' else 'outside' end
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
    const cell = columns.join(', ');
    const ofMove = (slip: 'a' | 'd') => columns.map(column => `${slip}_${column}`).join(', ');
    const named = (slip: 'a' | 'd') => columns.map(column => `${slip}.${column} as ${slip}_${column}`).join(', ');
    const same = (names: readonly string[]) => names.map(column => `d_${column} = a_${column}`).join(' and ');
    return `
    with moved as (
      select a.n as arrival, ${named('a')}, d.n as departure, d.verdict, ${named('d')}
      from reported_slip a join move on move.arrival = a.n
      left join reported_slip d on d.n = move.departure and d.verdict in ('confirmed', 'redirected')),
    shifted as (
      select *, case
          when ${same(['origin', 'destination'])} then case when d_year <> a_year then 'year_shift' else 'class_shift' end
          when verdict = 'redirected' then 'redirected'
          else 'origin_differs' end as cause
      from moved where not (${same(columns)}))
    select n, ${cell}, case kind when 'arrival' then 'arrivals' else 'departures' end as side, ${OWN_CAUSE} as cause, 1 as sign
      from reported_slip where case kind when 'arrival' then verdict <> 'counted' else verdict not in ('confirmed', 'redirected') end
    union all
    select d.n, ${columns.map(column => `d.${column}`).join(', ')}, 'departures', case when a.origin = 'ZZ' then 'unknown_state' else 'outside' end, 1
      from reported_slip d join matched on matched.departure = d.n join reported_slip a on a.n = matched.arrival
      where d.verdict in ('confirmed', 'redirected') and a.verdict <> 'counted'
    union all
    select arrival, ${ofMove('a')}, 'departures', 'no_departure', -1 from moved where departure is null
    union all
    select departure, ${ofMove('d')}, 'departures', case cause when 'redirected' then 'redirected_away' else cause end, 1 from shifted
    union all
    select arrival, ${ofMove('a')}, 'departures', case cause when 'redirected' then 'redirected_here' else cause end, -1 from shifted`;
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
