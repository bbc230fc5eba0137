import type { PersonRole, Right } from '../../api/types.ts';
import { oneOf } from '../../law/address.ts';
import { ChooseState } from '../../law/choose-state.tsx';
import { useLawWords } from '../../words/law-words.ts';
import { FIRST_RIGHT, type MatrixView, RIGHTS, ROLES } from './view.ts';

const KINDS = ['right', 'citizen', 'in'] as const;

/** Which of its sides a matrix holds fast: a right, a citizenship or a host; and as what the person asks. */
export function ChooseView({ view, show }: { view: MatrixView; show: (view: MatrixView) => void }) {
  const words = useLawWords();
  const { matrix } = words;
  const rest = { on: view.on, role: view.role };
  const kind = view.citizen !== undefined ? 'citizen' : view.in !== undefined ? 'in' : 'right';
  const state = view.citizen ?? view.in;
  return (
    <form aria-label={matrix.view}>
      <div className="row">
        <Choose
          label={matrix.view}
          value={kind}
          words={{ right: matrix.oneRight, citizen: matrix.oneCitizen, in: matrix.oneHost }}
          all={KINDS}
          choose={next => show(next === 'right' ? rest : { ...rest, [next]: state ?? 'BY' })}
        />
        {kind === 'right' ? (
          <Choose<Right>
            label={matrix.right}
            value={view.right ?? FIRST_RIGHT}
            words={words.rights}
            all={RIGHTS}
            choose={right => show({ ...rest, right })}
          />
        ) : (
          <ChooseState
            label={kind === 'citizen' ? matrix.citizen : matrix.host}
            value={state}
            choose={next => show({ ...rest, [kind]: next })}
          />
        )}
        <Choose<PersonRole>
          label={matrix.role}
          value={view.role ?? 'citizen'}
          words={words.roles}
          all={ROLES}
          choose={role => show({ ...view, role })}
        />
      </div>
    </form>
  );
}

function Choose<Word extends string>({
  label,
  value,
  words,
  all,
  choose,
}: {
  label: string;
  value: Word;
  words: Readonly<Record<Word, string>>;
  all: readonly Word[];
  choose: (word: Word) => void;
}) {
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ target }) => {
          const word = oneOf(all, target.value);
          if (word !== undefined) choose(word);
        }}
      >
        {all.map(word => (
          <option key={word} value={word}>
            {words[word]}
          </option>
        ))}
      </select>
    </label>
  );
}
