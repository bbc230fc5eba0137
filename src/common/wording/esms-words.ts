import type { Worded } from './worded.ts';

/** A concept of the Euro SDMX Metadata Structure (ESMS 2.0), by the code that SDMX gives it. */
export interface EsmsConcept {
  readonly id: string;
  readonly name: Worded;
}

/** The nineteen chapters of a quality report in their order. */
export const ESMS_CONCEPTS = [
  { id: 'CONTACT', name: { en: 'Contact', ru: 'Контактная информация' } },
  { id: 'META_UPDATE', name: { en: 'Metadata update', ru: 'Обновление метаданных' } },
  { id: 'STAT_PRES', name: { en: 'Statistical presentation', ru: 'Представление статистических данных' } },
  { id: 'UNIT_MEASURE', name: { en: 'Unit of measure', ru: 'Единица измерения' } },
  { id: 'REF_PERIOD', name: { en: 'Reference period', ru: 'Отчётный период' } },
  { id: 'INST_MANDATE', name: { en: 'Institutional mandate', ru: 'Институциональные полномочия' } },
  { id: 'CONF', name: { en: 'Confidentiality', ru: 'Конфиденциальность' } },
  { id: 'REL_POLICY', name: { en: 'Release policy', ru: 'Политика выпуска данных' } },
  { id: 'FREQ_DISS', name: { en: 'Frequency of dissemination', ru: 'Периодичность распространения' } },
  { id: 'ACCESSIBILITY_CLARITY', name: { en: 'Accessibility and clarity', ru: 'Доступность и ясность' } },
  { id: 'QUALITY_MGMNT', name: { en: 'Quality management', ru: 'Управление качеством' } },
  { id: 'RELEVANCE', name: { en: 'Relevance', ru: 'Актуальность' } },
  { id: 'ACCURACY', name: { en: 'Accuracy and reliability', ru: 'Точность и надёжность' } },
  { id: 'TIMELINESS_PUNCT', name: { en: 'Timeliness and punctuality', ru: 'Своевременность и пунктуальность' } },
  { id: 'COHER_COMPAR', name: { en: 'Coherence and comparability', ru: 'Согласованность и сопоставимость' } },
  { id: 'COST_BURDEN', name: { en: 'Cost and burden', ru: 'Затраты и нагрузка' } },
  { id: 'DATA_REV', name: { en: 'Data revision', ru: 'Пересмотр данных' } },
  { id: 'STAT_PROCESS', name: { en: 'Statistical processing', ru: 'Статистическая обработка' } },
  { id: 'COMMENT_DSET', name: { en: 'Comment', ru: 'Примечания' } },
] as const satisfies readonly EsmsConcept[];

export type EsmsChapter = (typeof ESMS_CONCEPTS)[number]['id'];
