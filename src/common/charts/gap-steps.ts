import type { Language } from '../language.ts';
import type { Range } from '../range.ts';
import { hiddenWords } from '../wording/hidden-words.ts';
import type { Worded } from '../wording/worded.ts';
import type { GapStep } from './gap-waterfall.ts';

interface Told {
  method: string;
  steps: readonly { name: Worded; role: GapStep['role']; kind: GapStep['kind']; persons: Range }[];
}

/**
 * A gap's lines as its picture shows them. Of a state's accounts both censuses become one line, what the second has less than the first:
 * beside ten million people nothing else would be seen.
 */
export function gapSteps({ method, steps }: Told, lang: Language): GapStep[] {
  const drawn = steps.map(({ name, role, kind, persons }): GapStep => ({ label: name[lang], role, kind, persons }));
  if (method !== 'accounts') return drawn;
  const [start, births, deaths, arrivals, departures, expected, end, ...rest] = drawn;
  if (!start || !births || !deaths || !arrivals || !departures || !expected || !end) return drawn;
  const persons = {
    low: start.persons.low - end.persons.high,
    value: start.persons.value - end.persons.value,
    high: start.persons.high - end.persons.low,
  };
  return [{ ...start, label: hiddenWords(lang).change, persons }, births, deaths, arrivals, departures, ...rest];
}
