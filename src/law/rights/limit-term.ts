import type { Reason } from '../force/reason.ts';
import type { Rule } from '../register/act.ts';
import type { Day } from '../register/legal-date.ts';
import { type Counting, lastDayOf, lastDayWithin, type Window } from '../register/term.ts';
import { amountInWords } from './amount.ts';
import type { Question } from './question.ts';

/** How long a limit lasts for who entered on a known day, and how its days are counted. */
export interface LimitTerm {
  /** Null where the day of entry is not known, or already the day of entry is one too many. */
  lastDay: Day | null;
  /** True where the day asked about lies after the last day. */
  over: boolean;
  counting: Reason;
  /** In how many days in a row, or in a calendar year, earlier stays count too; null where none do. */
  within: number | 'calendar-year' | null;
}

/** The term of a rule that limits; undefined of any other. */
export function termOf(rule: Rule | undefined, { on, entered, stays = [] }: Question): LimitTerm | undefined {
  const { value, unit, counting, within } = rule ?? {};
  if (value === undefined || unit === undefined) return undefined;
  const lastDay =
    entered === undefined
      ? null
      : within === undefined
        ? lastDayOf(entered, { value, unit }, counting)
        : (lastDayWithin(stays, entered, value, within) ?? null);
  return {
    lastDay,
    over: entered !== undefined && (lastDay === null || on > lastDay),
    counting: within === undefined ? countedFrom(unit, counting) : countedIn(value, within),
    within: within === undefined ? null : within === 'calendar-year' ? within : within.days,
  };
}

function countedFrom(unit: string, counting: Counting | undefined): Reason {
  return lang => {
    const months = unit !== 'day';
    if (lang === 'ru') {
      const start =
        counting === 'same-day'
          ? 'день въезда считается первым'
          : counting === 'next-day'
            ? 'счёт со дня, следующего за днём въезда'
            : 'счёт со дня, следующего за днём въезда (сам акт об этом не говорит)';
      return `календарные дни; ${start}${months ? '; если в последнем месяце нет такого числа, срок кончается в его последний день' : ''}`;
    }
    const start =
      counting === 'same-day'
        ? 'the day of entry is the first'
        : counting === 'next-day'
          ? 'counted from the day after entry'
          : 'counted from the day after entry (the act itself does not say)';
    return `calendar days; ${start}${months ? '; where the last month has no day of that number, the term ends on its last day' : ''}`;
  };
}

function countedIn(value: number, within: Window): Reason {
  return lang => {
    const limit = amountInWords(value, 'day', lang);
    if (within === 'calendar-year')
      return lang === 'ru'
        ? `${limit} за все поездки календарного года; дни въезда и выезда считаются`
        : `${limit} of all stays in a calendar year; days of entry and exit count`;
    const window = amountInWords(within.days, 'day', lang);
    return lang === 'ru'
      ? `${limit} за все поездки в любом промежутке: ${window} подряд; дни въезда и выезда считаются`
      : `${limit} of all stays within any ${window} in a row; days of entry and exit count`;
  };
}
