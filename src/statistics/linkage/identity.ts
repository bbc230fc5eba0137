import { givenNameKeys, type NameKeys, patronymicKeys, surnameKeys } from '../../common/names/name-keys.ts';
import type { Engine } from '../../engine/engine.ts';

/**
 * Builds the table `identity` from `slip`: one row per slip that can stand for a change of state or of home, with everything by which
 * two slips are compared. Every distinct spelling is turned into its keys once, however many slips bear it.
 *
 * Rarity of a name is in bits, −log2 of its share among the slips of its bearer's nation; a few hundred imagined slips of the prior share keep it sober where
 * the data are small.
 *
 * @returns number of distinct spellings
 */
export async function buildIdentity(engine: Engine): Promise<number> {
  await engine.run(NAME_USE);
  await engine.run(NAMED);
  let spellings = 0;
  for (const part of NAME_PARTS) spellings += await buildSpellings(engine, part);
  await buildCountryRarity(engine);
  await engine.run(IDENTITY);
  for (const part of NAME_PARTS) await engine.run(`drop table spelling_${part.key}`);
  await engine.run('drop table named');
  return spellings;
}

interface NamePart {
  column: string;
  key: string;
  keysOf: (written: string) => NameKeys;
  /** Expected share of a term among slips before any are seen. */
  prior: number;
}

const NAME_PARTS: readonly NamePart[] = [
  { column: 'surname', key: 'surname', keysOf: surnameKeys, prior: 0.003 },
  { column: 'given_name', key: 'given', keysOf: givenNameKeys, prior: 0.025 },
  { column: 'patronymic', key: 'patronymic', keysOf: patronymicKeys, prior: 0.025 },
];

/** Within which group a name is rare or common: names go with nations, and would pass for far rarer among all slips together. */
const NATION = "coalesce(slip.birth_country, slip.citizenship, '')";

/** How often a written name stands as surname, and how often as given name. */
const NAME_USE = `create or replace temp table name_use as
  with written as (
    select upper(surname) as name, 1 as as_surname, 0 as as_given from slip where surname is not null
    union all select upper(given_name), 0, 1 from slip where given_name is not null)
  select name, sum(as_surname)::integer as as_surname, sum(as_given)::integer as as_given from written group by name`;

/** A slip's two names are taken as written in each other's column from these odds on. */
const SWAPPED_ODDS = 10;

/**
 * The names of each slip in their right columns: where the surname is written as others write given names, and the given name as others
 * write surnames, the two were swapped.
 */
const NAMED = `create or replace table named as
  with judged as (
    select slip.n, ${NATION} as nation, surname, given_name, patronymic,
      coalesce((s.as_given + 0.5) * (g.as_surname + 0.5) > ${SWAPPED_ODDS} * (s.as_surname + 0.5) * (g.as_given + 0.5), false) as swapped
    from slip left join name_use s on s.name = upper(surname) left join name_use g on g.name = upper(given_name))
  select n, nation, case when swapped then given_name else surname end as surname,
    case when swapped then surname else given_name end as given_name, patronymic from judged`;

/** Imagined slips that carry the prior share of a term. */
const PRIOR_SLIPS = 400;

async function buildSpellings(engine: Engine, { column, key, keysOf, prior }: NamePart): Promise<number> {
  await engine.run(`create or replace temp table keyed
    (written varchar, letters varchar, sound varchar, other varchar, part varchar, last_part varchar)`);
  let count = 0;
  await engine.append('keyed', async appender => {
    for await (const [written] of engine.chunks(`select distinct ${column} from named where ${column} is not null`)) {
      for (const text of written ?? []) {
        const keys = keysOf(text as string);
        appender.appendVarchar(text as string);
        appender.appendVarchar(keys.letters);
        appender.appendVarchar(keys.sound);
        for (const extra of [keys.otherSound, keys.parts[0], keys.parts.at(-1)]) {
          if (extra) appender.appendVarchar(extra);
          else appender.appendNull();
        }
        appender.endRow();
        count++;
      }
    }
  });
  await engine.run(`create or replace table spelling_${key} as
    with used as (select ${column} as written, nation, count(*) as uses from named where ${column} is not null group by all),
    counted as (
      select keyed.*, nation, sum(uses) over (partition by letters, nation) as bearers, sum(uses) over (partition by nation) as named
      from keyed join used using (written))
    select written, nation, letters, sound, other, part, last_part,
      (-log2((bearers + ${PRIOR_SLIPS * prior}) / (named + ${PRIOR_SLIPS})))::float as bits from counted`);
  await engine.run('drop table keyed');
  return count;
}

/** Documents as comparable signs: upper case, without what offices put between, look-alike Cyrillic letters as Latin ones. */
const DOCUMENT_SIGNS = "translate(upper(document), 'АВЕКМНОРСТУХІ -–.,/№#', 'ABEKMHOPCTYXI')";

/** What stands for a missing document is none: a word without a digit («нет»), a few signs, one sign again and again (000000). */
const IS_DOCUMENT =
  "strlen(signs) >= 4 and translate(signs, '0123456789', '') <> signs and replace(signs, signs[1], '') <> ''";

async function buildCountryRarity(engine: Engine): Promise<void> {
  await engine.run(`create or replace temp table country_rarity as
    with used as (
      select 'birth' as field, birth_country as state, count(*) as uses from slip where birth_country is not null group by all
      union all select 'citizenship', citizenship, count(*) from slip where citizenship is not null group by all)
    select field, state,
      (-log2((uses + ${PRIOR_SLIPS * 0.3}) / (sum(uses) over (partition by field) + ${PRIOR_SLIPS})))::float as bits from used`);
}

const IDENTITY = `create or replace table identity as
  select n, kind = 'arrival' as is_arrival, named.nation, office, origin, destination, dated_on,
    coalesce(s.letters, '') as surname_letters, coalesce(s.sound, '') as surname_sound, s.other as surname_other,
    s.part as surname_part, s.last_part as surname_last_part, coalesce(s.bits, 0) as surname_bits,
    coalesce(g.letters, '') as given_letters, coalesce(g.sound, '') as given_sound, g.other as given_other, coalesce(g.bits, 0) as given_bits,
    coalesce(p.letters, '') as patronymic_letters, coalesce(p.sound, '') as patronymic_sound, p.other as patronymic_other,
    coalesce(p.bits, 0) as patronymic_bits,
    birth_year, birth_month, birth_day, sex,
    birth_country, coalesce(b.bits, 0) as birth_country_bits, citizenship, coalesce(c.bits, 0) as citizenship_bits,
    case when ${IS_DOCUMENT} then signs end as document
  from (select *, ${DOCUMENT_SIGNS} as signs from slip) slip join named using (n)
    left join spelling_surname s on named.surname = s.written and s.nation = named.nation
    left join spelling_given g on named.given_name = g.written and g.nation = named.nation
    left join spelling_patronymic p on named.patronymic = p.written and p.nation = named.nation
    left join country_rarity b on b.field = 'birth' and b.state = slip.birth_country
    left join country_rarity c on c.field = 'citizenship' and c.state = slip.citizenship`;
