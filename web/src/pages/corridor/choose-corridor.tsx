import { useNavigate } from '@tanstack/react-router';
import { SPACE_STATES } from '../../../../src/common/space.ts';
import { stateName } from '../../../../src/common/states.ts';
import { useLanguage } from '../../words/language.tsx';

/** Two states to choose, and a turn about. */
export function ChooseCorridor({ origin, destination }: { origin: string; destination: string }) {
  const { words, lang } = useLanguage();
  const navigate = useNavigate();
  const open = (from: string, to: string) => {
    if (from !== to)
      navigate({
        to: '/corridors/$origin/$destination',
        params: { origin: from, destination: to },
        resetScroll: false,
      });
  };
  const states = [...new Set([...SPACE_STATES, origin, destination])].toSorted((a, b) =>
    stateName(a, lang).localeCompare(stateName(b, lang), lang),
  );
  const select = (label: string, value: string, choose: (state: string) => void) => (
    <label>
      {label}
      <select value={value} onChange={event => choose(event.target.value)}>
        {states.map(state => (
          <option key={state} value={state}>
            {stateName(state, lang)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form aria-label={words.corridor.choose}>
      <div className="row">
        {select(words.from, origin, state => open(state, state === destination ? origin : destination))}
        <button
          type="button"
          className="act light"
          aria-label={`${stateName(destination, lang)} → ${stateName(origin, lang)}`}
          onClick={() => open(destination, origin)}
        >
          ⇄
        </button>
        {select(words.to, destination, state => open(state === origin ? destination : origin, state))}
      </div>
    </form>
  );
}
