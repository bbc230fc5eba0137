import { givenNameKeys, patronymicKeys, surnameKeys } from '../../common/names/name-keys.ts';
import { UNKNOWN_STATE } from '../../common/states.ts';
import type { Engine } from '../../engine/engine.ts';
import { Crew } from './crew.ts';
import { DocumentIndex, type Documents } from './documents.ts';
import { CORRIDOR, FEMALE, FIELD, FLAG, type Identity, ROW } from './identity.ts';
import { NameIndex, type NamePlaces, type Names, NONE, rarity } from './name-index.ts';
import { KINDS, type Kind, type Uses } from './name-places.ts';
import { sharedFloats, sharedIntegers } from './shared.ts';

/** Reads what the slips of the table `slip` are compared by. */
export async function readIdentity(engine: Engine, crew: Crew = Crew.alone()): Promise<Identity> {
  const { slips } = await engine.row<{ slips: number }>('select count(*) as slips from slip');
  await engine.run(SPELLING);
  await engine.run(STATE);
  const spelling = await readSpellings(engine);
  const names = {
    surname: new NameIndex(spelling.written, surnameKeys, 0.003),
    given: new NameIndex(spelling.written, givenNameKeys, 0.025),
    patronymic: new NameIndex(spelling.written, patronymicKeys, 0.025),
  };
  // The engine numbers the names of the slips while their keys are found here.
  const numbered = engine.run(NUMBERED_SLIP);
  for (let at = 1; at < spelling.written.length; at++) {
    if (spelling.uses[at * KINDS.length + FIELD.surname]) names.surname.prepare(at);
    if (spelling.uses[at * KINDS.length + FIELD.given]) names.given.prepare(at);
    if (spelling.uses[at * KINDS.length + FIELD.patronymic]) names.patronymic.prepare(at);
  }
  await numbered;
  const { rows, documents } = await readRows(engine, slips);
  const placed = Object.assign({}, ...(await crew.run('place', { rows, uses: spelling.uses }))) as Record<
    Kind,
    NamePlaces
  >;
  const surname = names.surname.namesAt(placed[FIELD.surname]);
  const given = names.given.namesAt(placed[FIELD.given]);
  const patronymic = names.patronymic.namesAt(placed[FIELD.patronymic]);
  for (let row = 0; row < rows.length; row += ROW) {
    setName(rows, row, FIELD.surname, surname);
    setName(rows, row, FIELD.given, given);
    setName(rows, row, FIELD.patronymic, patronymic);
    const first = surname.initial[rows[row + FIELD.surnameLetters] as number] as number;
    const second = given.initial[rows[row + FIELD.givenLetters] as number] as number;
    const parts = surname.part[rows[row + FIELD.surname] as number] === NONE ? 0 : FLAG.parts;
    rows[row + FIELD.flags] = (rows[row + FIELD.flags] as number) | parts | ((first | (second << 8)) << FLAG.initials);
  }
  const states = await engine.rows<{ code: string; number: number }>('select code, number from state_number');
  for (const table of ['spelling', 'state_number', 'numbered_slip']) await engine.run(`drop table ${table}`);
  return {
    ...{ slips, spellings: spelling.written.length - 1, rows, surname, given, patronymic, documents },
    birthCountryBits: stateRarity(rows, FIELD.birthCountry, states.length),
    citizenshipBits: stateRarity(rows, FIELD.citizenship, states.length),
    unknownState: states.find(({ code }) => code === UNKNOWN_STATE)?.number ?? 0,
  };
}

/** Sets letters, sound and flag of a name beside it. */
function setName(rows: Int32Array, row: number, kind: Kind, { lettersOf, soundOf, other }: Names): void {
  const place = rows[row + kind] as number;
  rows[row + FIELD.surnameLetters + kind] = lettersOf[place] as number;
  rows[row + FIELD.surnameSound + kind] = soundOf[place] as number;
  if (other[place] !== NONE) rows[row + FIELD.flags] = (rows[row + FIELD.flags] as number) | (FLAG.other << kind);
}

/** Every written name by a number, in alphabetical order, and how often it stands in each column, capital or small. */
const SPELLING = `create or replace table spelling as
  with written as (
    select surname as name, count(*) as as_surname, 0 as as_given, 0 as as_patronymic from slip where surname is not null group by surname
    union all select given_name, 0, count(*), 0 from slip where given_name is not null group by given_name
    union all select patronymic, 0, 0, count(*) from slip where patronymic is not null group by patronymic),
  used as (
    select name, sum(as_surname) as as_surname, sum(as_given) as as_given, sum(as_patronymic) as as_patronymic from written group by name)
  select row_number() over (order by name)::integer as number, name,
    (sum(as_surname) over alike)::integer as as_surname, (sum(as_given) over alike)::integer as as_given, as_patronymic::integer as as_patronymic
  from used window alike as (partition by upper(name))`;

