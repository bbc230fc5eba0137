import { describe, expect, it } from 'vitest';
import { BLOCKING_RULES } from './blocking.ts';
import { COMPARISONS } from './comparisons.ts';
import { type Lesson, learnedM } from './lessons.ts';

const start = COMPARISONS.map(({ levels }) => levels.map(level => level.m));
const placeOf = (comparison: string) => COMPARISONS.findIndex(({ name }) => name === comparison);

/** A lesson in which the last level of every comparison, wholly different, has the given chance, and the first has the rest. */
function lesson(rule: string, different: number, pairs: number): Lesson {
  const found = BLOCKING_RULES.find(({ name }) => name === rule);
  if (found === undefined) throw new Error(`no rule ${rule}`);
  const m = COMPARISONS.map(({ levels }) =>
    levels.map((_, at) => (at === levels.length - 1 ? different : at === 0 ? 1 - different : 0)),
  );
  return { rule: found, estimate: { m, taught: COMPARISONS.map(() => pairs), matches: pairs, rounds: 1 } };
}

describe('what is learned from several lessons', () => {
  it('is their mean by the pairs that taught them', () => {
    const learned = learnedM(start, [
      lesson('surname, birth date', 0.1, 100),
      lesson('given name, birth date', 0.4, 200),
    ]);
    expect(learned[placeOf('sex')]?.at(-1)).toBeCloseTo(0.3, 10);
  });

  it('is of birth dates what shared documents teach, where these are enough', () => {
    const namesakes = lesson('surname, given name, patronymic', 0.5, 5000);
    const differing = (documents: number) =>
      learnedM(start, [lesson('document', 0.01, documents), namesakes])[placeOf('birth_date')]?.at(-1);
    expect(differing(1000)).toBeCloseTo(0.01, 10);
    expect(differing(100)).toBeGreaterThan(0.4);
  });

  it('is of other comparisons what all teach, and where none does, what one started from', () => {
    const [documents, namesakes] = [
      lesson('document', 0.1, 1000),
      lesson('surname, given name, patronymic', 0.5, 1000),
    ];
    expect(learnedM(start, [documents, namesakes])[placeOf('sex')]?.at(-1)).toBeCloseTo(0.3, 10);
    expect(learnedM(start, [lesson('document', 0.1, 0)])).toEqual(start);
  });
});
