import { stateName } from '../../common/states.ts';
import { dayInWords } from '../../common/wording/date-words.ts';
import { betweenStates } from '../../common/wording/state-phrases.ts';
import type { Reason } from '../force/reason.ts';
import type { Both, Claim, Role } from '../register/act.ts';
import { type Missing, missingText } from './missing.ts';
import { ROLE_WORDS } from './words.ts';

interface Pair {
  citizen: string;
  host: string;
}

export function notInForce(act: string, { citizen, host, on }: Pair & { on: string }): Reason {
  return lang =>
    lang === 'ru'
      ? `${act} ${dayInWords(on, lang)} не действует ${betweenStates(citizen, host, lang)}`
      : `${act} is not in force ${betweenStates(citizen, host, lang)} on ${dayInWords(on, lang)}`;
}

export function replaced(act: string, later: string, { citizen, host }: Pair): Reason {
  return lang =>
    lang === 'ru'
      ? `${betweenStates(citizen, host, lang)} вместо ${act} действует ${later}`
      : `${later} has taken the place of ${act} ${betweenStates(citizen, host, lang)}`;
}

export function notKnown(act: string, knownOn: string): Reason {
  return lang =>
    lang === 'ru'
      ? `${dayInWords(knownOn, lang)} в реестре ещё не было ${act}`
      : `the register knew nothing of ${act} on ${dayInWords(knownOn, lang)}`;
}

export function outOfTime(on: string): Reason {
  return lang =>
    lang === 'ru'
      ? `${dayInWords(on, lang)} норма не применяется`
      : `the rule does not hold on ${dayInWords(on, lang)}`;
}

export function forOthers(who: readonly Role[]): Reason {
  return lang => {
    const whom = who.map(role => ROLE_WORDS[role][lang]).join(', ');
    return lang === 'ru' ? `норма говорит о других: ${whom}` : `the rule speaks of others: ${whom}`;
  };
}

export function setAside({ event, party, detail }: Claim, host: string): Reason {
  return lang => {
    const by = party === '*' ? [host] : party;
    const names = by.map(state => stateName(state, lang)).join(', ');
    const more = detail === undefined ? '' : ` (${detail[lang]})`;
    if (event === 'reservation')
      return lang === 'ru'
        ? `оговорка к этой статье (${names}): решает закон страны${more}`
        : `a reservation to this article (${names}): the host’s own law decides${more}`;
    return lang === 'ru'
      ? `действие этой статьи приостановлено (${names})${more}`
      : `this article is suspended (${names})${more}`;
  };
}

export const conditionFails: Reason = lang =>
  lang === 'ru' ? 'условие нормы не выполнено' : 'the condition of the rule is not met';

export function exceptionHolds(text: Both): Reason {
  return lang => (lang === 'ru' ? `действует изъятие: ${text.ru}` : `an exception holds: ${text.en}`);
}

export function ruleNotDated(act: string, remark: Both | undefined): Reason {
  return lang => {
    const more = remark === undefined ? '' : ` (${remark[lang]})`;
    return lang === 'ru'
      ? `с какого или до какого дня применяется эта норма ${act}${more}`
      : `when this rule of ${act} holds${more}`;
  };
}

export function needs(missing: readonly Missing[]): Reason {
  return lang => {
    const texts = missing.map(each => missingText(each)(lang)).join('; ');
    return lang === 'ru' ? `неизвестно: ${texts}` : `not known: ${texts}`;
  };
}

export function holds(exceptions: number): Reason {
  return lang => {
    if (exceptions === 0) return lang === 'ru' ? 'акт действует, изъятий нет' : 'in force, and there is no exception';
    return lang === 'ru' ? 'акт действует, ни одно изъятие не подходит' : 'in force, and no exception holds';
  };
}

export const otherCase: Reason = lang => (lang === 'ru' ? 'случай другой' : 'the case is another');

export const caseMet: Reason = lang => (lang === 'ru' ? 'случай именно этот' : 'its case is met');

export function notTried(open: readonly Missing[]): Reason {
  return lang => {
    const facts = open.map(each => missingText(each)(lang)).join(', ');
    return lang === 'ru' ? `не проверено, неизвестно: ${facts}` : `not tried, not known: ${facts}`;
  };
}

export function ownExceptionHolds(text: Both): Reason {
  return lang =>
    lang === 'ru' ? `действует изъятие из этого изъятия: ${text.ru}` : `its own exception holds: ${text.en}`;
}
