import type { Worded } from '../../../common/wording/worded.ts';

/** Names of the lines of a balance sheet that the sheet itself does not name. */
export const STEP_WORDS = {
  start: { en: 'Population at the first census', ru: 'Население по первой переписи' },
  births: { en: 'Births', ru: 'Родившиеся' },
  deaths: { en: 'Deaths', ru: 'Умершие' },
  arrivals: { en: 'Arrivals', ru: 'Прибывшие' },
  departures: { en: 'Departures', ru: 'Выбывшие' },
  expected: { en: 'Expected at the second census', ru: 'Ожидалось ко второй переписи' },
  end: { en: 'Population at the second census', ru: 'Население по второй переписи' },
  not_found: { en: 'Not found by the census', ru: 'Не найдено переписью' },
  shortage: { en: 'Current estimate less census', ru: 'Текущая оценка минус перепись' },
  without_place: { en: 'Resources less uses', ru: 'Ресурсы минус использование' },
  official: { en: 'Official labour migration', ru: 'Официальная трудовая миграция' },
  unregistered: { en: 'Left unregistered', ru: 'Выехало без учёта' },
} as const satisfies Readonly<Record<string, Worded>>;

export type StepName = keyof typeof STEP_WORDS;
