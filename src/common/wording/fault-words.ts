import type { Language } from '../language.ts';
import type { Worded } from './worded.ts';

/** A fault for a reader: its name, and what should stand in its place, in Russian; files, commands and the API say that in English. */
interface FaultWords {
  name: Worded;
  expected: string | ((english: string) => string);
}

/** What is wrong with a row of slips, by the code that `faults.csv` bears. */
export const SLIP_FAULT_WORDS: Readonly<Record<string, FaultWords>> = {
  missing_value: {
    name: { en: 'a required value is missing', ru: 'нет обязательного значения' },
    expected: 'значение: без него листок не учесть',
  },
  bad_value: {
    name: { en: 'a value outside its list', ru: 'значение не из списка' },
    expected: english =>
      english
        .replace(/^a whole number of months, (\d+) to (\d+)$/, 'целое число месяцев, от $1 до $2')
        .replace(/ or empty$/, ' или пусто'),
  },
  bad_date: {
    name: { en: 'no such day, or another form', ru: 'нет такого дня или не та форма даты' },
    expected: english =>
      english
        .replace('a day ', 'день ')
        .replace(', or a month or year of that form', ', либо месяц или год той же формы')
        .replace(', not before ', ', не раньше '),
  },
  unknown_state: {
    name: { en: 'an unknown state', ru: 'неизвестное государство' },
    expected: english => english.replace(/^a state by its (.+) code$/, 'код государства, $1'),
  },
  date_in_future: {
    name: { en: 'a day still to come', ru: 'день ещё не наступил' },
    expected: english => english.replace('a day up to ', 'день не позже '),
  },
  event_before_birth: {
    name: { en: 'the event lies before the birth', ru: 'событие раньше рождения' },
    expected: 'день не раньше рождения',
  },
  registered_before_birth: {
    name: { en: 'registered before the birth', ru: 'регистрация раньше рождения' },
    expected: 'день не позже регистрации (registered_on)',
  },
  registered_before_event: {
    name: { en: 'registered before the event', ru: 'регистрация раньше события' },
    expected: english => english.replace(/^.* (\d+) days after (\w+)$/, 'день не позже чем через $1 дней после $2'),
  },
  office_mismatch: {
    name: { en: 'not of this office', ru: 'листок не этой службы' },
    expected: 'государство самой службы или пусто: прибывают в него, выбывают из него',
  },
  duplicate_slip_id: {
    name: { en: 'several slips under one number', ru: 'под одним номером разные листки' },
    expected: 'один листок под этим номером этой службы',
  },
  repeated_row: { name: { en: 'the same row again', ru: 'повтор строки' }, expected: 'каждая строка один раз' },
  withdrawn: {
    name: { en: 'withdrawn by the office', ru: 'отозван службой' },
    expected: 'листок, который служба не отозвала',
  },
  broken_row: {
    name: { en: 'a row that cannot be read', ru: 'строка не читается' },
    expected: english => BROKEN_ROWS.reduce((text, [words, russian]) => text.replace(words, russian), english),
  },
};

const BROKEN_ROWS: readonly (readonly [RegExp, string])[] = [
  [/^(\d+) columns, found (\d+)$/, 'столбцов: $1, найдено $2'],
  [/^a quote that ends .*$/, 'кавычка, закрытая перед разделителем'],
  [/^UTF-8, or a profile .*$/, 'UTF-8 или профиль, называющий кодировку'],
  [/^a row of at most 2 MB$/, 'строка не длиннее 2 МБ'],
  [/^one JSON object in one line$/, 'один объект JSON в одной строке'],
];

/** What should stand in the place of a fault, in the reader's language; in English where no words are known for its code. */
export function faultExpectation(
  words: Readonly<Record<string, FaultWords>>,
  { code, expected: english }: { code: string; expected: string },
  lang: Language,
): string {
  const russian = words[code]?.expected;
  if (lang === 'en' || russian === undefined) return english;
  return typeof russian === 'string' ? russian : russian(english);
}

/** What is wrong with a table of flows. */
export const TABLE_FAULT_WORDS: Readonly<Record<string, FaultWords>> = {
  missing_value: {
    name: { en: 'a value is missing', ru: 'нет значения' },
    expected: 'значение: без него строку не понять',
  },
  bad_value: {
    name: { en: 'a value outside its list', ru: 'значение не из списка' },
    expected: 'arrivals или departures',
  },
  unknown_state: {
    name: { en: 'an unknown state', ru: 'неизвестное государство' },
    expected: 'код ISO 3166-1, EL, UK или название',
  },
  bad_year: {
    name: { en: 'no year and no period', ru: 'не год и не период' },
    expected: 'год, например 2011, или период, например 1991-2011',
  },
  same_state: {
    name: { en: 'a move within a state', ru: 'переезд внутри государства' },
    expected: 'другое государство',
  },
  third_office: {
    name: { en: 'the office of a third state', ru: 'служба третьего государства' },
    expected: 'служба государства выбытия или прибытия',
  },
  office_mismatch: {
    name: { en: 'side and office contradict', ru: 'сторона и служба противоречат друг другу' },
    expected: 'прибытия сообщает служба прибытия, выбытия — служба выбытия',
  },
  conflicting_value: {
    name: { en: 'two figures of one office', ru: 'две разные цифры одной службы' },
    expected: 'та же цифра, что раньше; она и взята',
  },
  bad_number: {
    name: { en: 'not a plain number', ru: 'число не прочесть' },
    expected: 'число человек; тысячи слитно или через пробел, например 660 000',
  },
  negative_count: { name: { en: 'less than nobody', ru: 'отрицательное число' }, expected: 'число не меньше 0' },
  bad_class: { name: { en: 'an unknown class', ru: 'неизвестный класс' }, expected: 'low, medium или high' },
  not_positive: { name: { en: 'no number above 0', ru: 'не положительное число' }, expected: 'число больше 0' },
  broken_row: {
    name: { en: 'a row that cannot be read', ru: 'строка не читается' },
    expected: 'столько столбцов, сколько в заголовке',
  },
};
