import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { formatDecimal, formatShare } from '../../../../src/common/wording/numbers.ts';
import { send } from '../../api/client.ts';
import type { Judgement, ReviewPair } from '../../api/types.ts';
import { ProblemNote } from '../../layout/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { PairTable } from './pair-table.tsx';
import { JUDGEMENTS, PAIRS } from './review-addresses.ts';

type Judged = Judgement['judgement'];

/** By the place of the key, so that they serve on a Russian keyboard too. */
const KEYS: Readonly<Record<string, Judged>> = { KeyS: 'same', KeyD: 'different', KeyU: 'unsure' };
const JUDGED: readonly Judged[] = ['same', 'different', 'unsure'];

/** Two slips side by side, what hangs on them, and the judgement with its reason. */
export function OnePair({ pair }: { pair: ReviewPair }) {
  const { words, lang } = useLanguage();
  const client = useQueryClient();
  const reason = useRef<HTMLTextAreaElement>(null);
  const [error, setError] = useState<unknown>();
  const [needsReason, setNeedsReason] = useState(false);
  const judge = useCallback(
    async (judgement: Judged) => {
      const text = reason.current?.value.trim() ?? '';
      setNeedsReason(text === '');
      if (text === '') {
        reason.current?.focus();
        return;
      }
      setError(undefined);
      await send('POST', JUDGEMENTS, { a: pair.a, b: pair.b, judgement, reason: text }).catch(setError);
      await client.invalidateQueries({ queryKey: [PAIRS] });
      await client.invalidateQueries({ queryKey: [JUDGEMENTS] });
    },
    [pair, client],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const judgement = KEYS[event.code];
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      const modified = event.ctrlKey || event.metaKey;
      // While the reason is written, Ctrl with the key judges; outside it the key alone.
      if (judgement === undefined || typing !== modified) return;
      event.preventDefault();
      judge(judgement);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [judge]);
  return (
    <section>
      <p className="sans">
        {words.review.weight(formatDecimal(pair.weight, 1, lang), formatShare(pair.probability, lang))};{' '}
        {words.review.linkedAs[pair.linked_as]}; {words.review.effect[pair.effect]}.
      </p>
      <PairTable pair={pair} />
      <form onSubmit={event => event.preventDefault()} className="judge">
        <label>
          {words.review.reason}
          <textarea
            ref={reason}
            rows={2}
            maxLength={2000}
            aria-invalid={needsReason}
            aria-describedby={needsReason ? 'needs-reason' : undefined}
          />
        </label>
        {needsReason && (
          <p id="needs-reason" className="problem" role="alert">
            {words.review.needsReason}
          </p>
        )}
        <div className="row">
          {JUDGED.map(judgement => (
            <button
              key={judgement}
              type="button"
              className={judgement === 'unsure' ? 'act light' : 'act'}
              onClick={() => judge(judgement)}
            >
              {words.review[judgement]}
            </button>
          ))}
          <span className="quiet">{words.review.keys}</span>
        </div>
      </form>
      {error !== undefined && <ProblemNote error={error} />}
    </section>
  );
}
