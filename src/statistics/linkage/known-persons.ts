import type { Engine } from '../../engine/engine.ts';

/** What a linkage says of itself that known persons change. */
interface LinkageSums {
  persons: number;
  precision: number;
  recall: number;
}

/**
 * Lets persons that were known before (tables `known_person`: n, person; `known_linkage`: precision, recall; both absent where there are
 * none) stand above what was linked now, in the table `person`: of two slips that both have a known person, that alone decides, for the
 * names by which they were linked may be gone. A slip without one joins the known person with whose slips it was linked; where these are
 * several, the one with most slips among them. Judgements stand above known persons: those judged the same are one, and of two slips of
 * one known person that were judged different the later is known no more. Pairs of known slips are no longer doubtful.
 *
 * Expected precision and recall are those of the known links and of the links of now, by their numbers.
 */
export async function holdKnownPersons<Sums extends LinkageSums>(engine: Engine, linkage: Sums): Promise<Sums> {
  const { tables } = await engine.row<{ tables: number }>(
    `select count(*) as tables from duckdb_tables() where table_name in ('known_person', 'known_linkage')`,
  );
  if (tables < 2) return linkage;
  await makeHeld(engine);
  await engine.run(RESETTLED);
  await engine.run(`create or replace table person as
    select n, (dense_rank() over (order by first_slip))::integer as person
    from (select n, min(n) over (partition by root) as first_slip from resettled) order by n`);
  await engine.run(`delete from pair where a in (select n from held) and b in (select n from held)
    and (a, b) not in (select (a, b) from judged)`);
  const { slips, persons, links } = await engine.row<Record<'slips' | 'persons' | 'links', number>>(
    `select count(*) as slips, max(person) as persons,
      (select count(*) - count(distinct first) from held) as links from person`,
  );
  const known = await engine.rows<{ precision: number; recall: number }>('from known_linkage');
  for (const table of ['held', 'resettled']) await engine.run(`drop table ${table}`);
  const share = slips === persons ? 0 : links / (slips - persons);
  const blend = (before: number, now: number): number => (share === 1 ? before : share * before + (1 - share) * now);
  const [{ precision, recall } = linkage] = known;
  return {
    ...linkage,
    persons,
    precision: blend(precision, linkage.precision),
    recall: blend(recall, linkage.recall),
  };
}

/** The table `held` (n, first): slips of known persons and the first slip of each one's, once judgements are respected. */
async function makeHeld(engine: Engine): Promise<void> {
  const judgedSame = await engine.rows<{ x: number; y: number }>(
    `select distinct k.person as x, l.person as y from judged
      join known_person k on k.n = judged.a join known_person l on l.n = judged.b
    where same and k.person <> l.person order by x, y`,
  );
  const merged = mergePersons(judgedSame);
  await engine.run('create or replace temp table merged_person (person integer, into_person integer)');
  await engine.appendColumns('merged_person', [Int32Array.from(merged.keys()), Int32Array.from(merged.values())]);
  await engine.run(`create or replace temp table held as
    with known as (
      select n, coalesce(into_person, known_person.person) as person from known_person left join merged_person using (person)),
    parted as (
      select greatest(judged.a, judged.b) as n from judged join known k on k.n = judged.a join known l on l.n = judged.b
      where not same and k.person = l.person)
    select n, min(n) over (partition by person) as first from known where n not in (from parted)`);
  await engine.run('drop table merged_person');
}

/** Each person that is one with others, and the least of them. */
function mergePersons(same: readonly { x: number; y: number }[]): Map<number, number> {
  const least = new Map<number, number>();
  const find = (person: number): number => {
    const up = least.get(person);
    return up === undefined || up === person ? person : find(up);
  };
  for (const { x, y } of same) {
    const [a, b] = [find(x), find(y)];
    least.set(Math.max(a, b), Math.min(a, b));
  }
  return new Map([...least.keys()].map(person => [person, find(person)]));
}

/** The table `resettled` (n, root): slips with one root are one person. */
const RESETTLED = `create or replace temp table resettled as
  with claim as (
    select person.person, held.first, count(*) as slips from person join held using (n) group by all),
  newcomer as (select n, person from person anti join held using (n)),
  parted as (
    select distinct newcomer.n, held.first from judged
      join newcomer on newcomer.n in (judged.a, judged.b)
      join held on held.n in (judged.a, judged.b) where not same),
  joined as (
    select newcomer.n, arg_max(claim.first, (claim.slips, -claim.first)) as first
    from newcomer join claim using (person) anti join parted on parted.n = newcomer.n and parted.first = claim.first
    group by newcomer.n)
  select n, first as root from held
  union all select n, first from joined
  union all select n, min(n) over (partition by person) from newcomer anti join joined using (n)`;
