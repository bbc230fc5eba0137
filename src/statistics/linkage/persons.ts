import type { Engine } from '../../engine/engine.ts';
import { agglomerate, CERTAIN, FORBIDDEN, type InnerPair } from './agglomerate.ts';
import { joinComponents, readEdges } from './components.ts';
import type { LinkageModel } from './model.ts';
import { contraryWeightsSql } from './pair-sql.ts';

/** How the persons came about. */
export interface PersonCount {
  persons: number;
  /** Components in which some pair was not joined directly and firmly, and which were judged as a whole. */
  judgedComponents: number;
  /** Of these, the ones that fell into several persons. */
  splitComponents: number;
  /** Pairs on which a person of four slips or more hangs; table `bridge`. */
  bridges: number;
}

/**
 * Turns weighed pairs into persons: table `person` (n, person), persons numbered from 1 in the order of their smallest slip. Pairs from
 * the cut-off on are joined by union-find; where a component holds two writings that are not joined directly and firmly, all its pairs
 * are weighed and it is split where the evidence contradicts itself. Judgements (table `judged`: a, b, same) stand above the weights.
 */
export async function formPersons(engine: Engine, model: LinkageModel, slips: number): Promise<PersonCount> {
  await applyJudgements(engine);
  const edges = await readEdges(engine, slips, `weight >= ${model.cut_off}`);
  const { root, doubted } = joinComponents(slips, edges, model.cut_off);
  await addForbidden(engine, root, doubted);
  await storeSuspects(engine, root, doubted);
  const bridges: InnerPair[] = [];
  let splitComponents = 0;
  for await (const component of innerPairs(engine, model)) {
    const split = agglomerate(component, model.cut_off);
    if (split.clusters.length > 1) splitComponents++;
    bridges.push(...split.bridges);
    for (const members of split.clusters) for (const member of members) root[member] = members[0] as number;
  }
  await storeBridges(engine, bridges);
  return {
    persons: await storePersons(engine, root),
    judgedComponents: doubted.size,
    splitComponents,
    bridges: bridges.length,
  };
}

async function applyJudgements(engine: Engine): Promise<void> {
  await engine.run(`update pair set weight = case when judged.same then ${CERTAIN} else ${FORBIDDEN} end
    from judged where judged.a = pair.a and judged.b = pair.b`);
  await engine.run(`insert into pair (a, b, weight) select a, b, case when same then ${CERTAIN} else ${FORBIDDEN} end from judged
    where (a, b) not in (select (a, b) from pair)`);
}

/** A component with a forbidden pair inside is judged as a whole even where every other pair agrees. */
async function addForbidden(engine: Engine, root: Int32Array, doubted: Set<number>): Promise<void> {
  for (const { a, b } of await engine.rows<{ a: number; b: number }>('select a, b from judged where not same')) {
    if (root[a] === root[b]) doubted.add(root[a] as number);
  }
}

async function storeSuspects(engine: Engine, root: Int32Array, doubted: ReadonlySet<number>): Promise<void> {
  await engine.run('create or replace temp table suspect (n integer, root integer)');
  const members = root.reduce((count, at) => (doubted.has(at) ? count + 1 : count), 0);
  const slips = new Int32Array(members);
  const roots = new Int32Array(members);
  let filled = 0;
  for (let slip = 0; slip < root.length; slip++) {
    if (!doubted.has(root[slip] as number)) continue;
    slips[filled] = slip;
    roots[filled++] = root[slip] as number;
  }
  await engine.appendIntegers('suspect', [slips, roots]);
}

/** All pairs inside each suspect component, component by component. */
async function* innerPairs(engine: Engine, model: LinkageModel): AsyncGenerator<InnerPair[]> {
  await engine.run(
    `create or replace temp table suspected as select identity.*, root from identity join suspect using (n)`,
  );
  await engine.run(`create or replace table inner_pair as
    select suspect.root, w.a, w.b, case when judged.same then ${CERTAIN} when not judged.same then ${FORBIDDEN} else w.weight end as weight, contrary
    from (${contraryWeightsSql(model, 'suspected l join suspected r on l.root = r.root and l.n < r.n')}) w
    join suspect on suspect.n = w.a left join judged on judged.a = w.a and judged.b = w.b`);
  // A component whose pairs all agree, with nothing against them, is one person without further thought.
  const contested = `select root, a, b, weight, contrary from inner_pair
    where root in (select root from inner_pair where weight < ${model.cut_off} or contrary < 0) order by root, a, b`;
  let at: number | undefined;
  let component: InnerPair[] = [];
  for await (const [roots, as, bs, weights, contraries] of engine.chunks(contested)) {
    for (let row = 0; row < (roots?.length ?? 0); row++) {
      const root = roots?.[row] as number;
      if (at !== undefined && root !== at) {
        yield component;
        component = [];
      }
      at = root;
      component.push({
        a: as?.[row] as number,
        b: bs?.[row] as number,
        weight: weights?.[row] as number,
        contrary: contraries?.[row] as number,
      });
    }
  }
  if (component.length > 0) yield component;
}

async function storeBridges(engine: Engine, bridges: readonly InnerPair[]): Promise<void> {
  await engine.run('create or replace table bridge (a integer, b integer)');
  await engine.appendIntegers('bridge', [
    Int32Array.from(bridges, ({ a }) => a),
    Int32Array.from(bridges, ({ b }) => b),
  ]);
}

async function storePersons(engine: Engine, root: Int32Array): Promise<number> {
  const person = new Int32Array(root.length);
  let persons = 0;
  for (let slip = 0; slip < root.length; slip++) {
    const first = root[slip] as number;
    person[slip] = first === slip ? ++persons : (person[first] as number);
  }
  await engine.run('create or replace table person (n integer, person integer)');
  await engine.appendIntegers('person', [Int32Array.from(root.keys()), person]);
  return persons;
}
