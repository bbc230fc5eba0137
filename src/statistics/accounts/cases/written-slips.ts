import type { Engine } from '../../../engine/engine.ts';
import { sqlText } from '../../../engine/sql.ts';

/**
 * A slip in one line of a worked case: `person id kind corridor date …`, such as `anna a1 arrival RU>BY 2005-03-01`. After the date may
 * follow `on 2005-07-01` (registered then; without it the date is that of both), `late` (the date is the registration's, none was
 * declared), `expired`, `for 6` (intended months), `M`, `F`, `born 1980`.
 */
export type WrittenSlip = string;

const COLUMNS = `n integer, slip_id varchar, office varchar, kind varchar, registered_on date, event_on date, dated_on date, origin varchar,
  destination varchar, sex varchar, birth_year smallint, citizenship varchar, purpose varchar, intended_months smallint, ground varchar`;

/** Fills `slip` and `person` from worked cases, for tests of the accounting apart from linkage. */
export async function storeSlips(engine: Engine, written: readonly WrittenSlip[]): Promise<void> {
  await engine.run(`create or replace table slip (${COLUMNS})`);
  await engine.run('create or replace table person (n integer, person integer)');
  const people = [...new Set(written.map(line => line.split(' ')[0]))];
  const slips = written.map(parseSlip).sort((x, y) => (x.office + x.id < y.office + y.id ? -1 : 1));
  for (const [n, slip] of slips.entries()) {
    const event = slip.late ? 'null' : `date ${sqlText(slip.on)}`;
    await engine.run(`insert into slip values (${n}, ${sqlText(slip.id)}, ${sqlText(slip.office)}, ${sqlText(slip.kind)},
      date ${sqlText(slip.registered)}, ${event}, date ${sqlText(slip.on)}, ${sqlText(slip.origin)}, ${sqlText(slip.destination)},
      ${slip.sex}, ${slip.born}, null, null, ${slip.months}, ${slip.expired ? "'expired'" : 'null'})`);
    await engine.run(`insert into person values (${n}, ${people.indexOf(slip.person) + 1})`);
  }
}

function parseSlip(line: WrittenSlip) {
  const [person = '', id = '', kind = '', corridor = '', on = '', ...rest] = line.split(' ');
  const [origin = '', destination = ''] = corridor.split('>');
  const after = (word: string) => (rest.includes(word) ? rest[rest.indexOf(word) + 1] : undefined);
  const sex = rest.find(word => word === 'M' || word === 'F');
  return {
    person,
    id,
    kind,
    origin,
    destination,
    office: kind === 'arrival' ? destination : origin,
    on,
    registered: after('on') ?? on,
    late: rest.includes('late'),
    expired: rest.includes('expired'),
    months: after('for') ?? 'null',
    born: after('born') ?? 'null',
    sex: sex ? sqlText(sex) : 'null',
  };
}
