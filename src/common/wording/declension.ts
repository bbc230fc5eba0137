export type RussianCase = 'genitive' | 'accusative' | 'instrumental' | 'prepositional';

type Endings = readonly [genitive: string, accusative: string, instrumental: string, prepositional: string];

/** Endings of the regular names of states; the first that fits serves. */
const DECLENSIONS: readonly (readonly [ending: RegExp, cut: number, endings: Endings])[] = [
  [/^[А-ЯЁ][а-яё]+ия$/, 1, ['и', 'ю', 'ей', 'и']],
  [/^[А-ЯЁ][а-яё]+(?:стан|жан)$/, 0, ['а', '', 'ом', 'е']],
  [/^[А-ЯЁ][а-яё]+ай$/, 1, ['я', 'й', 'ем', 'е']],
  [/^[А-ЯЁ][а-яё]+[бвдлмнпрст]а$/, 1, ['ы', 'у', 'ой', 'е']],
  [/^Беларусь$/, 1, ['и', 'ь', 'ью', 'и']],
  [/^Польша$/, 1, ['и', 'у', 'ей', 'е']],
  [/^(?:Вьетнам|Ирак|Иран|Кипр|Ливан|Люксембург)$/, 0, ['а', '', 'ом', 'е']],
  [/^Израиль$/, 1, ['я', 'ь', 'ем', 'е']],
  [/^Нидерланды$/, 1, ['ов', 'ы', 'ами', 'ах']],
];

const CASES: readonly RussianCase[] = ['genitive', 'accusative', 'instrumental', 'prepositional'];

/** The word that bears the case where the name itself is not of a regular pattern: «государства Того». */
const GENERIC: Readonly<Record<RussianCase, string>> = {
  genitive: 'государства',
  accusative: 'государство',
  instrumental: 'государством',
  prepositional: 'государстве',
};

/** A state's Russian name in an oblique case: «Беларусь» gives «Беларуси», «Беларусь», «Беларусью». */
export function declineState(name: string, grammaticalCase: RussianCase): string {
  for (const [pattern, cut, endings] of DECLENSIONS) {
    if (!pattern.test(name)) continue;
    return name.slice(0, name.length - cut) + endings[CASES.indexOf(grammaticalCase)];
  }
  return `${GENERIC[grammaticalCase]} ${name}`;
}
