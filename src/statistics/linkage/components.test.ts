import { describe, expect, it } from 'vitest';
import { type Edges, joinComponents } from './components.ts';

const FIRM = 20;
const WEAK = 1;

describe('components', () => {
  it('join what pairs join, directly or through others, and leave the rest alone', () => {
    const { root } = joinComponents(6, edges(6, [0, 1, FIRM], [1, 2, FIRM], [4, 5, FIRM]), 0);
    expect([...root]).toEqual([0, 0, 0, 3, 4, 4]);
  });

  it('are doubted where two slips are not joined directly, or not firmly', () => {
    const given = edges(
      10,
      ...[...all([0, 1, 2], FIRM), ...[chain(3, 4), chain(4, 5)]],
      ...[[6, 7, WEAK] as const, [8, 9, FIRM] as const],
    );
    expect(joinComponents(10, given, 0).doubted).toEqual(new Set([3, 6]));
  });

  it('are not doubted for slips written alike, which need no pairs of their own', () => {
    const given = edges(4, [0, 1, FIRM], [1, 2, FIRM], [0, 3, FIRM]);
    given.writing.set([0, 1, 1, 1]);
    expect(joinComponents(4, given, 0).doubted.size).toBe(0);
  });

  it('of more slips than a person can have let go of their weak pairs until they fall apart', () => {
    const groups = 4;
    const size = 100;
    const slips = groups * size;
    const strong = Array.from({ length: groups }, (_, group) => star(group * size, size)).flat();
    const weak = [0, 1, 2].map(group => [group * size, (group + 1) * size, WEAK] as const);
    const { root } = joinComponents(slips, edges(slips, ...strong, ...weak), 0);
    expect(root).toEqual(new Int32Array(slips).map((_, slip) => Math.floor(slip / size) * size));
  });

  it('within the size of a person keep their weak pairs beside an oversized one', () => {
    const slips = 310;
    const wide = edges(slips, ...star(0, 305, WEAK), [306, 307, WEAK]);
    const { root } = joinComponents(slips, wide, 0);
    expect(root[307]).toBe(306);
    expect(new Set(root.subarray(0, 305)).size).toBeGreaterThan(1);
  });

  it('are the same in whatever order the pairs come', () => {
    const given = [...star(0, 200), ...star(200, 200), [3, 250, WEAK] as const, chain(400, 402), chain(402, 401)];
    const forward = joinComponents(403, edges(403, ...given), 0);
    const backward = joinComponents(403, edges(403, ...given.toReversed()), 0);
    expect(backward).toEqual(forward);
  });
});

type Edge = readonly [a: number, b: number, weight: number];

function edges(slips: number, ...given: readonly Edge[]): Edges {
  return {
    a: Int32Array.from(given, ([a]) => a),
    b: Int32Array.from(given, ([, b]) => b),
    weight: Float32Array.from(given, ([, , weight]) => weight),
    writing: new Int32Array(slips).map((_, slip) => slip),
  };
}

function chain(a: number, b: number): Edge {
  return [a, b, FIRM];
}

function star(centre: number, size: number, weight = FIRM): Edge[] {
  return Array.from({ length: size - 1 }, (_, at) => [centre, centre + at + 1, weight]);
}

function all(members: readonly number[], weight: number): Edge[] {
  return members.flatMap(a => members.filter(b => b > a).map(b => [a, b, weight] as const));
}
