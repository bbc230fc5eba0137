import type { Worded } from '../../../common/wording/worded.ts';

/** What the dimensions, attributes and the measure of Saldo's structures mean. */
export const CONCEPTS = {
  FREQ: { en: 'Frequency', ru: 'Периодичность' },
  REPORTER: { en: 'Reporting office, by its state', ru: 'Служба, сообщившая данные (по государству)' },
  DIRECTION: { en: 'Direction of registration', ru: 'Направление учёта' },
  ORIG: { en: 'State of origin', ru: 'Государство выезда' },
  DEST: { en: 'State of destination', ru: 'Государство прибытия' },
  THRESHOLD: {
    en: 'Threshold: months of stay from which it is a move',
    ru: 'Порог: срок пребывания в месяцах, с которого это переезд',
  },
  CAUSE: { en: 'Cause of the gap to the united count', ru: 'Причина расхождения с единым учётом' },
  INDICATOR: { en: 'Measure of coverage', ru: 'Показатель полноты' },
  SEX: { en: 'Sex', ru: 'Пол' },
  AGE: { en: 'Age in the year of the event', ru: 'Возраст в году события' },
  CITIZENSHIP: { en: 'Citizenship', ru: 'Гражданство' },
  REASON: { en: 'Purpose of the move', ru: 'Цель переезда' },
  VINTAGE: { en: 'Vintage', ru: 'Выпуск' },
  TIME_PERIOD: { en: 'Year of the event', ru: 'Год события' },
  OBS_VALUE: { en: 'Value', ru: 'Значение' },
  ESTIMATE_KIND: { en: 'Kind of number', ru: 'Вид числа' },
  LOWER: { en: 'Lower end of the 95% interval', ru: 'Нижняя граница 95-процентного интервала' },
  UPPER: { en: 'Upper end of the 95% interval', ru: 'Верхняя граница 95-процентного интервала' },
  UNIT_MEASURE: { en: 'Unit of measure', ru: 'Единица измерения' },
  DECIMALS: { en: 'Decimals', ru: 'Знаков после запятой' },
  OBS_STATUS: { en: 'Observation status', ru: 'Статус наблюдения' },
  CONF_STATUS: { en: 'Confidentiality', ru: 'Конфиденциальность' },
  ROUNDED_TO: { en: 'Base of the rounding', ru: 'Основание округления' },
  LAPSE: {
    en: 'Lapse: months in which an arrival must follow a departure',
    ru: 'Срок ожидания прибытия после выбытия, месяцев',
  },
  SOURCE: { en: 'Source', ru: 'Источник' },
} as const satisfies Readonly<Record<string, Worded>>;

export type ConceptId = keyof typeof CONCEPTS;
