import type { Engine } from '../../engine/engine.ts';

/** A slip whose names and document are gone: little is left to compare it by. */
const IS_NAMELESS = 'surname is null and given_name is null and patronymic is null and document is null';

/**
 * Where names were deleted after an account, keeps the persons that were known then: adds to `judged` that a slip without names is of one
 * person with the others of its known person, and of two with slips that were of others and share its corridor, day and birth year (by
 * which alone it could still be compared). Slips that have their names stay with the evidence, and judgements of reviewers stand above.
 * Reads `known_person` (n, person); without that table nothing is known.
 *
 * @returns the number of pairs added
 */
export async function judgeKnownPersons(engine: Engine): Promise<number> {
  const [known] = await engine.rows("select 1 as known from duckdb_tables() where table_name = 'known_person'");
  if (known === undefined) return 0;
  return engine.run(`insert into judged
    with known as (
      select n, person, birth_year, ${IS_NAMELESS} as nameless, hash(origin, destination, dated_on, birth_year) as alike
      from known_person join slip using (n)),
    centre as (select person, min(n) as n from known where nameless group by person),
    pairs as (
      select least(centre.n, known.n) as a, greatest(centre.n, known.n) as b, true as same
      from centre join known on known.person = centre.person and known.n <> centre.n
      union
      select least(x.n, y.n), greatest(x.n, y.n), false
      from known x join known y on x.alike = y.alike and x.person <> y.person
      where x.nameless and x.birth_year is not null)
    select a, b, same from pairs where (a, b) not in (select (a, b) from judged)`);
}
