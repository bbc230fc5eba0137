import type { ReactNode } from 'react';
import { ofState } from '../../../../src/common/wording/state-phrases.ts';
import type { RightAnswer, RightStatus, TriedRule } from '../../api/types.ts';
import { said } from '../../law/said.ts';
import { StatusSign } from '../../law/status-sign.tsx';
import { useLanguage } from '../../words/language.tsx';
import type { Purpose } from '../../words/law-english.ts';
import { useLawWords } from '../../words/law-words.ts';
import { formatDay } from '../../words/moments.ts';
import { Reasons } from './reasons.tsx';
import { isFirstFor, mayOf } from './right-words.ts';

/** Answers in plain words, by what they come to: may, may not, not certain. */
export function AnswerGroups({ answers, purpose }: { answers: readonly RightAnswer[]; purpose: Purpose }) {
  const { whatMayI } = useLawWords();
  const group = (title: string, ...statuses: RightStatus[]) => {
    const found = answers.filter(({ status }) => statuses.includes(status));
    if (found.length === 0) return null;
    return (
      <section>
        <h2>{title}</h2>
        <FirstAndMore answers={found} purpose={purpose}>
          {answer => <OneAnswer answer={answer} />}
        </FirstAndMore>
      </section>
    );
  };
  return (
    <>
      {group(whatMayI.yesTitle, 'yes')}
      {group(whatMayI.noTitle, 'no')}
      {group(whatMayI.unclearTitle, 'unknown', 'disputed')}
    </>
  );
}

/** What no treaty says: right, and who knows the state's own law. */
export function OwnLaw({
  answers,
  host,
  purpose,
}: {
  answers: readonly RightAnswer[];
  host: string;
  purpose: Purpose;
}) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const own = answers.filter(({ status }) => status === 'national-law');
  if (own.length === 0) return null;
  return (
    <section>
      <h2>{words.whatMayI.lawTitle(ofState(host, lang))}</h2>
      <p>{words.whatMayI.lawText}</p>
      <FirstAndMore answers={own} purpose={purpose}>
        {answer => (
          <div>
            <h3>{words.rights[answer.domain]}</h3>
            <p>{words.whatMayI.ask(words.offices[answer.domain])}</p>
            <Reasons answer={answer} />
          </div>
        )}
      </FirstAndMore>
    </section>
  );
}

/** First what somebody with this purpose needs; the rest can be opened. */
function FirstAndMore({
  answers,
  purpose,
  children,
}: {
  answers: readonly RightAnswer[];
  purpose: Purpose;
  children: (answer: RightAnswer) => ReactNode;
}) {
  const { whatMayI } = useLawWords();
  const first = answers.filter(answer => isFirstFor(purpose, answer));
  const rest = answers.filter(answer => !isFirstFor(purpose, answer));
  const list = (shown: readonly RightAnswer[]) => (
    <ul className="answers">
      {shown.map(answer => (
        <li key={answer.domain}>
          <StatusSign status={answer.status} value={answer.value} />
          {children(answer)}
        </li>
      ))}
    </ul>
  );
  if (rest.length < 2 || first.length === 0) return list(answers);
  return (
    <>
      {list(first)}
      <details className="more-rights">
        <summary>{whatMayI.moreRights(rest.length)}</summary>
        {list(rest)}
      </details>
    </>
  );
}

function OneAnswer({ answer }: { answer: RightAnswer }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const { whatMayI } = words;
  const may = mayOf(answer, words);
  const told = {
    yes: whatMayI.yes,
    no: whatMayI.no,
    unknown: whatMayI.unknown,
    disputed: whatMayI.disputed,
    'national-law': whatMayI.unknown,
  }[answer.status](may);
  const law = firstRule(answer);
  return (
    <div>
      <h3>{told}</h3>
      {law !== undefined && <p>{said(law.text, lang)}</p>}
      {answer.term !== undefined && <Term term={answer.term} />}
      {answer.status === 'unknown' && <Missing answer={answer} />}
      <Reasons answer={answer} />
    </div>
  );
}

/** Facts that the form asks for; what no source gives, and who may know it. */
function Missing({ answer: { domain, missing } }: { answer: RightAnswer }) {
  const words = useLawWords();
  const { whatMayI } = words;
  const questions = missing.flatMap(each => words.facts[each] ?? []);
  const gaps = missing.filter(each => words.facts[each] === undefined);
  return (
    <>
      {questions.map(question => (
        <p key={question}>{whatMayI.answerAbove(question)}</p>
      ))}
      {gaps.length > 0 && (
        <p>
          {whatMayI.missing} {gaps.join('; ')}. {whatMayI.ask(words.offices[domain])}
        </p>
      )}
    </>
  );
}

/** The last day of a limit for who entered on a known day, and how its days are counted. */
function Term({ term: { last_day: lastDay, over, counting } }: { term: NonNullable<RightAnswer['term']> }) {
  const { lang } = useLanguage();
  const { whatMayI } = useLawWords();
  return (
    <p>
      {lastDay !== null && <strong>{whatMayI.lastDay(formatDay(lastDay, lang))} </strong>}
      {over && <strong>{whatMayI.over} </strong>}
      <span className="quiet">{whatMayI.counting(counting)}</span>
    </p>
  );
}

/** The rule whose text stands under the answer. */
function firstRule({ because, explanation: { rules } }: RightAnswer): TriedRule | undefined {
  const [first] = because;
  return rules.find(
    ({ act, article, outcome }) => outcome === 'applies' && act === first?.act && article === first.article,
  );
}
