import type { Language } from '../../common/language.ts';
import type { CompiledRegister } from '../force/compiled-register.ts';
import type { Right } from '../register/act.ts';
import { type Answer, answer } from './answer.ts';
import type { Question } from './question.ts';
import type { Status } from './status.ts';
import type { TriedRule } from './try-rule.ts';
import { claimInWords, OUTCOME_WORDS } from './words.ts';

/** A rule that came out otherwise in one of two answers, with what each found. */
export interface Difference {
  rule: string;
  before: string;
  after: string;
}

/** One right under two questions that leads to other rules, though perhaps to the same status. */
export interface RightDifference {
  domain: Right;
  before: Status;
  after: Status;
  rules: readonly Difference[];
}

/** The rights about which two questions, such as those of two days, come to their answers by other rules. */
export function differencesBetween(
  register: CompiledRegister,
  rights: readonly Right[],
  [question, other]: readonly [Question, Question],
  lang: Language = 'en',
): RightDifference[] {
  return rights.flatMap(domain => {
    const [before, after] = [answer(register, question, domain), answer(register, other, domain)];
    const rules = differenceOf(before, after, lang);
    return rules.length === 0 ? [] : [{ domain, before: before.status, after: after.status, rules }];
  });
}

/** Why two answers about one right differ: the rules that came out otherwise, and the reason each answer gives. */
export function differenceOf(before: Answer, after: Answer, lang: Language = 'en'): Difference[] {
  const rules = new Set([...before.tried, ...after.tried].map(({ placed }) => placed.id));
  return [...rules].flatMap(rule => {
    const [x, y] = [before, after].map(({ tried }) => tried.find(({ placed }) => placed.id === rule));
    const same = x?.outcome === y?.outcome && x?.standing.force === y?.standing.force;
    return same ? [] : [{ rule, before: tell(x, lang), after: tell(y, lang) }];
  });
}

function tell(tried: TriedRule | undefined, lang: Language): string {
  if (tried === undefined) return lang === 'ru' ? 'этого случая не касается' : 'does not speak of this case';
  const claims = tried.standing.because.map(claim => claimInWords(claim, lang));
  return `${OUTCOME_WORDS[tried.outcome][lang]}: ${tried.why(lang)}${claims.length > 0 ? ` (${claims.join('; ')})` : ''}`;
}
