import { Link } from '@tanstack/react-router';
import type { Language } from '../../../../src/common/language.ts';
import { useProvisions } from '../../api/law-queries.ts';
import type { Right, RightAnswer } from '../../api/types.ts';
import { limitOf, said } from '../../law/said.ts';
import { useActTitle } from '../../law/use-act-title.ts';
import { useLanguage } from '../../words/language.tsx';
import type { LawWords, Purpose } from '../../words/law-english.ts';
import { useLawWords } from '../../words/law-words.ts';
import { formatDay } from '../../words/moments.ts';

/** What to do one after another, as far as the answers say; where the state's own law decides, who knows it. */
export function NextSteps({ answers, purpose }: { answers: readonly RightAnswer[]; purpose: Purpose }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  return (
    <section>
      <h2>{words.whatMayI.steps}</h2>
      <ol className="procedure">
        {stepsFor({ purpose, answers, words, lang }).map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="quiet">{words.whatMayI.papers}</p>
    </section>
  );
}

function stepsFor({
  purpose,
  answers,
  words,
  lang,
}: {
  purpose: Purpose;
  answers: readonly RightAnswer[];
  words: LawWords;
  lang: Language;
}): string[] {
  const { whatMayI } = words;
  const answerTo = (right: Right) => answers.find(({ domain }) => domain === right);
  const has = (right: Right) => answerTo(right)?.status === 'yes';
  const works = purpose === 'work' || purpose === 'permanent';
  const stay = answerTo('stay-without-registration');
  const limit = stay === undefined || !has('stay-without-registration') ? null : limitOf(stay, words);
  const lastDay = stay?.term?.last_day == null ? null : formatDay(stay.term.last_day, lang);
  const registering =
    limit === null
      ? whatMayI.stepAskRegister
      : stay?.term?.over
        ? whatMayI.stepOver
        : whatMayI.stepRegister(limit, lastDay);
  return [
    ...(purpose === 'permanent' ? [] : [has('visa-free-entry') ? whatMayI.stepVisa : whatMayI.stepAskVisa]),
    ...(purpose === 'permanent' ? [] : [registering]),
    ...(works ? [has('work-without-permit') ? whatMayI.stepWork : whatMayI.stepAskWork] : []),
    ...(purpose === 'work' ? [has('recognition-of-education') ? whatMayI.stepDiploma : whatMayI.stepAskDiploma] : []),
    ...(purpose === 'study' || purpose === 'family'
      ? [has('education') ? whatMayI.stepStudy : whatMayI.stepAskStudy]
      : []),
    ...(works ? [whatMayI.stepPension] : []),
  ];
}

/** Provisions of the acts in force between the two states from which no right of the list follows. */
export function MoreProvisions({
  citizen,
  host,
  on,
  known,
}: {
  citizen: string;
  host: string;
  on: string;
  known: string | undefined;
}) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const titleOf = useActTitle();
  const { data } = useProvisions({ citizen, in: host, on, 'known-on': known });
  const more = (data?.items ?? []).filter(({ rules, text }) => rules.length === 0 && !text.ru.startsWith('('));
  if (more.length === 0) return null;
  return (
    <section>
      <h2>{words.whatMayI.more}</h2>
      <ul className="sans">
        {more.map(({ act, article, text }) => (
          <li key={act + article + text.en}>
            {said(text, lang)}{' '}
            <Link to="/acts/$act" params={{ act }} className="quiet">
              {titleOf(act)}
              {article !== null && `, ${words.article(article)}`}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
