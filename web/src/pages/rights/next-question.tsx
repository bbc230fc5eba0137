import { useRightsFacts } from '../../api/law-queries.ts';
import type { RightAnswer, RightsFacts } from '../../api/types.ts';
import { ChooseDay } from '../../law/choose-day.tsx';
import type { LawWords, Purpose } from '../../words/law-english.ts';
import { useLawWords } from '../../words/law-words.ts';
import { EarlierStays } from './earlier-stays.tsx';
import { type AskedRights, factsOf, withFact } from './question.ts';
import { isFirstFor } from './right-words.ts';

type NeededFact = RightsFacts['items'][number];

/** The facts that an answer still lacks, one question each, once the answer is seen to hang on it. */
export function NextQuestions({
  question,
  day,
  answers,
  ask,
}: {
  question: AskedRights;
  day: string;
  answers: readonly RightAnswer[];
  ask: (question: AskedRights) => void;
}) {
  const words = useLawWords();
  const facts = useRightsFacts().data?.items ?? [];
  const given = factsOf(question);
  const purpose = question.purpose ?? 'visit';
  const lacks = (fact: string) => answers.some(answer => hangs(answer, purpose) && answer.missing.includes(fact));
  const shown = facts.filter(({ fact }) => fact in given || lacks(fact));
  const limited = answers.some(({ term }) => term !== undefined);
  const within = answers.map(({ term }) => term?.within ?? null).find(each => each !== null) ?? null;
  return (
    <>
      {limited && (
        <ChooseDay
          label={words.whatMayI.entered}
          value={question.entered ?? ''}
          last={question.on ?? day}
          choose={entered => ask({ ...question, entered })}
        />
      )}
      {within !== null && <EarlierStays question={question} within={within} last={question.on ?? day} ask={ask} />}
      {shown.map(needed => (
        <label key={needed.fact} className="next">
          {words.facts[needed.fact] ?? needed.fact}
          <select
            value={given[needed.fact] ?? ''}
            onChange={({ target }) => ask(withFact(question, needed.fact, target.value || undefined))}
          >
            <option value="">{words.whatMayI.choose}</option>
            {[...needed.values, OTHER].map(value => (
              <option key={value} value={value}>
                {valueWord(needed, value, words)}
              </option>
            ))}
          </select>
          <small>
            {words.whatMayI.dependsOnIt} {needed.domains.map(domain => words.rights[domain].toLowerCase()).join(', ')}
          </small>
        </label>
      ))}
    </>
  );
}

/** An answer that cannot be given; and to whoever works also one that an exception could take away. */
function hangs(answer: RightAnswer, purpose: Purpose): boolean {
  return isFirstFor(purpose, answer) && (answer.status === 'unknown' || purpose === 'work');
}

/** Whatever no rule names. */
const OTHER = 'other';

function valueWord({ fact }: NeededFact, value: string, { factValues, otherValue }: LawWords): string {
  return factValues[`${fact}=${value}`] ?? factValues[value] ?? (value === OTHER ? otherValue : value);
}
