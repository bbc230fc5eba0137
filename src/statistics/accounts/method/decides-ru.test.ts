import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../parameters.ts';
import { methodSteps } from './method-steps.ts';

describe('the method in Russian', () => {
  const [english, russian] = [methodSteps(DEFAULT_PARAMETERS, 'en'), methodSteps(DEFAULT_PARAMETERS, 'ru')];

  it('has the same steps with the same SQL', () => {
    expect(russian.map(({ name, sql }) => [name, sql])).toEqual(english.map(({ name, sql }) => [name, sql]));
  });

  it.each(english.map((step, at) => ({ ...step, at })))(
    'says the same numbers and codes of $name',
    ({ decides, at }) => {
      const words = russian[at]?.decides ?? '';
      expect(words).toMatch(/[а-я]/);
      expect(numbers(words)).toEqual(expect.arrayContaining(numbers(decides)));
      for (const code of decides.match(/\b[a-z]+_[a-z_]+\b/g) ?? []) expect(words).toContain(code);
    },
  );
});

function numbers(text: string): string[] {
  return text.match(/\d+/g) ?? [];
}
