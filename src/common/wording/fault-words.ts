import type { Worded } from './worded.ts';

/** What is wrong with a row of slips, by the code that `faults.csv` bears. */
export const FAULT_WORDS: Readonly<Record<string, Worded>> = {
  missing_value: { en: 'a required value is missing', ru: 'нет обязательного значения' },
  bad_value: { en: 'a value outside its list', ru: 'значение не из списка' },
  bad_date: { en: 'no such day, or another form', ru: 'нет такого дня или не та форма даты' },
  unknown_state: { en: 'an unknown state', ru: 'неизвестное государство' },
  date_in_future: { en: 'a day still to come', ru: 'день ещё не наступил' },
  event_before_birth: { en: 'the event lies before the birth', ru: 'событие раньше рождения' },
  registered_before_birth: { en: 'registered before the birth', ru: 'регистрация раньше рождения' },
  registered_before_event: { en: 'registered before the event', ru: 'регистрация раньше события' },
  office_mismatch: { en: 'not of this office', ru: 'листок не этой службы' },
  duplicate_slip_id: { en: 'several slips under one number', ru: 'под одним номером разные листки' },
  repeated_row: { en: 'the same row again', ru: 'повтор строки' },
  withdrawn: { en: 'withdrawn by the office', ru: 'отозван службой' },
  broken_row: { en: 'a row that cannot be read', ru: 'строка не читается' },
};

/** What is wrong with a table of flows, and what stands there in its place in Russian; the API and `faults.csv` say it in English. */
export const TABLE_FAULT_WORDS: Readonly<Record<string, { name: Worded; expected: string }>> = {
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
