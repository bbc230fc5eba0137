import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { stateName } from '../../../../../src/common/states.ts';
import { send } from '../../../api/client.ts';
import { PROPOSALS } from '../../../api/law-queries.ts';
import type { LawProposalInFull } from '../../../api/types.ts';
import { Sure } from '../../../layout/sure.tsx';
import { useLanguage } from '../../../words/language.tsx';
import { useProposalWords } from '../../../words/law-words.ts';
import { useOwnStates } from './own-states.ts';
import { ProposalFaults } from './proposal-faults.tsx';

/** Publishes or refuses a proposal of another person with the reason. */
export function Decide({ proposal: { id, state, mine, text, after } }: { proposal: LawProposalInFull }) {
  const { lang } = useLanguage();
  const words = useProposalWords();
  const states = useOwnStates();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  if (mine) return <p className="note">{words.reviewMine}</p>;
  if (!states.includes(state)) return <p className="note">{words.reviewNotYours(stateName(state, lang))}</p>;
  const decide = async (decision: 'published' | 'refused') => {
    setError(undefined);
    try {
      await send('POST', `${PROPOSALS}/${id}/review`, { decision, reason });
    } catch (problem) {
      setError(problem);
    }
    // Every answer of the law may have become another.
    await client.invalidateQueries();
  };
  const ready = reason.trim() !== '';
  return (
    <section>
      <h2>{words.reviewTitle}</h2>
      <form className="column wide" aria-label={words.reviewTitle} onSubmit={event => event.preventDefault()}>
        <label>
          {words.reason}
          <textarea
            required
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        {ready ? (
          <div className="row">
            {after !== null && (
              <Sure name={words.publish} warning={words.surePublish} className="act" act={() => decide('published')} />
            )}
            <Sure name={words.refuse} warning={words.sureRefuse} className="act light" act={() => decide('refused')} />
          </div>
        ) : (
          <p className="quiet">{words.reasonFirst}</p>
        )}
        {error !== undefined && <ProposalFaults error={error} text={text} />}
      </form>
    </section>
  );
}
