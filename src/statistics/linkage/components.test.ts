import { describe, expect, it } from 'vitest';
import { CERTAIN } from './agglomerate.ts';
import { joinComponents } from './components.ts';
import { Crew } from './crew.ts';
import { PairList } from './pair-list.ts';
import { UnionFind } from './union-find.ts';

const FIRM = 20;
const WEAK = 1;
const MANY = 1_000_000;

async function joined(found: ReturnType<typeof compared>, crew = Crew.alone()): Promise<Int32Array> {
  try {
    return await joinComponents(found, 0, joining => crew.run('join', joining));
  } finally {
    await crew.dismiss();
  }
}

describe('components', () => {
  it('join what pairs join, directly or through others, and leave the rest alone', async () => {
    const root = await joined(compared(6, [0, 1, FIRM], [1, 2, FIRM], [4, 5, FIRM]));
    expect([...root]).toEqual([0, 0, 0, 3, 4, 4]);
  });

  it('join what was judged the same, which nothing else links', async () => {
    expect([...(await joined(compared(3, [0, 2, CERTAIN])))]).toEqual([0, 1, 0]);
  });

  it('of more slips than a person can have let go of their weak pairs until they fall apart', async () => {
    const groups = 4;
    const size = 100;
    const slips = groups * size;
    const strong = Array.from({ length: groups }, (_, group) => star(group * size, size)).flat();
    const weak = [0, 1, 2].map(group => [group * size, (group + 1) * size, WEAK] as const);
    const root = await joined(compared(slips, ...strong, ...weak));
    expect(root).toEqual(new Int32Array(slips).map((_, slip) => Math.floor(slip / size) * size));
  });

  it('within the size of a person keep their weak pairs beside an oversized one', async () => {
    const slips = 310;
    const wide = compared(slips, ...star(0, 305, WEAK), [306, 307, WEAK]);
    const root = await joined(wide);
    expect(root[307]).toBe(306);
    expect(new Set(root.subarray(0, 305)).size).toBeGreaterThan(1);
  });

  it('are the same in whatever order the pairs come', async () => {
    const given = [...star(0, 200), ...star(200, 200), [3, 250, WEAK] as const, chain(400, 402), chain(402, 401)];
    const forward = await joined(compared(403, ...given));
    const backward = await joined(compared(403, ...given.toReversed()));
    expect(backward).toEqual(forward);
  });

  it('are the same however many threads join them', async () => {
    const slips = 5000;
    const far = (slip: number): Edge => [slip, (slip * 7) % slips, WEAK];
    const chains = Array.from({ length: slips }, (_, slip) => (slip % 5 === 0 ? far(slip) : chain(slip, slip ^ 1)));
    const found = () => compared(slips, ...chains.filter(([a, b]) => a !== b), ...star(0, 400));
    const alone = await joined(found());
    expect(new Set(alone).size).toBeGreaterThan(1000);
    expect(await joined(found(), Crew.gather(MANY, 2))).toEqual(alone);
    expect(await joined(found(), Crew.gather(MANY, 3))).toEqual(alone);
  });
});

type Edge = readonly [a: number, b: number, weight: number];

/** Pairs as comparing leaves them: the firm ones linked. */
function compared(slips: number, ...given: readonly Edge[]): { pairs: PairList; linked: UnionFind } {
  const [pairs, linked] = [new PairList(), new UnionFind(slips)];
  for (const [a, b, weight] of given) {
    pairs.add(a, b, weight);
    if (weight === FIRM) linked.union(a, b);
  }
  return { pairs, linked };
}

function chain(a: number, b: number): Edge {
  return [a, b, FIRM];
}

function star(centre: number, size: number, weight = FIRM): Edge[] {
  return Array.from({ length: size - 1 }, (_, at) => [centre, centre + at + 1, weight]);
}
