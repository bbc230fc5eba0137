import type { Term } from './cause-words.ts';

/** Terms that stand in pages, each with one sentence; causes and verdicts have lists of their own. */
export const GLOSSARY = {
  reported: {
    name: { en: 'reported', ru: 'сообщено' },
    meaning: {
      en: 'A statistical office said it: its slips as they are.',
      ru: 'Так сообщила статистическая служба: её листки как есть.',
    },
  },
  linked: {
    name: { en: 'linked', ru: 'связано' },
    meaning: {
      en: 'Proved by slips that were linked to persons: every move is one counted arrival.',
      ru: 'Подтверждено листками, связанными с людьми: каждый переезд — одно учтённое прибытие.',
    },
  },
  modelled: {
    name: { en: 'modelled', ru: 'оценка' },
    meaning: {
      en: 'An estimate with its interval, never mixed with what is reported or linked.',
      ru: 'Оценка с интервалом; с сообщённым и связанным не смешивается.',
    },
  },
  united: {
    name: { en: 'united count', ru: 'единое число' },
    meaning: {
      en: 'Moves from one state to another, counted once, by place of arrival.',
      ru: 'Переезды из одного государства в другое, учтённые один раз, по месту прибытия.',
    },
  },
  coverage: {
    name: { en: 'coverage', ru: 'полнота учёта' },
    meaning: {
      en: 'Share of the moves that the other office of a corridor has, which this office has too.',
      ru: 'Доля переездов, учтённых другой службой этого направления, которые есть и у этой службы.',
    },
  },
  asymmetry: {
    name: { en: 'asymmetry', ru: 'асимметрия' },
    meaning: {
      en: 'The difference of the two offices’ figures over their mean: 0 where they agree, 2 where one reports nobody.',
      ru: 'Разность чисел двух служб, делённая на их среднее: 0 при согласии, 2, если одна не сообщает никого.',
    },
  },
  threshold: {
    name: { en: 'threshold', ru: 'порог' },
    meaning: {
      en: 'Months that a stay must last to change the state of residence.',
      ru: 'Сколько месяцев должно длиться пребывание, чтобы сменилось государство проживания.',
    },
  },
  lapse: {
    name: { en: 'lapse', ru: 'срок прибытия' },
    meaning: {
      en: 'Months in which an arrival must follow a departure.',
      ru: 'Сколько месяцев может пройти от выбытия до прибытия.',
    },
  },
  vintage: {
    name: { en: 'vintage', ru: 'выпуск' },
    meaning: {
      en: 'The published result of one run; a later run is a new vintage, never an overwrite.',
      ru: 'Опубликованный итог одного расчёта; новый расчёт — новый выпуск, прежний не меняется.',
    },
  },
} as const satisfies Readonly<Record<string, Term>>;
