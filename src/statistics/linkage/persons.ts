import type { Engine } from '../../engine/engine.ts';
import { agglomerate, type InnerPair } from './agglomerate.ts';
import { type ComparedPairs, FLOOR } from './candidate-pairs.ts';
import { joinComponents } from './components.ts';
import type { JudgedPairs } from './judged-pairs.ts';
import { FIRM, type LinkageModel } from './model.ts';
import type { PairWeigher } from './pair-weigher.ts';

type Weigher = Pick<PairWeigher, 'weigh' | 'contrary'>;

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

/**
 * Turns weighed pairs into persons: table `person` (n, person), persons numbered from 1 in the order of their smallest slip. Pairs from
 * the cut-off on are joined by union-find; where a component holds two writings that are not linked firmly, all its pairs are weighed and
 * it is split where the evidence contradicts itself.
 */
export async function formPersons(
  engine: Engine,
  { cut_off: cutOff }: LinkageModel,
  compared: ComparedPairs,
  { weigher, judged }: { weigher: Weigher; judged: JudgedPairs },
): Promise<PersonCount> {
  const person = joinComponents(compared.writing.length, compared.pairs, cutOff);
  const bridges: InnerPair[] = [];
  let judgedComponents = 0;
  let splitComponents = 0;
  // A component with a forbidden pair inside is judged as a whole even where every other pair agrees.
  const suspect = new Set<number>();
  for (const [a, b] of judged.apart()) if (person[a] === person[b]) suspect.add(person[a] as number);
  for (const members of componentsOf(person)) {
    const isSuspect = suspect.has(members[0] as number);
    if (!isSuspect && isFirm(members, compared, weigher, cutOff + FIRM)) continue;
    judgedComponents++;
    const inner = innerPairs(members, weigher);
    // A component whose pairs all agree, with nothing against them, is one person without further thought.
    if (inner.every(({ weight, contrary }) => weight >= cutOff && contrary === 0)) continue;
    const split = agglomerate(inner, cutOff);
    if (split.clusters.length > 1) splitComponents++;
    bridges.push(...split.bridges);
    for (const cluster of split.clusters) for (const member of cluster) person[member] = cluster[0] as number;
  }
  await storeBridges(engine, bridges);
  return { persons: await storePersons(engine, person), judgedComponents, splitComponents, bridges: bridges.length };
}

/** The members of each component of several slips, ascending. */
function* componentsOf(root: Int32Array): Generator<Int32Array> {
  const ends = new Int32Array(root.length);
  for (const at of root) ends[at] = (ends[at] as number) + 1;
  for (let at = 1; at < ends.length; at++) ends[at] = (ends[at] as number) + (ends[at - 1] as number);
  const members = new Int32Array(root.length);
  const starts = ends.slice();
  for (let slip = root.length - 1; slip >= 0; slip--) {
    const start = (starts[root[slip] as number] as number) - 1;
    members[start] = slip;
    starts[root[slip] as number] = start;
  }
  for (let at = 0; at < ends.length; at++) {
    const [start, end] = [starts[at] as number, ends[at] as number];
    if (end - start > 1) yield members.subarray(start, end);
  }
}

/** Whether every two writings of a component are linked firmly; elsewhere a chain or two namesakes may hide. */
function isFirm(members: Int32Array, { writing, linked }: ComparedPairs, weigher: Weigher, firm: number): boolean {
  const written = members.filter(slip => writing[slip] === slip || !members.includes(writing[slip] as number));
  const [first, second] = written;
  if (first === undefined || second === undefined) return true;
  if (written.length === 2) return linked.find(first) === linked.find(second);
  for (let x = 0; x < written.length; x++) {
    for (let y = x + 1; y < written.length; y++) {
      if (weigher.weigh(written[x] as number, written[y] as number, firm) < firm) return false;
    }
  }
  return true;
}

function innerPairs(members: Int32Array, weigher: Weigher): InnerPair[] {
  const pairs: InnerPair[] = [];
  for (let x = 0; x < members.length; x++) {
    for (let y = x + 1; y < members.length; y++) {
      const [a, b] = [members[x] as number, members[y] as number];
      pairs.push({ a, b, weight: weigher.weigh(a, b), contrary: weigher.contrary() });
    }
  }
  return pairs;
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

/** Table `pair` (a, b, weight): the pairs near the cut-off, each once. */
export async function storeNearPairs(
  engine: Engine,
  { cut_off: cutOff }: LinkageModel,
  { pairs }: ComparedPairs,
): Promise<void> {
  await engine.run('create or replace temp table found_pair (a integer, b integer, weight float)');
  await engine.append('found_pair', appender => {
    for (let at = 0; at < pairs.length; at++) {
      if (Math.abs(pairs.weight(at) - cutOff) > FLOOR) continue;
      appender.appendInteger(pairs.a(at));
      appender.appendInteger(pairs.b(at));
      appender.appendFloat(pairs.weight(at));
      appender.endRow();
    }
  });
  await engine.run('create or replace table pair as select distinct a, b, weight from found_pair');
  await engine.run('drop table found_pair');
}
