import { CAUSES } from '../../../common/causes.ts';
import { stateCodes, stateName, UNKNOWN_STATE } from '../../../common/states.ts';
import { CAUSE_WORDS } from '../../../common/wording/cause-words.ts';
import type { Worded } from '../../../common/wording/worded.ts';
import { AGE_CODES, REASON_CODES, SEX_CODES } from './class-codes.ts';
import { type Code, code, JOINT, TOTAL } from './code.ts';

export interface Codelist {
  readonly id: string;
  readonly name: Worded;
  readonly codes: readonly Code[];
}

const AREA_CODES: readonly Code[] = [
  ...[...new Set(stateCodes().map(({ alpha2 }) => alpha2)), UNKNOWN_STATE].sort().map(stateCode),
  ...[TOTAL, JOINT],
];

const DIRECTION_CODES: readonly Code[] = [
  code('ARR', 'Arrivals, by the destination’s office', 'Прибытия, по данным службы места прибытия'),
  code('DEP', 'Departures, by the origin’s office', 'Выбытия, по данным службы места выезда'),
  code('MOV', 'Moves, united', 'Переезды, единый учёт'),
];

const CAUSE_CODES: readonly Code[] = CAUSES.map(cause => {
  const { name, meaning } = CAUSE_WORDS[cause];
  return { id: cause.toUpperCase(), name, description: meaning };
});

const INDICATOR_CODES: readonly Code[] = [
  code('OWN', 'Moves seen by the reporter', 'Переезды, записанные службой'),
  code('OTHER', 'Moves seen by the other office', 'Переезды, записанные другой службой'),
  code('MATCHED', 'Moves seen by both', 'Переезды, записанные обеими службами'),
  code(
    'GENUINE',
    'Share of departures without an arrival that are moves',
    'Доля выбытий без прибытия, которые суть переезды',
  ),
  code('COVERAGE', 'Coverage', 'Полнота учёта'),
  code('TRUE_FLOW', 'Moves in all, seen or not', 'Все переезды, записанные и нет'),
];

const KIND_CODES: readonly Code[] = [
  code('REPORTED', 'Reported: an office said it', 'Отчётное: сообщено службой'),
  code('LINKED', 'Linked: slips prove it', 'Связанное: доказано листками'),
  code('MODELLED', 'Modelled: an estimate, under assumptions', 'Модельное: оценка при допущениях'),
];

const UNIT_CODES: readonly Code[] = [
  code('MOVES', 'Moves', 'Переезды'),
  code('SLIPS', 'Slips', 'Листки'),
  code('NR', 'Slips or moves', 'Листки или переезды'),
  code('SHARE', 'Share, 0 to 1', 'Доля, от 0 до 1'),
];

const STATUS_CODES: readonly Code[] = [
  code('A', 'Normal value', 'Обычное значение'),
  code('E', 'Estimated value', 'Оценка'),
];

const CONFIDENTIALITY_CODES: readonly Code[] = [
  code('F', 'Free for publication', 'Разрешено к публикации'),
  code('N', 'Not for publication', 'Не для публикации'),
];

/** Every code list that the structures refer to. */
export const CODELISTS = [
  { id: 'CL_FREQ', name: { en: 'Frequency', ru: 'Периодичность' }, codes: [code('A', 'Annual', 'Годовая')] },
  { id: 'CL_AREA', name: { en: 'State', ru: 'Государство' }, codes: AREA_CODES },
  { id: 'CL_DIRECTION', name: { en: 'Direction', ru: 'Направление учёта' }, codes: DIRECTION_CODES },
  { id: 'CL_CAUSE', name: { en: 'Cause of a gap', ru: 'Причина расхождения' }, codes: CAUSE_CODES },
  { id: 'CL_INDICATOR', name: { en: 'Measure of coverage', ru: 'Показатель полноты' }, codes: INDICATOR_CODES },
  { id: 'CL_SEX', name: { en: 'Sex', ru: 'Пол' }, codes: SEX_CODES },
  { id: 'CL_AGE', name: { en: 'Age', ru: 'Возраст' }, codes: AGE_CODES },
  { id: 'CL_REASON', name: { en: 'Purpose', ru: 'Цель' }, codes: REASON_CODES },
  { id: 'CL_ESTIMATE_KIND', name: { en: 'Kind of number', ru: 'Вид числа' }, codes: KIND_CODES },
  { id: 'CL_UNIT', name: { en: 'Unit of measure', ru: 'Единица измерения' }, codes: UNIT_CODES },
  { id: 'CL_OBS_STATUS', name: { en: 'Observation status', ru: 'Статус наблюдения' }, codes: STATUS_CODES },
  { id: 'CL_CONF_STATUS', name: { en: 'Confidentiality', ru: 'Конфиденциальность' }, codes: CONFIDENTIALITY_CODES },
] as const satisfies readonly Codelist[];

export type CodelistId = (typeof CODELISTS)[number]['id'];

function stateCode(alpha2: string): Code {
  return code(alpha2, stateName(alpha2, 'en'), stateName(alpha2, 'ru'));
}
