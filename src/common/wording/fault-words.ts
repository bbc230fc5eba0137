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
