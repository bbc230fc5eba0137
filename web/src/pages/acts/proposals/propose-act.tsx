import { type FormEvent, useState } from 'react';
import { DropZone } from '../../../layout/drop-zone.tsx';
import { useProposalWords } from '../../../words/law-words.ts';
import { ChooseOwnState } from './choose-own-state.tsx';
import { EXAMPLE_ACT } from './example-act.ts';
import { ProposalFaults } from './proposal-faults.tsx';
import { usePropose } from './use-propose.ts';

/** A whole act as YAML: pasted, dropped as a file, or begun from an example. */
export function ProposeAct({ states }: { states: readonly string[] }) {
  const words = useProposalWords();
  const { refused, sending, propose } = usePropose();
  const [state, setState] = useState(states[0] ?? '');
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void propose({ state, text, note });
  };
  return (
    <form onSubmit={submit} className="column wide" aria-label={words.actTitle}>
      <ChooseOwnState states={states} value={state} choose={setState} />
      <DropAct read={setText} />
      <label>
        {words.text}
        <textarea
          className="code"
          required
          rows={14}
          spellCheck={false}
          maxLength={200_000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      {text === '' && (
        <button type="button" className="plain" onClick={() => setText(EXAMPLE_ACT)}>
          {words.example}
        </button>
      )}
      <label>
        {words.note}
        <textarea rows={2} maxLength={2000} value={note} onChange={({ target }) => setNote(target.value)} />
      </label>
      <button type="submit" className="act" disabled={sending}>
        {words.submit}
      </button>
      {refused && <ProposalFaults {...refused} />}
    </form>
  );
}

function DropAct({ read }: { read: (text: string) => void }) {
  return (
    <DropZone
      words={useProposalWords()}
      accept=".yaml,.yml,.txt"
      single
      take={([file]) => void file?.text().then(read)}
    />
  );
}
