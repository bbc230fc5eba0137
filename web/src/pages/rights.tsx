import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { inState, ofState } from '../../../src/common/wording/state-phrases.ts';
import { lawAddress, useRights } from '../api/law-queries.ts';
import type { RightAnswer, RightStatus, Rights } from '../api/types.ts';
import { capital, today } from '../law/said.ts';
import { Answered } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import { useLawWords } from '../words/law-words.ts';
import { formatDay, formatMoment } from '../words/moments.ts';
import { AnswerGroups, OwnLaw } from './rights/answer-groups.tsx';
import { CompareQuestion } from './rights/compare-question.tsx';
import { NextQuestions } from './rights/next-question.tsx';
import { MoreProvisions, NextSteps } from './rights/next-steps.tsx';
import { type AskedRights, asApiQuestion, factsOf, staysOf } from './rights/question.ts';
import { QuestionForm } from './rights/question-form.tsx';
import { inOrderFor, isFirstFor, mayOf } from './rights/right-words.ts';
import '../law/law.css';

/** Rights that the first sentence names; the others are counted. */
const MOST_TOLD = 3;
const UNCLEAR: readonly RightStatus[] = ['unknown', 'disputed'];

/** A question that names both states, and two of them. */
type WholeQuestion = AskedRights & { citizen: string; in: string };

export function RightsPage() {
  const { lang } = useLanguage();
  const { whatMayI } = useLawWords();
  const question = useSearch({ from: '/rights' });
  const [day] = useState(today);
  const navigate = useNavigate();
  const ask = useCallback(
    (next: AskedRights) =>
      navigate({ to: '/rights', search: withoutToday(next, day), replace: true, resetScroll: false }),
    [navigate, day],
  );
  const whole = isWhole(question);
  const title = whole
    ? whatMayI.title(ofState(question.citizen, lang), inState(question.in, lang))
    : whatMayI.titleEmpty;
  useTitle(title);
  return (
    <>
      <h1>{title}</h1>
      {!whole && (
        <p className="answer">
          {question.citizen !== undefined && question.citizen === question.in ? whatMayI.same : whatMayI.answerEmpty}
        </p>
      )}
      {whole ? (
        <AnswerToQuestion question={question} day={day} ask={ask} />
      ) : (
        <QuestionForm question={question} day={day} ask={ask} />
      )}
    </>
  );
}

function isWhole(question: AskedRights): question is WholeQuestion {
  return question.citizen !== undefined && question.in !== undefined && question.citizen !== question.in;
}

function withoutToday({ on, ...rest }: AskedRights, day: string): AskedRights {
  return on === undefined || on === day ? rest : { ...rest, on };
}

function AnswerToQuestion({
  question,
  day,
  ask,
}: {
  question: WholeQuestion;
  day: string;
  ask: (question: AskedRights) => void;
}) {
  const { lang } = useLanguage();
  const { whatMayI } = useLawWords();
  const asked = { ...asApiQuestion(question, day), lang };
  const rights = useRights(asked);
  const { citizen, in: host, on = day, purpose = 'visit' } = question;
  useOpenForPrint();
  return (
    <Answered query={rights}>
      {answer => {
        const answers = inOrderFor(purpose, answer.answers);
        return (
          <>
            <p className="answer">
              <AnswerSentence rights={answer} day={day} purpose={purpose} />
              {question.known !== undefined && ` ${whatMayI.knownThen(formatDay(question.known, lang))}`}
            </p>
            <AskedOnPaper question={question} />
            <QuestionForm
              question={question}
              day={day}
              ask={ask}
              more={<NextQuestions question={question} day={day} answers={answers} ask={ask} />}
            />
            <AnswerGroups answers={answers} purpose={purpose} />
            <NextSteps answers={answers} purpose={purpose} />
            <OwnLaw answers={answers} host={host} purpose={purpose} />
            <MoreProvisions citizen={citizen} host={host} on={on} known={question.known} />
            <CompareQuestion asked={asked} on={on} citizen={citizen} />
            <section className="note">
              <p>{whatMayI.limits}</p>
              <p className="tools">
                <button type="button" className="act light small" onClick={() => print()}>
                  {whatMayI.print}
                </button>
                <Link to="/rights/matrix" search={{ citizen, on, role: answer.question.role }}>
                  {whatMayI.matrix}
                </Link>
                <span>
                  {whatMayI.source} <a href={lawAddress('/api/rights', asked)}>API</a>
                </span>
              </p>
              <p className="only-print">
                {whatMayI.printed(formatMoment(new Date().toISOString(), lang))} {location.href}
              </p>
            </section>
          </>
        );
      }}
    </Answered>
  );
}

function AnswerSentence({
  rights,
  day,
  purpose,
}: {
  rights: Rights;
  day: string;
  purpose: Parameters<typeof inOrderFor>[0];
}) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const { citizen, in: host, on } = rights.question;
  const told = formatDay(on, lang);
  const at = {
    day: capital(on === day ? words.whatMayI.todayDay(told) : words.whatMayI.onDay(told)),
    citizen: ofState(citizen, lang),
    host: inState(host, lang),
  };
  const answers = inOrderFor(purpose, rights.answers);
  const list = (shown: readonly RightAnswer[]) => {
    const named = shown.length === MOST_TOLD + 1 ? shown : shown.slice(0, MOST_TOLD);
    const more = shown.length === named.length ? [] : [words.whatMayI.andMore(shown.length - named.length)];
    return [...named.map(answer => mayOf(answer, words)), ...more].join('; ');
  };
  const yes = answers.filter(({ status }) => status === 'yes');
  const unclear = answers.filter(answer => isFirstFor(purpose, answer) && UNCLEAR.includes(answer.status));
  return [
    yes.length === 0 ? words.whatMayI.answerNone(at) : words.whatMayI.answer({ ...at, may: list(yes) }),
    ...(unclear.length === 0 ? [] : [words.whatMayI.notCertain(list(unclear))]),
  ].join(' ');
}

/** What the form holds beyond the title, where the form is not printed. */
function AskedOnPaper({ question }: { question: WholeQuestion }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const { whatMayI } = words;
  const { purpose = 'visit', entered } = question;
  const told = [
    `${whatMayI.purpose}: ${words.purposes[purpose]}`,
    ...(entered === undefined ? [] : [`${whatMayI.entered}: ${formatDay(entered, lang)}`]),
    ...staysOf(question).map(
      ({ from, to }) =>
        `${whatMayI.stays}: ${whatMayI.stayFrom} ${formatDay(from, lang)} ${whatMayI.stayTo} ${formatDay(to, lang)}`,
    ),
    ...Object.entries(factsOf(question)).map(
      ([fact, value]) =>
        `${words.facts[fact] ?? fact} ${words.factValues[`${fact}=${value}`] ?? words.factValues[value] ?? value}`,
    ),
  ];
  return <p className="only-print sans">{told.join('; ')}.</p>;
}

/** On paper all reasons stand open, and are as they were afterwards. */
function useOpenForPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [
        ...document.querySelectorAll<HTMLDetailsElement>('.reasons > details:not([open]), .more-rights:not([open])'),
      ];
      for (const each of opened) each.open = true;
    };
    const close = () => {
      for (const each of opened) each.open = false;
    };
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
    return () => {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', close);
    };
  }, []);
}
