import type { MethodStep } from './step.ts';

/** Days by which a declared departure may follow its arrival: two declarations of one day seldom agree to the day. */
const DECLARED_SLACK_DAYS = 31;

/** Days of difference that each departure from the plain case is worth when a departure could belong to several arrivals. */
const OTHER_DESTINATION = 200;
const OTHER_ORIGIN = 150;
const UNNAMED_ORIGIN = 50;
const REPEATED = 183;
const EXPIRED = 90;

export const POSSIBLE_MATCH: MethodStep = {
  name: 'possible_match',
  decides: `Departures and arrivals of one person that can be the two ends of one move: the arrival lies in another state, at most the lapse
    after the departure. A departure dated by its registration may lag, so it may follow its arrival by the lapse; a declared one by
    ${DECLARED_SLACK_DAYS} days. The cost is the distance in days, with a surcharge where the arrival lies in another state than named
    (${OTHER_DESTINATION}), names another origin (${OTHER_ORIGIN}) or none (${UNNAMED_ORIGIN}), repeats an earlier arrival (${REPEATED}), or where the
    departure is an expired term (${EXPIRED}), which never makes a repeated arrival a move.`,
  sql: ({ lapse }) => `
    with departure as (
      select * from registration where kind = 'departure' and not internal and not outside and n not in (select n from same_event)),
    arrival as (
      select registration.*, repeated_arrival.n is not null as repeated
      from registration left join repeated_arrival using (n)
      where kind = 'arrival' and not internal and registration.n not in (select n from same_event))
    select d.n as departure, a.n as arrival,
      (abs(a.dated_on - d.dated_on)
        + case when a.office <> d.destination then ${OTHER_DESTINATION} else 0 end
        + case when a.origin = d.office then 0 when a.origin = 'ZZ' then ${UNNAMED_ORIGIN} else ${OTHER_ORIGIN} end
        + case when a.repeated then ${REPEATED} else 0 end
        + case when d.expired then ${EXPIRED} else 0 end)::integer as cost
    from departure d join arrival a on a.person = d.person and a.office <> d.office
      and a.dated_on <= d.dated_on + interval ${lapse} month
      and a.dated_on >= case when d.declared then d.dated_on - ${DECLARED_SLACK_DAYS} else d.dated_on - interval ${lapse} month end
    where not (a.repeated and (d.expired or a.origin <> d.office))`,
};