const STATE = `create or replace table state_number as
  with used as (
    select distinct origin as code from slip union select distinct destination from slip
    union select distinct birth_country from slip union select distinct citizenship from slip)
  select code, row_number() over (order by code)::integer as number from used where code is not null`;

const NUMBERED_SLIP = `create or replace table numbered_slip as
  select n, coalesce(s.number, 0) as surname, coalesce(g.number, 0) as given, coalesce(p.number, 0) as patronymic,
    (coalesce(birth_year, 0)::integer * 10000 + coalesce(birth_month, 0)::integer * 100 + coalesce(birth_day, 0))::integer as birth,
    case sex when 'M' then 1 when 'F' then ${FEMALE} else 0 end + case kind when 'arrival' then ${FLAG.arrival} else 0 end as sex_and_kind,
    coalesce(b.number, 0) as birth_country, coalesce(c.number, 0) as citizenship, o.number * ${CORRIDOR} + d.number as corridor,
    (dated_on - date '1970-01-01')::integer as dated_on, coalesce(document, '') as document
  from slip
    left join spelling s on s.name = slip.surname left join spelling g on g.name = slip.given_name left join spelling p on p.name = slip.patronymic
    left join state_number b on b.code = birth_country left join state_number c on c.code = citizenship
    left join state_number o on o.code = origin left join state_number d on d.code = destination`;

/** Spellings by their numbers. */
interface Spellings extends Uses {
  readonly written: string[];
}

async function readSpellings(engine: Engine): Promise<Spellings> {
  const { count } = await engine.row<{ count: number }>('select count(*) as count from spelling');
  const uses = sharedIntegers((count + 1) * KINDS.length);
  const written = new Array<string>(count + 1).fill('');
  for await (const chunk of engine.columns('select number, as_surname, as_given, as_patronymic, name from spelling')) {
    const numbers = chunk.integers(0);
    for (const kind of KINDS) {
      const values = chunk.integers(kind + 1);
      for (let at = 0; at < numbers.length; at++)
        uses[(numbers[at] as number) * KINDS.length + kind] = values[at] as number;
    }
    const names = chunk.texts(KINDS.length + 1);
    for (let at = 0; at < numbers.length; at++) written[numbers[at] as number] = names.text(at);
  }
  return { written, uses };
}

async function readRows(engine: Engine, slips: number): Promise<{ rows: Int32Array; documents: Documents }> {
  const rows = sharedIntegers(slips * ROW);
  const documents = new DocumentIndex(slips);
  const { surname, given, patronymic, birth, flags, birthCountry, citizenship, corridor, datedOn } = FIELD;
  const read = [surname, given, patronymic, birth, flags, birthCountry, citizenship, corridor, datedOn];
  const sql =
    'select n, surname, given, patronymic, birth, sex_and_kind, birth_country, citizenship, corridor, dated_on, document from numbered_slip';
  for await (const chunk of engine.columns(sql)) {
    const slipsOfChunk = chunk.integers(0);
    for (const [place, field] of read.entries()) {
      const values = chunk.integers(place + 1);
      for (let at = 0; at < values.length; at++)
        rows[(slipsOfChunk[at] as number) * ROW + field] = values[at] as number;
    }
    const written = chunk.texts(read.length + 1);
    for (let at = 0; at < slipsOfChunk.length; at++) {
      const slip = slipsOfChunk[at] as number;
      rows[slip * ROW + FIELD.document] = documents.set(slip, written, at);
    }
  }
  return { rows, documents: documents.finish() };
}

/** Expected share of a state before any slip is seen. */
const STATE_PRIOR = 0.3;

function stateRarity(rows: Int32Array, field: number, states: number): Float32Array {
  const uses = new Float64Array(states + 1);
  for (let at = field; at < rows.length; at += ROW) uses[rows[at] as number] = (uses[rows[at] as number] as number) + 1;
  const all = rows.length / ROW - (uses[0] as number);
  const bits = sharedFloats(uses.length);
  for (let state = 1; state < bits.length; state++) bits[state] = rarity(uses[state] as number, all, STATE_PRIOR);
  return bits;
}
