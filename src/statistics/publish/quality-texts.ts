import type { Language } from '../../common/language.ts';
import type { EsmsChapter } from '../../common/wording/esms-words.ts';
import { formatYears } from '../../common/wording/numbers.ts';
import { officeLabel } from '../../common/wording/offices.ts';
import type { Worded } from '../../common/wording/worded.ts';
import type { Vintage } from '../runs/vintage-tables.ts';

/** What Saldo itself can say of a vintage under each chapter of ESMS; the others are for the publishing body to fill. */
export function qualityTexts(vintage: Vintage): Partial<Record<EsmsChapter, Worded>> {
  const { threshold, lapse } = vintage.parameters;
  const offices = (language: Language) => vintage.offices.map(office => officeLabel(office, language)).join(', ');
  return {
    META_UPDATE: { en: day(vintage.published_at), ru: day(vintage.published_at) },
    STAT_PRES: {
      en: `Moves between states by origin, destination and year, one count for both states, from slips of arrival and departure of ${offices('en')}.`,
      ru: `Переезды между государствами по месту выезда, месту прибытия и году, единые для обоих государств, по листкам прибытия и выбытия: ${offices('ru')}.`,
    },
    UNIT_MEASURE: { en: 'Moves; reported figures are slips.', ru: 'Переезды; отчётные данные служб — листки.' },
    REF_PERIOD: referencePeriod(vintage),
    CONF: confidentiality(vintage),
    REL_POLICY: releasePolicy(vintage),
    ACCESSIBILITY_CLARITY: {
      en: 'JSON, CSV, Parquet, SDMX-CSV and SDMX-JSON by the API; the method step by step in words and SQL.',
      ru: 'JSON, CSV, Parquet, SDMX-CSV и SDMX-JSON через API; метод по шагам словами и на SQL.',
    },
    QUALITY_MGMNT: {
      en: 'Every accepted slip has one verdict; reported less united equals the sum of the causes in every cell.',
      ru: 'У каждого принятого листка одно заключение; отчётное число за вычетом единого равно сумме причин в каждой ячейке.',
    },
    ACCURACY: {
      en: 'Coverage of each office is measured by the slips of the other one, with a 95% interval; linkage errors are corrected for.',
      ru: 'Полнота каждой службы измерена по листкам другой, с 95-процентным интервалом; ошибки связывания учтены.',
    },
    TIMELINESS_PUNCT: {
      en: 'Days from the event to its registration, for slips that name the day of the event.',
      ru: 'Дни от события до регистрации, для листков с днём события.',
    },
    COHER_COMPAR: {
      en: `One threshold of ${threshold} months for all states. Asymmetry: departures reported less arrivals reported, over their mean.`,
      ru: `Единый для всех государств порог: ${threshold} мес. Асимметрия: разность отчётных выбытий и прибытий, делённая на их среднее.`,
    },
    DATA_REV: {
      en: 'Vintages are only added. Mean absolute revision against the preceding vintage of the same threshold and lapse.',
      ru: 'Выпуски только добавляются. Среднее абсолютное изменение по сравнению с предыдущим выпуском с тем же порогом и сроком ожидания.',
    },
    STAT_PROCESS: {
      en: `Slips of one person are linked by learned weights; an arrival within ${lapse} months confirms a departure; stays under ${threshold} months are no moves.`,
      ru: `Листки одного лица связаны по выученным весам; прибытие в течение ${lapse} мес. подтверждает выбытие; пребывание короче ${threshold} мес. переездом не считается.`,
    },
    ...(vintage.simulated ? { COMMENT_DSET: SIMULATED } : {}),
  };
}

const SIMULATED: Worded = {
  en: 'The slips are simulated: no figure says anything about a real state.',
  ru: 'Листки смоделированы: ни одно число ничего не говорит о действительном государстве.',
};

function referencePeriod({ first_year: first, last_year: last }: Vintage): Worded {
  if (first === null || last === null) return { en: 'No year has moves.', ru: 'Переездов нет ни в одном году.' };
  const years = formatYears(first, last);
  return { en: `Calendar years of the event, ${years}.`, ru: `Календарные годы события, ${years}.` };
}

function confidentiality({ rounded_to: base }: Vintage): Worded {
  if (base === null)
    return { en: 'Exact figures, for statisticians only.', ru: 'Точные числа, только для статистиков.' };
  return {
    en: `Counts are rounded at random to multiples of ${base}; totals are sums of rounded cells.`,
    ru: `Числа случайно округлены до кратных ${base}; итоги — суммы округлённых ячеек.`,
  };
}

function releasePolicy({ released_at: released }: Vintage): Worded {
  if (released === null) return { en: 'Not released to the public.', ru: 'Для общего доступа не выпущен.' };
  return { en: `Released to the public on ${day(released)}.`, ru: `Выпущен для общего доступа ${day(released)}.` };
}

/** ISO 8601, alike in both languages. */
function day(instant: string): string {
  return instant.slice(0, 10);
}
