import { SPACE_STATES } from '../../../src/common/space.ts';
import { stateName } from '../../../src/common/states.ts';
import { useLanguage } from '../words/language.tsx';

/** A state of the space to choose, and the one of another part of the world that an address names. */
export function ChooseState({
  label,
  value,
  empty,
  choose,
}: {
  label: string;
  value: string | undefined;
  /** What stands for no choice; absent where one is needed. */
  empty?: string;
  choose: (state: string | undefined) => void;
}) {
  const { lang } = useLanguage();
  const states = [...new Set([...SPACE_STATES, ...(value === undefined ? [] : [value])])].toSorted((a, b) =>
    stateName(a, lang).localeCompare(stateName(b, lang), lang),
  );
  return (
    <label>
      {label}
      <select value={value ?? ''} onChange={event => choose(event.target.value || undefined)}>
        {(empty !== undefined || value === undefined) && <option value="">{empty}</option>}
        {states.map(state => (
          <option key={state} value={state}>
            {stateName(state, lang)}
          </option>
        ))}
      </select>
    </label>
  );
}
