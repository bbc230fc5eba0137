import { useState } from 'react';
import { ChooseDay } from '../../law/choose-day.tsx';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';
import { formatShortDay } from '../../words/moments.ts';
import { type AskedRights, staysOf, withStays } from './question.ts';

/** Earlier stays, which count where a limit is one of all days within a window. */
export function EarlierStays({
  question,
  within,
  last,
  ask,
}: {
  question: AskedRights;
  within: number | 'calendar-year';
  /** The latest day that a stay may have. */
  last: string;
  ask: (question: AskedRights) => void;
}) {
  const { lang } = useLanguage();
  const { whatMayI } = useLawWords();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const stays = staysOf(question);
  const backwards = from !== '' && to !== '' && to < from;
  const add = () => {
    ask(
      withStays(
        question,
        [...stays, { from, to }].sort((a, b) => a.from.localeCompare(b.from)),
      ),
    );
    setFrom('');
    setTo('');
  };
  return (
    <fieldset className="stays">
      <legend>{whatMayI.stays}</legend>
      <small>{within === 'calendar-year' ? whatMayI.staysOfYear : whatMayI.staysWithin(within)}</small>
      {stays.length > 0 && (
        <ul>
          {stays.map((stay, place) => {
            const told = `${formatShortDay(stay.from, lang)} – ${formatShortDay(stay.to, lang)}`;
            return (
              <li key={stay.from + stay.to}>
                {told}{' '}
                <button
                  type="button"
                  className="plain"
                  aria-label={`${whatMayI.removeStay}: ${told}`}
                  onClick={() => ask(withStays(question, stays.toSpliced(place, 1)))}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <div className="row">
        <ChooseDay label={whatMayI.stayFrom} value={from} last={last} choose={setFrom} />
        <ChooseDay label={whatMayI.stayTo} value={to} last={last} choose={setTo} />
        <button
          type="button"
          className="act light small"
          disabled={from === '' || to === '' || backwards || to > last}
          onClick={add}
        >
          {whatMayI.addStay}
        </button>
      </div>
      {backwards && <p role="alert">{whatMayI.stayBackwards}</p>}
    </fieldset>
  );
}
