import { romanise } from '../../common/names/romanisations.ts';
import { romanian } from './letters.ts';
import type { Word } from './words.ts';

/** The patronymics that a father's given name makes. */
export interface Patronymic {
  readonly son: Word;
  readonly daughter: Word;
}

const RUSSIAN_ROOTS: Readonly<Record<string, string>> = {
  ...{ Павел: 'Павлович', Лев: 'Львович', Пётр: 'Петрович', Яков: 'Яковлевич', Михаил: 'Михайлович', Илья: 'Ильич' },
  ...{ Дмитрий: 'Дмитриевич', Георгий: 'Георгиевич', Никита: 'Никитич', Савелий: 'Савельевич', Фёдор: 'Фёдорович' },
};

/** Russian: Иванович, Ивановна; also what most people of the other nations bear in Russian papers. */
export function russianPatronymic(father: string): { son: string; daughter: string } {
  const son = RUSSIAN_ROOTS[father] ?? regularPatronymic(father);
  return { son, daughter: daughterOf(son) };
}

/** Makes the patronymic of a nation whose own writing of it is `national` of the Russian one or of the father's name. */
export function asInRussian(father: Word, national: (russian: string, father: string) => string): Patronymic {
  const { son, daughter } = russianPatronymic(father.russian);
  return {
    son: { russian: son, national: national(son, father.national) },
    daughter: { russian: daughter, national: national(daughter, father.national) },
  };
}

/** A word after the name instead of an ending: Azerbaijani оглы, Kyrgyz уулу; `joined` where it is written together. */
export function withChildWord(
  father: Word,
  son: readonly [string, string],
  daughter: readonly [string, string],
): Patronymic {
  const word = ([russian, national]: readonly [string, string]) => ({
    russian: father.russian + russian,
    national: father.national + national,
  });
  return { son: word(son), daughter: word(daughter) };
}

/** Belarusian: Іванавіч, Іванаўна. */
export function belarusianPatronymic(father: Word): Patronymic {
  const name = father.national;
  const soft = /й$|ь$/.test(name);
  const stem = /[йьоа]$/.test(name) ? name.slice(0, -1) : name;
  const { son, daughter } = russianPatronymic(father.russian);
  return {
    son: { russian: son, national: stem + (soft ? 'евіч' : 'авіч') },
    daughter: { russian: daughter, national: stem + (soft ? 'еўна' : 'аўна') },
  };
}

/** Ukrainian: Іванович, Іванівна. */
export function ukrainianPatronymic(father: Word): Patronymic {
  const name = father.national;
  const stem = /[йьоа]$/.test(name) ? name.slice(0, -1) : name;
  const { son, daughter } = russianPatronymic(father.russian);
  const [sonEnding, daughterEnding] = name.endsWith('й') ? ['йович', 'ївна'] : ['ович', 'івна'];
  return {
    son: { russian: son, national: stem + sonEnding },
    daughter: { russian: daughter, national: stem + daughterEnding },
  };
}

/** Romanian writing of the Russian form. */
export function moldovanPatronymic(father: Word): Patronymic {
  return asInRussian(father, romanian);
}

/** Latin writing of the Russian form by a scheme. */
export function latinPatronymic(father: Word, scheme: 'uz' | 'az' | 'english'): Patronymic {
  return asInRussian(father, russian => romanise(russian, scheme));
}

function regularPatronymic(father: string): string {
  if (/[бвгдзклмнпрстфх]ий$/.test(father)) return `${father.slice(0, -2)}ьевич`;
  if (/[йь]$/.test(father)) return `${father.slice(0, -1)}евич`;
  if (/у$/.test(father)) return `${father.slice(0, -1)}ович`;
  return /[аеёиоэюяжчшц]$/.test(father) ? `${father}евич` : `${father}ович`;
}

function daughterOf(son: string): string {
  if (/[ое]вич$/.test(son)) return son.replace(/ич$/, 'на');
  return son.endsWith('ьич') ? `${son.slice(0, -2)}инична` : `${son}на`;
}
