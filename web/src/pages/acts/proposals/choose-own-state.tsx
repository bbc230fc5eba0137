import { stateName } from '../../../../../src/common/states.ts';
import { useLanguage } from '../../../words/language.tsx';
import { useProposalWords } from '../../../words/law-words.ts';

/** For which of the states that one acts for something is proposed. */
export function ChooseOwnState({
  states,
  value,
  choose,
}: {
  states: readonly string[];
  value: string;
  choose: (state: string) => void;
}) {
  const { lang } = useLanguage();
  const { forState } = useProposalWords();
  return (
    <label>
      {forState}
      <select value={value} onChange={({ target }) => choose(target.value)}>
        {states.map(state => (
          <option key={state} value={state}>
            {stateName(state, lang)}
          </option>
        ))}
      </select>
    </label>
  );
}
