import { ofState } from '../../../../src/common/wording/state-phrases.ts';
import type { RightAnswer, RightStatus, TriedRule } from '../../api/types.ts';
import { said } from '../../law/said.ts';
import { StatusSign } from '../../law/status-sign.tsx';
import { useLanguage } from '../../words/language.tsx';
import type { Purpose } from '../../words/law-english.ts';
import { useLawWords } from '../../words/law-words.ts';
import { Reasons } from './reasons.tsx';
import { isFirstFor, mayOf } from './right-words.ts';

/** Answers in plain words, by what they come to: may, may not, not certain. */
export function AnswerGroups({ answers }: { answers: readonly RightAnswer[] }) {
  const { whatMayI } = useLawWords();
  const group = (title: string, ...statuses: RightStatus[]) => {
    const found = answers.filter(({ status }) => statuses.includes(status));
    if (found.length === 0) return null;
    return (
      <section>
        <h2>{title}</h2>
        <ul className="answers">
          {found.map(answer => (
            <li key={answer.domain}>
              <StatusSign status={answer.status} value={answer.value} />
              <OneAnswer answer={answer} />
            </li>
          ))}
        </ul>
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
      {answer.status === 'unknown' && (
        <p>
          {whatMayI.missing} {answer.missing.map(missing => words.facts[missing] ?? said(missing, lang)).join('; ')}.{' '}
          {whatMayI.ask(words.offices[answer.domain])}
        </p>
      )}
      <Reasons answer={answer} />
    </div>
  );
}

/** The rule whose text stands under the answer. */
function firstRule({ because, explanation: { rules } }: RightAnswer): TriedRule | undefined {
  const [first] = because;
  return rules.find(
    ({ act, article, outcome }) => outcome === 'applies' && act === first?.act && article === first.article,
  );
}

/** What no treaty says: right, and who knows the state's own law; first what somebody with this purpose needs. */
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
  const { whatMayI } = useLawWords();
  const own = answers.filter(({ status }) => status === 'national-law');
  const first = own.filter(answer => isFirstFor(purpose, answer));
  const rest = own.filter(answer => !isFirstFor(purpose, answer));
  if (own.length === 0) return null;
  return (
    <section>
      <h2>{whatMayI.lawTitle(ofState(host, lang))}</h2>
      <p>{whatMayI.lawText}</p>
      <OwnLawList answers={first} />
      {rest.length > 0 && (
        <details className="more-law" open={first.length === 0}>
          <summary>{whatMayI.moreLaw(rest.length)}</summary>
          <OwnLawList answers={rest} />
        </details>
      )}
    </section>
  );
}

function OwnLawList({ answers }: { answers: readonly RightAnswer[] }) {
  const words = useLawWords();
  return (
    <ul className="answers">
      {answers.map(answer => (
        <li key={answer.domain}>
          <StatusSign status={answer.status} />
          <div>
            <h3>{words.rights[answer.domain]}</h3>
            <p>{words.whatMayI.ask(words.offices[answer.domain])}</p>
            <Reasons answer={answer} />
          </div>
        </li>
      ))}
    </ul>
  );
}
