import type { Language } from '../../common/language.ts';
import { stateName } from '../../common/states.ts';
import { dateInWords } from '../../common/wording/date-words.ts';
import { betweenStates } from '../../common/wording/state-phrases.ts';
import type { LegalDate } from '../register/legal-date.ts';

/** Why something is so, or what nobody found, said in a language when it is asked for. */
export type Reason = (lang: Language) => string;

export function entryNotFound(act: string, party: string, date?: LegalDate): Reason {
  return lang =>
    lang === 'ru'
      ? `день вступления ${act} в силу для государства ${stateName(party, lang)}${found(date, lang)}`
      : `the day on which ${act} entered into force for ${stateName(party, lang)}${found(date, lang)}`;
}

export function endNotFound(act: string, party: string, date?: LegalDate): Reason {
  return lang =>
    lang === 'ru'
      ? `день прекращения ${act} для государства ${stateName(party, lang)}${found(date, lang)}`
      : `the day on which ${act} ended for ${stateName(party, lang)}${found(date, lang)}`;
}

export function effectOfNoticeNotFound(act: string, party: string): Reason {
  return lang =>
    lang === 'ru'
      ? `день, с которого действует денонсация ${act} (${stateName(party, lang)})`
      : `the day on which the denunciation of ${act} by ${stateName(party, lang)} takes effect`;
}

export function objectionNotDated(act: string, a: string, b: string): Reason {
  return lang =>
    lang === 'ru'
      ? `стоит ли в этот день возражение, из-за которого ${act} не действует ${betweenStates(a, b, lang)}`
      : `whether the objection that keeps ${act} from acting ${betweenStates(a, b, lang)} stands on that day`;
}

export function suspensionNotDated(act: string, party: string): Reason {
  return lang =>
    lang === 'ru'
      ? `приостановлено ли в этот день действие ${act} (${stateName(party, lang)})`
      : `whether ${act} is suspended on that day by ${stateName(party, lang)}`;
}

export function replacementNotDated(act: string, later: string, missing: Reason): Reason {
  return lang =>
    lang === 'ru'
      ? `заменён ли уже ${act} актом ${later}: ${missing(lang)}`
      : `whether ${act} has given way to ${later}: ${missing(lang)}`;
}

export function together(reasons: readonly Reason[]): Reason {
  return lang => [...new Set(reasons.map(reason => reason(lang)))].join('; ');
}

function found(date: LegalDate | undefined, lang: Language): string {
  if (date === undefined) return lang === 'ru' ? ' (не найден)' : ' (not found)';
  return lang === 'ru'
    ? ` (известно лишь: ${dateInWords(date.text, lang)})`
    : ` (known only: ${dateInWords(date.text, lang)})`;
}
