import { stateName } from '../../common/states.ts';
import { type Act, statesOf } from '../register/act.ts';
import { RIGHT_WORDS } from '../rights/words.ts';

/** What acts are looked for by; what is absent narrows nothing. */
export interface ActSearch {
  /** Words that an act must have, in Russian or English, each by its beginning without its ending. */
  words?: string | undefined;
  state?: string | undefined;
  subject?: string | undefined;
}

/** The acts that a search finds, in the register's order. */
export function findActs(acts: Iterable<Act>, { words = '', state, subject }: ActSearch): Act[] {
  const stems = words.split(/[^\p{L}\p{N}]+/u).flatMap(word => stemOf(plain(word)) || []);
  return [...acts].filter(
    act =>
      (state === undefined || statesOf(act).includes(state)) &&
      (subject === undefined || act.subjects.includes(subject)) &&
      stems.every(stem => textOf(act).includes(stem)),
  );
}

function textOf(act: Act): string {
  const rights = act.provisions.flatMap(({ rules }) => rules.map(({ right }) => Object.values(RIGHT_WORDS[right])));
  const states = statesOf(act).flatMap(state => [stateName(state, 'ru'), stateName(state, 'en')]);
  const texts = act.provisions.map(({ text }) => [text.ru, text.en]);
  return plain(
    [
      act.id,
      act.title.ru,
      act.title.en,
      act.remark?.ru,
      act.remark?.en,
      act.place?.ru,
      act.place?.en,
      ...texts,
      ...rights,
      ...states,
    ].join(' '),
  );
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

const SHORTEST_STEM = 3;

/** «пенсия» and «пенсионный» begin alike; an English plural loses its s. */
function stemOf(word: string): string {
  const stem = word.replace(/[аеиоуыэюяйьм]+$|s$/, '');
  return stem.length < SHORTEST_STEM ? word : stem;
}
