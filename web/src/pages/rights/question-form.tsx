import type { ReactNode } from 'react';
import { ChooseDay } from '../../law/choose-day.tsx';
import { ChooseState } from '../../law/choose-state.tsx';
import { useLawWords } from '../../words/law-words.ts';
import { type AskedRights, PURPOSES } from './question.ts';

/** Citizenship and host first; purpose and day, which have a usual answer, once these are known. */
export function QuestionForm({
  question,
  day,
  ask,
  more,
}: {
  question: AskedRights;
  day: string;
  ask: (question: AskedRights) => void;
  /** Further questions that the answers ask for. */
  more?: ReactNode;
}) {
  const words = useLawWords();
  const { whatMayI } = words;
  const complete = question.citizen !== undefined && question.in !== undefined;
  return (
    <form aria-label={whatMayI.form} className="asked">
      <div className="row">
        <ChooseState
          label={whatMayI.citizen}
          value={question.citizen}
          empty={whatMayI.choose}
          choose={citizen => ask({ ...question, citizen })}
        />
        <ChooseState
          label={whatMayI.host}
          value={question.in}
          empty={whatMayI.choose}
          choose={host => ask({ ...question, in: host })}
        />
        {complete && (
          <>
            <label>
              {whatMayI.purpose}
              <select
                value={question.purpose ?? 'visit'}
                onChange={({ target }) =>
                  ask({ ...question, purpose: PURPOSES.find(each => each === target.value), fact: undefined })
                }
              >
                {PURPOSES.map(purpose => (
                  <option key={purpose} value={purpose}>
                    {words.purposes[purpose]}
                  </option>
                ))}
              </select>
            </label>
            <ChooseDay label={whatMayI.on} value={question.on ?? day} choose={on => ask({ ...question, on })} />
          </>
        )}
        {more}
      </div>
      {complete && (
        <details open={question.known !== undefined}>
          <summary>{whatMayI.moreQuestions}</summary>
          <div className="row">
            <ChooseDay
              label={whatMayI.knownOn}
              value={question.known ?? ''}
              choose={known => ask({ ...question, known })}
            />
            {question.known !== undefined && (
              <button type="button" className="plain" onClick={() => ask({ ...question, known: undefined })}>
                {whatMayI.knownToday}
              </button>
            )}
          </div>
          <p className="quiet">{whatMayI.knownHelp}</p>
        </details>
      )}
    </form>
  );
}
