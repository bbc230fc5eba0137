import { belarusian, ukrainian } from './letters.ts';
import { type NameLists, readRussianSurnames, type Word } from './words.ts';

/** A surname in its two forms; where the language knows one only, both are the same. */
export interface Surname {
  readonly man: Word;
  readonly woman: Word;
}

type Join = (russian: string, national: string) => Surname;

/** Russian surnames in the order of commonness. */
export function russianSurnames(): readonly Surname[] {
  return readRussianSurnames().map(surname => slavic(surname, spelling => spelling));
}

/** Belarusian ones: the list of the nation, then two thousand Russian ones, as many people bear. */
export function belarusianSurnames(lists: NameLists): readonly Surname[] {
  const russian = readRussianSurnames().slice(0, 2000);
  return [...lists.surnames.map(word => word.russian), ...russian].map(surname => slavic(surname, belarusian));
}

/** Ukrainian ones: the common ones, every stem with the usual endings, and some Russian ones. */
export function ukrainianSurnames(lists: NameLists): readonly Surname[] {
  const made = ['енко', 'чук', 'юк', 'ский'].flatMap(ending => lists.stems.map(stem => stem.russian + ending));
  const all = [...lists.surnames.map(word => word.russian), ...made, ...readRussianSurnames().slice(0, 600)];
  return all.map(surname => slavic(surname, ukrainian));
}

/** Surnames made of personal names: stems, compounds of two parts, and whole ones; each with the endings in turn, commonest first. */
export function madeSurnames(lists: NameLists, endings: readonly Join[]): readonly Surname[] {
  const compounds = lists.tails.flatMap(tail =>
    lists.heads.map(head => ({ russian: head.russian + tail.russian, national: head.national + tail.national })),
  );
  const whole = lists.surnames.map(word => ({ man: word, woman: word }));
  const stems = [...lists.stems, ...compounds];
  return [...whole, ...endings.flatMap(join => stems.map(stem => join(stem.russian, stem.national)))];
}

/** -ов, -ев; women -ова, -ева. */
export const withOv: Join = (russian, national) => {
  const base = ov(russian);
  const own = /[a-z]/i.test(national) ? latinOv(national) : ov(national);
  return pair(base, `${base}а`, own, own + (own.endsWith('v') ? 'a' : 'а'));
};

/** Kazakh -улы and -кызы written together with the name, as the younger generation does. */
export const withUly: Join = (russian, national) =>
  pair(`${russian}улы`, `${russian}кызы`, `${national}ұлы`, `${national}қызы`);

/** One form for both sexes: Armenian -ян, Tajik -зода, Azerbaijani -заде. */
export function withEnding(russianEnding: string, nationalEnding: string): Join {
  return (russian, national) => {
    const word = { russian: russian + russianEnding, national: national + nationalEnding };
    return { man: word, woman: word };
  };
}

/** The man's surname in Russian and the woman's that belongs to it. */
function slavic(man: string, national: (russian: string) => string): Surname {
  const woman = womansForm(man);
  return pair(man, woman, national(man), national(woman));
}

function womansForm(man: string): string {
  if (/[оеё]в$|[иы]н$/.test(man)) return `${man}а`;
  if (/(?:ий|ый|ой)$/.test(man)) return `${man.slice(0, -2)}ая`;
  return man;
}

function ov(stem: string): string {
  if (/[йь]$/.test(stem)) return `${stem.slice(0, -1)}ев`;
  return /[аеёиоуыэюяәөүұіӣӯжчшщц]$/.test(stem) ? `${stem}ев` : `${stem}ов`;
}

function latinOv(stem: string): string {
  if (/[aeəiıouüö]$/.test(stem)) return `${stem}yev`;
  return /[sc]h$|y$/.test(stem) ? `${stem}ev` : `${stem}ov`;
}

function pair(man: string, woman: string, nationalMan: string, nationalWoman: string): Surname {
  return { man: { russian: man, national: nationalMan }, woman: { russian: woman, national: nationalWoman } };
}
