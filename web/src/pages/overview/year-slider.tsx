import { useEffect, useState } from 'react';
import { useLanguage } from '../../words/language.tsx';

const YEAR_MS = 1100;

/** One year after another, by hand or by itself; nothing plays for those who want less motion, who step instead. */
export function YearSlider({
  years,
  year,
  choose,
}: {
  years: readonly number[];
  year: number | null;
  choose: (year: number | null) => void;
}) {
  const { words } = useLanguage();
  const [plays, setPlays] = useState(false);
  const [still] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  useEffect(() => {
    if (!plays) return;
    const timer = setTimeout(
      () => {
        const next = years[year === null ? 0 : years.indexOf(year) + 1];
        if (next === undefined) setPlays(false);
        else choose(next);
      },
      year === null ? 0 : YEAR_MS,
    );
    return () => clearTimeout(timer);
  }, [plays, year, years, choose]);
  if (years.length < 2) return null;
  const position = year === null ? -1 : years.indexOf(year);
  const play = () => {
    if (!plays && year === years.at(-1)) choose(null);
    setPlays(!plays);
  };
  const step = (by: number) => choose(years[position + by] ?? null);
  return (
    <div className="year sans">
      {still ? (
        <span className="steps">
          <button type="button" className="act light" aria-label={words.yearBefore} onClick={() => step(-1)}>
            ←
          </button>
          <button type="button" className="act light" aria-label={words.yearAfter} onClick={() => step(1)}>
            →
          </button>
        </span>
      ) : (
        <button type="button" className="act light" onClick={play} aria-pressed={plays}>
          {plays ? words.pause : words.play}
        </button>
      )}
      <span className="track">
        <input
          type="range"
          min={-1}
          max={years.length - 1}
          value={position}
          aria-label={words.year}
          aria-valuetext={year === null ? words.allYears : String(year)}
          onChange={event => {
            setPlays(false);
            choose(years[Number(event.target.value)] ?? null);
          }}
        />
        <span className="scale quiet" aria-hidden="true">
          <span>{words.allYears}</span>
          <span>{years[Math.floor((years.length - 1) / 2)]}</span>
          <span>{years.at(-1)}</span>
        </span>
      </span>
      <output>{year ?? words.allYears}</output>
    </div>
  );
}
