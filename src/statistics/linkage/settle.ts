import { agglomerate, type Evidence } from './agglomerate.ts';
import type { Identity } from './identity.ts';
import { type JudgedColumns, JudgedPairs } from './judged-pairs.ts';
import { FIRM, type LinkageModel } from './model.ts';
import { PairWeigher } from './pair-weigher.ts';
import type { Part } from './part.ts';
import { UnionFind } from './union-find.ts';

/** Components of slips, in which persons are to be found. */
export interface Components {
  /** Of every slip the smallest one of its component; settling makes it the smallest one of its person. */
  readonly person: Int32Array;
  /** Room for the slips by component, each ascending: those of root `i` will lie from `starts[i]` up to `starts[i + 1]`. */
  readonly members: Int32Array;
  readonly starts: Int32Array;
  /** As in `ComparedPairs`; of `linked` the parents. */
  readonly writing: Int32Array;
  readonly linked: Int32Array;
  /** Roots of components with a forbidden pair inside: they are judged as a whole even where every other pair agrees. */
  readonly suspects: ReadonlySet<number>;
  readonly cutOff: number;
}

/** What became of components. */
export interface Settled {
  judgedComponents: number;
  splitComponents: number;
  /** Pairs on which a person of four slips or more hangs. */
  bridges: (readonly [number, number])[];
}

type Weigher = Pick<PairWeigher, 'fetch' | 'weigh' | 'contrary'>;

/** A thread's part of the settling. */
export function settlePart(
  task: Components & { identity: Identity; model: LinkageModel; judged: JudgedColumns },
  part: Part,
): Settled {
  return settleComponents(task, new PairWeigher(task.identity, task.model, new JudgedPairs(task.judged)), part);
}

/** Neighbouring roots that a thread takes together. Small slips are roots more often than large ones, so that threads take turns. */
const TURN = 1024;

/**
 * Where a component holds two writings that are not linked firmly, all its pairs are weighed and it is split where the evidence contradicts
 * itself.
 */
export function settleComponents(components: Components, weigher: Weigher, part: Part): Settled {
  const { person, members, starts, suspects, cutOff } = components;
  const linked = new UnionFind(person.length, components.linked);
  const evidenceFinder = new EvidenceFinder(weigher);
  const settled: Settled = { judgedComponents: 0, splitComponents: 0, bridges: [] };
  gatherMembers(components, part);
  part.meet();
  for (let turn = part.number * TURN; turn < person.length; turn += part.parts * TURN) {
    const endOfTurn = Math.min(turn + TURN, person.length);
    weigher.fetch(members, starts[turn] as number, starts[endOfTurn] as number);
    for (let root = turn; root < endOfTurn; root++) {
      const [start, end] = [starts[root] as number, starts[root + 1] as number];
      if (end - start < 2) continue;
      const slips = members.subarray(start, end);
      if (!suspects.has(root) && isFirm(slips, { components, linked, weigher })) continue;
      settled.judgedComponents++;
      const evidence = evidenceFinder.find(slips);
      if (isUnanimous(evidence, cutOff)) continue;
      const { clusters, bridges } = agglomerate(evidence, cutOff);
      if (clusters.length > 1) settled.splitComponents++;
      settled.bridges.push(...bridges);
      for (const cluster of clusters) for (const member of cluster) person[member] = cluster[0] as number;
    }
  }
  return settled;
}

/** Puts the slips of components side by side: a part those of the roots that are its share. */
function gatherMembers({ person, members, starts }: Components, part: Part): void {
  const slips = person.length;
  const [first, end] = part.share(slips);
  let ahead = 0;
  for (let slip = 0; slip < slips; slip++) {
    const root = person[slip] as number;
    if (root < first) ahead++;
    else if (root < end) starts[root] = (starts[root] as number) + 1;
  }
  for (let root = first; root < end; root++) {
    ahead += starts[root] as number;
    starts[root] = ahead;
  }
  if (end === slips) starts[end] = slips;
  // Each root now stands where its slips end, and comes to where they begin as they are put down from the last on.
  for (let slip = slips - 1; slip >= first; slip--) {
    const root = person[slip] as number;
    if (root < first || root >= end) continue;
    const place = (starts[root] as number) - 1;
    members[place] = slip;
    starts[root] = place;
  }
}

/** Whether every two writings of a component are linked firmly; elsewhere a chain or two namesakes may hide. */
function isFirm(
  slips: Int32Array,
  {
    components: { person, writing, cutOff },
    linked,
    weigher,
  }: { components: Components; linked: UnionFind; weigher: Weigher },
): boolean {
  const root = slips[0];
  const written: number[] = [];
  for (const slip of slips) {
    const first = writing[slip] as number;
    if (first === slip || person[first] !== root) written.push(slip);
  }
  const [first, second] = written;
  if (first === undefined || second === undefined) return true;
  if (written.length === 2) return linked.find(first) === linked.find(second);
  const firm = cutOff + FIRM;
  for (let x = 0; x < written.length; x++) {
    for (let y = x + 1; y < written.length; y++)
      if (weigher.weigh(written[x] as number, written[y] as number, firm) < firm) return false;
  }
  return true;
}

/** Finds the evidence inside components, one after the other; its room is used again each time. */
class EvidenceFinder {
  readonly #weigher: Weigher;
  #weight = new Float32Array(0);
  #contrary = new Float32Array(0);

  constructor(weigher: Weigher) {
    this.#weigher = weigher;
  }

  find(members: Int32Array): Evidence {
    const size = members.length;
    if (size * size > this.#weight.length) {
      this.#weight = new Float32Array(size * size);
      this.#contrary = new Float32Array(size * size);
    }
    const [weight, contrary] = [this.#weight, this.#contrary];
    for (let x = 0; x < size; x++) {
      for (let y = x + 1; y < size; y++) {
        weight[x * size + y] = this.#weigher.weigh(members[x] as number, members[y] as number);
        contrary[x * size + y] = this.#weigher.contrary();
      }
    }
    return { members, weight, contrary };
  }
}

/** Whether all pairs agree, with nothing against them: such a component is one person without further thought. */
function isUnanimous({ members: { length: size }, weight, contrary }: Evidence, cutOff: number): boolean {
  for (let x = 0; x < size; x++) {
    for (let y = x + 1; y < size; y++) {
      const pair = x * size + y;
      if ((weight[pair] as number) < cutOff || contrary[pair] !== 0) return false;
    }
  }
  return true;
}
