/** What offices write where a person has no such name, lower case. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...['нет', 'нету', 'net', 'б/о', 'б.о.', 'б/и', 'б/ф', 'б/отч', 'б/отч.', 'без отчества', 'без имени', 'без фамилии'],
  ...['не указано', 'не указана', 'не указан', 'не имеет', 'не имеется', 'неизвестно', 'неизвестен', 'неизвестна'],
  ...[
    'не известно',
    'не известен',
    'не известна',
    'отсутствует',
    'отсутствие',
    'прочерк',
    'н/у',
    'н/д',
    'н/и',
    'неизв',
    'неизв.',
  ],
  ...[
    'нет отчества',
    'отчества нет',
    'отчество отсутствует',
    'имя отсутствует',
    'аноним',
    'bez otchestva',
    'ne ukazano',
  ],
  ...['няма', 'невядома', 'не пазначана', 'без імя па бацьку', 'немає', 'невідомо', 'без по батькові', 'не вказано'],
  ...[
    'жоқ',
    'жок',
    'белгісіз',
    'белгисиз',
    'йўқ',
    'yo‘q',
    "yo'q",
    'yoʻq',
    'yoq',
    'номаълум',
    "noma'lum",
    'yoxdur',
    'naməlum',
  ],
  ...[
    'unknown',
    'unk',
    'none',
    'n/a',
    'n.a.',
    'not known',
    'not stated',
    'not given',
    'no name',
    'no patronymic',
    'null',
  ],
  ...['undefined', 'fnu', 'lnu', 'mnu', 'anonymous', 'xxx', 'ххх', 'xx', 'хх', 'lipsă', 'necunoscut', 'չկա', 'არ არის'],
]);
const LONGEST = Math.max(...Array.from(PLACEHOLDERS, text => text.length)) + 4;
const SURROUNDINGS = /^[\s"'«»()[\]<>*–—_.-]+|[\s"'«»()[\]<>*–—_-]+$/g;

/** Whether the writing says that there is no name. */
export function isPlaceholder(written: string): boolean {
  if (written.length > LONGEST) return false;
  const text = written.toLowerCase();
  return PLACEHOLDERS.has(text) || PLACEHOLDERS.has(text.replace(SURROUNDINGS, '').replace(/\s+/g, ' '));
}
