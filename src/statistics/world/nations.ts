import {
  asInRussian,
  belarusianPatronymic,
  latinPatronymic,
  moldovanPatronymic,
  type Patronymic,
  ukrainianPatronymic,
  withChildWord,
} from './patronymics.ts';
import type { Random } from './random.ts';
import {
  belarusianSurnames,
  madeSurnames,
  russianSurnames,
  type Surname,
  ukrainianSurnames,
  withEnding,
  withOv,
  withUly,
} from './surnames.ts';
import { type Weighted, zipf } from './weighted.ts';
import { type NameLists, readNameLists, type Word } from './words.ts';

/** A nation: whose names its people bear and where they come from. */
export interface Nation {
  readonly name: string;
  /** The state that bears its name. */
  readonly home: string;
  /** Share among the people of a world of all the states. */
  readonly share: number;
  /** Share of birthdays on 1 January, where nobody knew the day. */
  readonly newYear: number;
  readonly men: Weighted<GivenName>;
  readonly women: Weighted<GivenName>;
  readonly surnames: Weighted<Surname>;
}

/** A given name; a man's with the patronymics it makes, one for each custom of the nation. */
export interface GivenName {
  readonly word: Word;
  readonly patronymics: readonly Patronymic[];
}

interface NationPlan {
  readonly name: string;
  readonly home: string;
  readonly share: number;
  readonly newYear: number;
  readonly surnames: (lists: NameLists) => readonly Surname[];
  /** Customs of making a patronymic; a family follows one of them. */
  readonly patronymics: readonly ((father: Word) => Patronymic)[];
}

const SAME = (russian: string) => russian;
const IN_RUSSIAN = (father: Word) => asInRussian(father, SAME);

const PLANS: readonly NationPlan[] = [
  {
    ...{ name: 'russian', home: 'RU', share: 36, newYear: 0.004 },
    surnames: russianSurnames,
    patronymics: [IN_RUSSIAN],
  },
  {
    ...{ name: 'belarusian', home: 'BY', share: 12, newYear: 0.004 },
    surnames: belarusianSurnames,
    patronymics: [belarusianPatronymic],
  },
  {
    ...{ name: 'ukrainian', home: 'UA', share: 10, newYear: 0.004 },
    surnames: ukrainianSurnames,
    patronymics: [ukrainianPatronymic],
  },
  {
    ...{ name: 'kazakh', home: 'KZ', share: 9, newYear: 0.015 },
    surnames: lists => madeSurnames(lists, [withOv, withUly]),
    patronymics: [IN_RUSSIAN, IN_RUSSIAN, father => withChildWord(father, ['улы', 'ұлы'], ['кызы', 'қызы'])],
  },
  {
    ...{ name: 'kyrgyz', home: 'KG', share: 7, newYear: 0.02 },
    surnames: lists => madeSurnames(lists, [withOv]),
    patronymics: [
      IN_RUSSIAN,
      IN_RUSSIAN,
      IN_RUSSIAN,
      father => withChildWord(father, [' уулу', ' уулу'], [' кызы', ' кызы']),
    ],
  },
  {
    ...{ name: 'tajik', home: 'TJ', share: 7, newYear: 0.025 },
    surnames: lists => madeSurnames(lists, [withOv, withEnding('зода', 'зода')]),
    patronymics: [IN_RUSSIAN],
  },
  {
    ...{ name: 'uzbek', home: 'UZ', share: 9, newYear: 0.02 },
    surnames: lists => madeSurnames(lists, [withOv]),
    patronymics: [
      father => latinPatronymic(father, 'uz'),
      father => latinPatronymic(father, 'uz'),
      father => withChildWord(father, [' угли', ' o‘g‘li'], [' кизи', ' qizi']),
    ],
  },
  {
    ...{ name: 'azerbaijani', home: 'AZ', share: 5, newYear: 0.015 },
    surnames: lists => madeSurnames(lists, [withOv, withEnding('заде', 'zadə'), withEnding('лы', 'lı')]),
    patronymics: [
      father => withChildWord(father, [' оглы', ' oğlu'], [' кызы', ' qızı']),
      father => withChildWord(father, [' оглы', ' oğlu'], [' кызы', ' qızı']),
      father => latinPatronymic(father, 'az'),
    ],
  },
  {
    ...{ name: 'armenian', home: 'AM', share: 5, newYear: 0.01 },
    surnames: lists => madeSurnames(lists, [withEnding('ян', 'yan'), withEnding('янц', 'yants')]),
    patronymics: [
      father => latinPatronymic(father, 'english'),
      father => asInRussian(father, (_, name) => (name.endsWith('i') ? name : `${name}i`)),
    ],
  },
  {
    ...{ name: 'moldovan', home: 'MD', share: 4, newYear: 0.005 },
    surnames: lists => madeSurnames(lists, []),
    patronymics: [moldovanPatronymic],
  },
];

let nations: readonly Nation[] | undefined;

/** All nations, with their names read from `data/world/names` once. */
export function allNations(): readonly Nation[] {
  nations ??= PLANS.map(buildNation);
  return nations;
}

/** Draws a given name for a man or a woman. */
export function drawGivenName(nation: Nation, sex: 'M' | 'F', random: Random): GivenName {
  return (sex === 'M' ? nation.men : nation.women).draw(random);
}

function buildNation({ name, home, share, newYear, surnames, patronymics }: NationPlan): Nation {
  const lists = readNameLists(name);
  const men = lists.men.map(word => ({ word, patronymics: patronymics.map(custom => custom(word)) }));
  const women = lists.women.map(word => ({ word, patronymics: [] }));
  return { name, home, share, newYear, men: zipf(men, 6), women: zipf(women, 6), surnames: zipf(surnames(lists), 15) };
}
