import type { Right, RightAnswer } from '../../api/types.ts';
import { limitOf } from '../../law/said.ts';
import type { LawWords, Purpose } from '../../words/law-english.ts';

/** The rights in the order in which somebody with a purpose asks for them; the rest follow. */
const FIRST: Readonly<Record<Purpose, readonly Right[]>> = {
  visit: ['visa-free-entry', 'stay-without-registration', 'medical-care'],
  work: [
    'visa-free-entry',
    'stay-without-registration',
    'work-without-permit',
    'recognition-of-education',
    'equal-pay',
    'social-security',
    'medical-care',
    'pension',
  ],
  study: ['visa-free-entry', 'stay-without-registration', 'education', 'recognition-of-education', 'medical-care'],
  family: ['visa-free-entry', 'stay-without-registration', 'education', 'medical-care', 'social-security'],
  permanent: ['property', 'work-without-permit', 'social-security', 'pension', 'medical-care', 'education'],
};

export function inOrderFor(purpose: Purpose, answers: readonly RightAnswer[]): RightAnswer[] {
  const first = FIRST[purpose];
  const rank = ({ domain }: RightAnswer) => (first.includes(domain) ? first.indexOf(domain) : first.length);
  return answers.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether somebody with a purpose asks for a right before others. */
export function isFirstFor(purpose: Purpose, { domain }: RightAnswer): boolean {
  return FIRST[purpose].includes(domain);
}

/** What the person may do, as a phrase after "may". */
export function mayOf(answer: RightAnswer, words: LawWords): string {
  return words.may[answer.domain](limitOf(answer, words));
}

/** The status in a word, with its limit. */
export function answerWord(answer: Pick<RightAnswer, 'status' | 'value' | 'unit'>, words: LawWords): string {
  return [words.statuses[answer.status], limitOf(answer, words)].filter(Boolean).join(', ');
}
