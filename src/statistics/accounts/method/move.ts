import type { MethodStep } from './step.ts';

export const MOVE: MethodStep = {
  name: 'move',
  decides: `One move for every arrival that is counted: from the state that the arrival names to the state that registered it, on the day of
    the arrival, with the departure that belongs to it where one is on file.`,
  sql: () => `
    select row_number() over (order by r.n) as move, r.person, r.origin, r.destination, r.dated_on as moved_on, r.n as arrival, matched.departure
    from registration r join verdict using (n) left join matched on matched.arrival = r.n
    where verdict = 'counted'`,
};

export const SLIP_MOVE: MethodStep = {
  name: 'slip_move',
  decides: `The move that a slip belongs to: its own, that of the slip it duplicates, or that of the arrival it repeats. Slips of short stays,
    from or to outside, and departures that nothing followed belong to none.`,
  sql: () => `
    with recursive own as (
      select arrival as n, move from move
      union all
      select departure, move from move join verdict on verdict.n = move.departure where verdict in ('confirmed', 'redirected')),
    repetition as (
      select n, first from repeated_arrival join verdict using (n) where verdict = 'repeat_origin'),
    chain as (
      select n, first from repetition
      union all
      select chain.n, repetition.first from chain join repetition on repetition.n = chain.first),
    repeated as (select chain.n, move from chain join own on own.n = chain.first)
    select * from own
    union all select * from repeated
    union all
    select same_event.n, coalesce(own.move, repeated.move) from same_event
      left join own on own.n = same_event.kept left join repeated on repeated.n = same_event.kept
    where coalesce(own.move, repeated.move) is not null`,
};
