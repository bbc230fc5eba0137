import { counted } from '../../../src/common/wording/plural.ts';

/** "1 move", "2 moves"; nouns of another plural give it. */
export function count(value: number, one: string, many = `${one}s`): string {
  return counted(value, { one, few: many, many }, 'en');
}
