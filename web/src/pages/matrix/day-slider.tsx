import { useEffect, useState } from 'react';
import { ChooseDay } from '../../law/choose-day.tsx';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';
import { formatDay } from '../../words/moments.ts';

const FIRST = '1992-01-01';
const DAY_MS = 86_400_000;
const SETTLED_MS = 150;

const numberOf = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const dayAt = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** A day between 1992 and today, by slider, by date, or from one change to the next. */
export function DaySlider({
  on,
  today,
  earlier,
  later,
  choose,
}: {
  on: string;
  today: string;
  earlier: string | null;
  later: string | null;
  choose: (day: string) => void;
}) {
  const { lang } = useLanguage();
  const { matrix } = useLawWords();
  const [number, setNumber] = useState(numberOf(on));
  useEffect(() => setNumber(numberOf(on)), [on]);
  useEffect(() => {
    if (dayAt(number) === on) return;
    const timer = setTimeout(() => choose(dayAt(number)), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [number, on, choose]);
  const step = (label: string, arrow: string, to: string | null) => (
    <button
      type="button"
      className="act light"
      aria-label={label}
      title={to === null ? label : `${label}: ${formatDay(to, lang)}`}
      disabled={to === null}
      onClick={() => to !== null && choose(to)}
    >
      {arrow}
    </button>
  );
  return (
    <div className="year day sans">
      <span className="steps">
        {step(matrix.earlier, '←', earlier)}
        {step(matrix.later, '→', later)}
      </span>
      <span className="track">
        <input
          type="range"
          min={numberOf(FIRST)}
          max={Math.max(numberOf(today), numberOf(on))}
          value={number}
          aria-label={matrix.day}
          aria-valuetext={formatDay(dayAt(number), lang)}
          onChange={({ target }) => setNumber(Number(target.value))}
        />
        <span className="scale quiet" aria-hidden="true">
          <span>1992</span>
          <span>{Math.round((1992 + Number(today.slice(0, 4))) / 2)}</span>
          <span>{today.slice(0, 4)}</span>
        </span>
      </span>
      <ChooseDay label={matrix.day} value={dayAt(number)} choose={choose} />
    </div>
  );
}
