import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agglomerate, type Evidence, FORBIDDEN } from './agglomerate.ts';

describe('splitting a component', () => {
  it('parts two persons whom one weak false link joined', () => {
    const pairs = complete(6, (a, b) => (a < 3 === b < 3 ? 15 : a === 2 && b === 3 ? 2 : -12));
    expect(agglomerate(pairs, 0).clusters).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  it('parts two persons whom one strong false link joined, such as a shared document', () => {
    const pairs = complete(6, (a, b) => (a < 3 === b < 3 ? 12 : a === 2 && b === 3 ? 40 : -12));
    expect(agglomerate(pairs, 0).clusters.length).toBe(2);
  });

  it('keeps a person together who is joined through others where nothing speaks against it', () => {
    const pairs = complete(4, (a, b) => (b === a + 1 ? 12 : -1));
    expect(agglomerate(pairs, 0).clusters).toEqual([[0, 1, 2, 3]]);
  });

  it('keeps one slip with an error of its own, not two groups that contradict each other again and again', () => {
    const born = (slips: readonly number[]) => complete(6, (a, b) => evidence(slips.includes(a) === slips.includes(b)));
    expect(agglomerate(born([5]), 0).clusters.length).toBe(1);
    expect(agglomerate(born([3, 4, 5]), 0).clusters).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  it('never joins a forbidden pair, however much speaks for it', () => {
    fc.assert(
      fc.property(weights, forbidden, (given, [x, y]) => {
        fc.pre(x !== y);
        const pairs = complete(SIZE, (a, b) =>
          a === Math.min(x, y) && b === Math.max(x, y) ? FORBIDDEN : Math.abs(given[a * SIZE + b]!),
        );
        for (const cluster of agglomerate(pairs, 0).clusters)
          expect(cluster).not.toEqual(expect.arrayContaining([x, y]));
      }),
    );
  });

  it('puts every slip into one cluster', () => {
    fc.assert(
      fc.property(weights, given => {
        const { clusters } = agglomerate(
          complete(SIZE, (a, b) => given[a * SIZE + b]!),
          0,
        );
        expect(clusters.flat().sort((x, y) => x - y)).toEqual(Array.from({ length: SIZE }, (_, at) => at));
      }),
    );
  });

  it('with a higher cut-off joins no pair that is below it', () => {
    const pairs = complete(2, () => 7);
    expect(agglomerate(pairs, 7).clusters).toEqual([[0, 1]]);
    expect(agglomerate(pairs, 7.1).clusters).toEqual([[0], [1]]);
  });

  it('finds the pairs on which a person of four slips or more hangs', () => {
    const dumbbell = complete(6, (a, b) => (a < 3 === b < 3 ? 20 : a === 2 && b === 3 ? 10 : -1));
    const { clusters, bridges } = agglomerate(dumbbell, 0);
    expect(clusters).toEqual([[0, 1, 2, 3, 4, 5]]);
    expect(bridges).toEqual([[2, 3]]);
  });

  it('finds the pair by which two slips hang on many that all agree', () => {
    const pairs = complete(10, (a, b) => (b < 8 || a === 8 || (a === 0 && b === 9) ? 20 : -1));
    const { clusters, bridges } = agglomerate(pairs, 0);
    expect(clusters.length).toBe(1);
    expect(bridges).toEqual([[0, 9]]);
  });

  it('calls no pair a bridge that cuts off a single slip, or that another way goes round', () => {
    const tail = complete(4, (a, b) => (b < 3 || a === 2 ? 20 : -1));
    expect(agglomerate(tail, 0)).toMatchObject({ clusters: [[0, 1, 2, 3]], bridges: [] });
    const ring = complete(6, (a, b) => (b === a + 1 || b === a + 5 ? 20 : -1));
    expect(agglomerate(ring, 0)).toMatchObject({ clusters: [[0, 1, 2, 3, 4, 5]], bridges: [] });
  });

  it('joins pairs judged to be one person even where what they bring along disagrees', () => {
    const judged = new Set(['0 1', '2 3', '1 2']);
    const pairs = complete(4, (a, b) => (judged.has(`${a} ${b}`) ? 1000 : -30));
    expect(agglomerate(pairs, 0).clusters).toEqual([[0, 1, 2, 3]]);
  });
});

const SIZE = 7;
const weights = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: SIZE * SIZE, maxLength: SIZE * SIZE });
const forbidden = fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1));

interface PairEvidence {
  weight: number;
  contrary: number;
}

/** The evidence of all pairs of the slips 0 … size − 1. */
function complete(size: number, of: (a: number, b: number) => number | PairEvidence): Evidence {
  const members = Array.from({ length: size }, (_, at) => at);
  const [weight, contrary] = [new Float32Array(size * size), new Float32Array(size * size)];
  for (const a of members) {
    for (const b of members.slice(a + 1)) {
      const given = of(a, b);
      weight[a * size + b] = typeof given === 'number' ? given : given.weight;
      contrary[a * size + b] = typeof given === 'number' ? 0 : given.contrary;
    }
  }
  return { members, weight, contrary };
}

/** Names and document agree; the birth date too, or it takes most of that away. */
function evidence(alike: boolean): PairEvidence {
  return alike ? { weight: 18, contrary: 0 } : { weight: 6, contrary: -8 };
}
