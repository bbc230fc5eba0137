import type { Engine } from '../../engine/engine.ts';
import { FLOOR } from './candidate-pairs.ts';
import type { ComparedPairs } from './compare-pairs.ts';
import { type Joining, joinComponents } from './components.ts';
import type { JudgedPairs } from './judged-pairs.ts';
import type { LinkageModel } from './model.ts';
import type { PairList } from './pair-list.ts';
import type { Components, Settled } from './settle.ts';
import { sharedIntegers } from './shared.ts';

/** How the persons came about. */
export interface PersonCount {
  persons: number;
  /** Components in which some pair was not firm, and which were judged as a whole. */
  judgedComponents: number;
  /** Of these, the ones that fell into several persons. */
  splitComponents: number;
  /** Pairs on which a person of four slips or more hangs; table `bridge`. */
  bridges: number;
}

/** The work on all slips that forming persons asks for, and what reviewers judged. */
export interface FormingPersons {
  readonly judged: JudgedPairs;
  readonly join: (joining: Joining) => Promise<number[]>;
  readonly settle: (components: Components) => Promise<Settled[]>;
}

/**
 * Turns weighed pairs into persons: table `person` (n, person), persons numbered from 1 in the order of their smallest slip; the pairs near
 * the cut-off go to the table `pair`. Pairs from the cut-off on are joined by union-find; what is not beyond doubt in the components is
 * settled (`settle.ts`).
 */
export async function formPersons(
  engine: Engine,
  { cut_off: cutOff }: LinkageModel,
  { pairs, writing, linked }: ComparedPairs,
  { judged, join, settle }: FormingPersons,
): Promise<PersonCount> {
  const person = await joinComponents({ pairs, linked }, cutOff, join);
  const suspects = new Set<number>();
  for (const [a, b] of judged.apart()) if (person[a] === person[b]) suspects.add(person[a] as number);
  const [settled] = await Promise.all([
    settle({
      ...{ person, members: sharedIntegers(person.length), starts: sharedIntegers(person.length + 1), suspects },
      ...{ cutOff, writing, linked: linked.parents },
    }),
    storeNearPairs(engine, cutOff, pairs),
  ]);
  const bridges = settled.flatMap(part => part.bridges);
  await storeBridges(engine, bridges);
  return {
    persons: await storePersons(engine, person),
    judgedComponents: settled.reduce((sum, part) => sum + part.judgedComponents, 0),
    splitComponents: settled.reduce((sum, part) => sum + part.splitComponents, 0),
    bridges: bridges.length,
  };
}

async function storeBridges(engine: Engine, bridges: readonly (readonly [number, number])[]): Promise<void> {
  await engine.run('create or replace table bridge (a integer, b integer)');
  await engine.appendColumns('bridge', [Int32Array.from(bridges, ([a]) => a), Int32Array.from(bridges, ([, b]) => b)]);
}

async function storePersons(engine: Engine, root: Int32Array): Promise<number> {
  const [n, person] = [new Int32Array(root.length), new Int32Array(root.length)];
  let persons = 0;
  for (let slip = 0; slip < root.length; slip++) {
    n[slip] = slip;
    const first = root[slip] as number;
    person[slip] = first === slip ? ++persons : (person[first] as number);
  }
  await engine.run('create or replace table person (n integer, person integer)');
  await engine.appendColumns('person', [n, person]);
  return persons;
}

/** Table `pair` (a, b, weight): the pairs near the cut-off, each once. */
async function storeNearPairs(engine: Engine, cutOff: number, pairs: PairList): Promise<void> {
  await engine.run('create or replace temp table found_pair (a integer, b integer, weight float)');
  const { a, b, weight } = pairs.filter(found => Math.abs(found - cutOff) <= FLOOR).columns;
  await engine.appendColumns('found_pair', [a, b, weight]);
  await engine.run('create or replace table pair as select distinct a, b, weight from found_pair');
  await engine.run('drop table found_pair');
}
