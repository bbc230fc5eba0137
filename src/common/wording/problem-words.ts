import type { Language } from '../language.ts';
import type { SaldoErrorCode } from '../saldo-error.ts';
import type { Worded } from './worded.ts';

/** What could not be done, by the code of the fault of use, as a heading over its details. */
const PROBLEM_WORDS: Readonly<Record<SaldoErrorCode, Worded>> = {
  unreadable_input: { en: 'The file cannot be read', ru: 'Файл не прочесть' },
  not_a_slip_file: { en: 'This file holds no slips', ru: 'В этом файле нет листков' },
  no_slips: { en: 'There is no slip here', ru: 'Здесь нет ни одного листка' },
  nothing_accounted: { en: 'No slip could be accepted', ru: 'Ни один листок не принят' },
  invalid_file: { en: 'The file does not follow its format', ru: 'Файл не следует своему формату' },
  not_a_table: { en: 'This file holds no table of flows', ru: 'В этом файле нет таблицы потоков' },
  not_identified: { en: 'The data at hand cannot tell this', ru: 'По этим данным этого не узнать' },
  invalid_option: { en: 'A choice outside its range', ru: 'Выбор вне допустимого' },
  unknown_slip: { en: 'There is no such accepted slip', ru: 'Такого принятого листка нет' },
  unwritable_output: { en: 'The result could not be written', ru: 'Результат не записать' },
  engine_failed: { en: 'The computation failed', ru: 'Вычисление не удалось' },
  memory_too_small: { en: 'Too little memory for this work', ru: 'Для этой работы мало памяти' },
  store_unavailable: { en: 'The store does not answer', ru: 'Хранилище не отвечает' },
  store_newer: { en: 'The store is of a newer version', ru: 'Хранилище более новой версии' },
  store_older: { en: 'The store is of an older version', ru: 'Хранилище более старой версии' },
  not_a_home: { en: 'This folder is no home of Saldo', ru: 'В этой папке нет данных Сальдо' },
  not_empty: { en: 'Something is there already', ru: 'Место уже занято' },
  home_in_use: { en: 'Another process holds the data', ru: 'Данные заняты другим процессом' },
  person_exists: { en: 'Somebody signs in with this address already', ru: 'С этим адресом уже кто-то входит' },
  address_in_use: { en: 'The port is taken', ru: 'Порт занят' },
  unknown_run: { en: 'There is no such run', ru: 'Такого расчёта нет' },
  run_ended: { en: 'The run has ended already', ru: 'Расчёт уже закончен' },
  run_failed: { en: 'The run failed', ru: 'Расчёт не удался' },
  too_close: { en: 'Too close to a published vintage', ru: 'Слишком близко к опубликованному выпуску' },
  unknown_vintage: { en: 'There is no such vintage', ru: 'Такого выпуска нет' },
  office_not_held: {
    en: 'Slips of an office for which you do not act',
    ru: 'Листки службы, за которую вы не действуете',
  },
  unknown_proposal: { en: 'There is no such proposal', ru: 'Такого предложения нет' },
  proposal_reviewed: { en: 'The proposal has been decided on already', ru: 'О предложении уже решено' },
  own_proposal: { en: 'One’s own proposal is for another to review', ru: 'Своё предложение рассматривает другой' },
  unknown_batch: { en: 'There is no such batch or upload', ru: 'Такой партии или загрузки нет' },
  not_linked: { en: 'No run has linked these slips yet', ru: 'Эти листки ещё не связаны ни одним расчётом' },
  wrong_names_key: { en: 'The key of names is another one', ru: 'Ключ имён не тот' },
  sealed_file_damaged: { en: 'A sealed file does not open', ru: 'Запечатанный файл не открыть' },
};

const TYPE_PREFIX = 'saldo:';

/** The heading of a problem document of ours by its `type`; undefined for other types. */
export function problemTitle(type: string, lang: Language): string | undefined {
  const words: Readonly<Record<string, Worded>> = PROBLEM_WORDS;
  return type.startsWith(TYPE_PREFIX) ? words[type.slice(TYPE_PREFIX.length)]?.[lang] : undefined;
}
