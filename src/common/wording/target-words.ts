import type { Language } from '../language.ts';
import { stateName } from '../states.ts';
import { formatCount, formatDecimal, formatShare, formatSigned, formatYears } from './numbers.ts';
import { ofState } from './state-phrases.ts';
import { type SeriesWord, studyWords } from './study-words.ts';

interface ToldSeries {
  by: SeriesWord;
  total: { value: number };
  missing: readonly number[];
  reached: boolean | null;
  neededPace: number | null;
  probability: { low: number; high: number } | null;
}

/** The question that a plan asks: whether it was reached where a series knows all its years, else how far it is. */
export function targetQuestion(
  plan: { state: string; balance: number; firstYear: number; lastYear: number },
  series: readonly Pick<ToldSeries, 'reached'>[],
  lang: Language,
): string {
  const { targets } = studyWords(lang);
  const at = {
    ...{ state: stateName(plan.state, lang), ofState: ofState(plan.state, lang) },
    ...{ balance: formatCount(plan.balance), years: formatYears(plan.firstYear, plan.lastYear) },
  };
  return series.some(({ reached }) => reached !== null) ? targets.question(at) : targets.openQuestion(at);
}

/** The first sentences on a plan: by each series, and its chance where it has one. */
export function targetAnswer(series: readonly ToldSeries[], balance: number, lang: Language): string {
  const { targets } = studyWords(lang);
  if (series.length === 0) return targets.none;
  return series.map(each => seriesSentence(each, balance, lang)).join(' ');
}

function seriesSentence(series: ToldSeries, balance: number, lang: Language): string {
  const { targets } = studyWords(lang);
  const at = { series: targets.series[series.by], total: formatSigned(series.total.value) };
  const chance = series.probability === null ? '' : ` ${targets.chance(chanceText(series.probability, lang))}`;
  const { reached, missing, neededPace } = series;
  if (reached === null)
    return targets.open({ ...at, left: missing.join(', '), needed: formatSigned(neededPace ?? 0) }) + chance;
  if (reached) return targets.reached(at) + chance;
  return targets.missed({ ...at, lacking: formatSigned(balance - series.total.value).replace('+', '') }) + chance;
}

/** A chance as one percentage, or as two where they differ when rounded. */
export function chanceText({ low, high }: { low: number; high: number }, lang: Language): string {
  if (low > 0.9995) return `> ${formatShare(0.999, lang)}`;
  if (high < 0.0005) return `< ${formatShare(0.001, lang)}`;
  const digits = high < 0.1 || low > 0.9 ? 1 : 0;
  const [one, other] = [formatShare(low, lang, digits), formatShare(high, lang, digits)];
  return one === other ? one : `${formatDecimal(low * 100, digits, lang)}–${other}`;
}
