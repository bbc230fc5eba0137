import { join } from 'node:path';
import { Engine, sqlPath } from '../src/engine/engine.ts';

export interface PairAccuracy {
  precision: number;
  recall: number;
  f1: number;
}

export interface VerdictAccuracy {
  accuracy: number;
  /** Mean of the verdicts' own F1, each verdict weighing the same. */
  macroF1: number;
  f1: Readonly<Record<string, number>>;
}

export interface FlowError {
  /** |united − true| over all corridors together, as a share of the true. */
  total: number;
  /** The sum of |united − true| over corridors, as a share of the true. */
  corridors: number;
  /** The same over corridors and years. */
  years: number;
}

export interface Accuracy {
  pairs: PairAccuracy;
  verdicts: VerdictAccuracy;
  flows: FlowError;
}

/** A run's tables against the truth of its world. A slip that the run set aside has no person and no verdict, and counts as missed. */
export async function accuracyOf(world: string, out: string): Promise<Accuracy> {
  return withEngine(async engine => ({
    pairs: await pairsOf(engine, world, parquet(out, 'persons')),
    verdicts: await verdictsOf(engine, world, parquet(out, 'verdicts')),
    flows: await flowsOf(engine, world, csv(join(out, 'flows.csv'))),
  }));
}

/** A file of persons (office, slip_id, person) against truth. */
export async function pairAccuracy(world: string, personsCsv: string): Promise<PairAccuracy> {
  return withEngine(engine => pairsOf(engine, world, csv(personsCsv)));
}

/** Over all pairs of slips: those of one person by the run, by truth, by both. */
async function pairsOf(engine: Engine, world: string, persons: string): Promise<PairAccuracy> {
  await engine.run(`create or replace temp table shared as
    select found.person as person, truth.person as true_person, count(*)::double as slips
    from ${truthOf(world, 'persons')} truth left join ${persons} found using (office, slip_id) group by all`);
  const { rows, slips, truth } = await engine.row<Record<'rows' | 'slips' | 'truth', number>>(`select
    (select count(*) from ${persons}) as rows, (select sum(slips) from shared) as slips,
    (select count(*) from ${truthOf(world, 'persons')}) as truth`);
  // A slip given twice would count its pairs twice and flatter whoever gave it.
  if (slips !== truth || rows > truth) throw new Error(`${rows} rows of persons, ${slips} joined, for ${truth} slips`);
  const pairs = 'sum(slips * (slips - 1) / 2)';
  const { both, found, real } = await engine.row<Record<'both' | 'found' | 'real', number>>(`select
    (select ${pairs} from shared where person is not null) as both,
    (select ${pairs} from (select sum(slips) as slips from shared where person is not null group by person)) as found,
    (select ${pairs} from (select sum(slips) as slips from shared group by true_person)) as real`);
  return { precision: both / found, recall: both / real, f1: (2 * both) / (found + real) };
}

async function verdictsOf(engine: Engine, world: string, verdicts: string): Promise<VerdictAccuracy> {
  const table = await engine.rows<{ real: string; found: string; slips: number }>(`
    select truth.verdict as real, coalesce(found.verdict, 'none') as found, count(*) as slips
    from ${truthOf(world, 'verdicts')} truth left join ${verdicts} found using (office, slip_id) group by all`);
  const sum = (of: typeof table): number => of.reduce((slips, row) => slips + row.slips, 0);
  const names = [...new Set(table.flatMap(({ real, found }) => [real, found]))].sort();
  const f1 = names.map(name => {
    const right = sum(table.filter(({ real, found }) => real === name && found === name));
    return (2 * right) / (sum(table.filter(row => row.real === name)) + sum(table.filter(row => row.found === name)));
  });
  return {
    accuracy: sum(table.filter(({ real, found }) => real === found)) / sum(table),
    macroF1: f1.reduce((total, value) => total + value, 0) / names.length,
    f1: Object.fromEntries(names.map((name, place) => [name, f1[place] ?? 0])),
  };
}

/** True flows are the slips whose true verdict is `counted`, by the corridor and year of the slip. */
async function flowsOf(engine: Engine, world: string, flows: string): Promise<FlowError> {
  await engine.run(`create or replace temp table compared as
    select origin, destination, year, coalesce(found.united, 0)::double as united, coalesce(real.moves, 0)::double as moves
    from (select origin, destination, year::integer as year, united::integer as united from ${flows}) found
    full join (
      select coalesce(origin, 'ZZ') as origin, coalesce(destination, 'ZZ') as destination,
        coalesce(event_on, registered_on)[1:4]::integer as year, count(*) as moves
      from ${csv(join(world, 'slips', '*.csv'), true)} join ${truthOf(world, 'verdicts')} using (office, slip_id)
      where verdict = 'counted' group by all) real using (origin, destination, year)`);
  const error = (by: string): string => `(select sum(abs(united - moves)) / sum(moves)
    from (select sum(united) as united, sum(moves) as moves from compared ${by}))`;
  return engine.row<{ total: number; corridors: number; years: number }>(`select ${error('')} as total,
    ${error('group by origin, destination')} as corridors, ${error('group by origin, destination, year')} as years`);
}

function truthOf(world: string, table: 'persons' | 'verdicts'): string {
  return csv(join(world, 'truth', `${table}.csv`));
}

function csv(path: string, pattern = false): string {
  return `read_csv(${pattern ? `'${path.replaceAll("'", "''")}'` : sqlPath(path)}, header = true, all_varchar = true)`;
}

function parquet(out: string, table: string): string {
  return `read_parquet(${sqlPath(join(out, `${table}.parquet`))})`;
}

async function withEngine<Answer>(ask: (engine: Engine) => Promise<Answer>): Promise<Answer> {
  const engine = await Engine.open();
  try {
    return await ask(engine);
  } finally {
    engine.close();
  }
}
