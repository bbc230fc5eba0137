import { sharedIntegers } from './shared.ts';

/**
 * Disjoint sets over the numbers 0 … size − 1; the smallest member is the root, so that the outcome does not hang on the order. Several
 * threads may ask and join at the same time.
 */
export class UnionFind {
  readonly parents: Int32Array;

  /** @param parents those of the same sets in another thread */
  constructor(size: number, parents?: Int32Array) {
    this.parents = parents ?? sharedIntegers(size);
    if (parents === undefined) for (let member = 0; member < size; member++) this.parents[member] = member;
  }

  /** The same sets, to be joined further on their own. */
  copy(): UnionFind {
    const parents = sharedIntegers(this.parents.length);
    parents.set(this.parents);
    return new UnionFind(parents.length, parents);
  }

  find(member: number): number {
    const parent = this.parents;
    let at = member;
    while (true) {
      const up = parent[at] as number;
      if (up === at) return at;
      const next = parent[up] as number;
      parent[at] = next;
      at = next;
    }
  }

  /**
   * Sets the roots of members one by one. Each step goes over all of them: what a processor waits for from memory it then asks for many
   * at a time.
   */
  findAll(members: Int32Array, roots: Int32Array): void {
    const parent = this.parents;
    for (let at = 0; at < members.length; at++) roots[at] = parent[members[at] as number] as number;
    for (let at = 0; at < members.length; at++) {
      const up = roots[at] as number;
      if (parent[up] !== up) roots[at] = this.find(up);
    }
  }

  union(left: number, right: number): void {
    while (true) {
      const [a, b] = [this.find(left), this.find(right)];
      if (a === b) return;
      // Another thread may just have given the root a parent; then it is tried again from there.
      const root = Math.max(a, b);
      if (Atomics.compareExchange(this.parents, root, root, Math.min(a, b)) === root) return;
    }
  }
}
