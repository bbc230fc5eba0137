import type { Engine } from '../../../engine/engine.ts';

export const MATCHED_DECIDES = `Of the possible matches of a person, each departure and each arrival belongs to one at most. The cheapest pair
  of all is taken first, then the cheapest of what is left, and so on; ties go by slip. A person has few slips, so a better sum of costs by
  another choice is rare.`;

/** One round; rounds follow each other until one finds nothing. */
export const MATCHING_ROUND = `insert into matched
      select departure, arrival from (
        select *, row_number() over (partition by departure order by cost, departure, arrival) as of_departure,
          row_number() over (partition by arrival order by cost, departure, arrival) as of_arrival
        from open_match)
      where of_departure = 1 and of_arrival = 1`;

/**
 * The relation `matched` (departure, arrival): one-to-one, the cheapest possible pair of all first, then the cheapest of what is left
 * (ties by slip). Each round takes every pair that is the best of both its ends, which is the same thing done side by side; persons have
 * few slips, so the rounds are few.
 */
export async function matchDepartures(engine: Engine): Promise<number> {
  await engine.run('create or replace table matched (departure integer, arrival integer)');
  await engine.run('create or replace temp table open_match as select * from possible_match');
  let found = 0;
  while (true) {
    const added = await engine.run(MATCHING_ROUND);
    if (added === 0) break;
    found += added;
    await engine.run(`create or replace temp table open_match as select * from open_match
      where departure not in (select departure from matched) and arrival not in (select arrival from matched)`);
  }
  await engine.run('drop table open_match');
  return found;
}
