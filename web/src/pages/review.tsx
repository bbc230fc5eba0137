import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { formatDecimal, formatShare } from '../../../src/common/wording/numbers.ts';
import { send } from '../api/client.ts';
import { useList } from '../api/queries.ts';
import type { ReviewPair } from '../api/types.ts';
import { NeedsRole } from '../layout/needs-role.tsx';
import { Scrolled } from '../layout/scrolled.tsx';
import { Answered, ProblemNote } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';

type Judged = 'same' | 'different' | 'unsure';
const PAIRS = '/api/review/pairs';
const KEYS: Readonly<Record<string, Judged>> = { s: 'same', d: 'different', u: 'unsure' };

export function ReviewPage() {
  const { words } = useLanguage();
  useTitle(words.review.title);
  return (
    <NeedsRole roles={['statistician']} title={words.review.title}>
      <Pairs />
    </NeedsRole>
  );
}

function Pairs() {
  const { words } = useLanguage();
  const pairs = useList<ReviewPair>(PAIRS);
  const judgements = useList<{ id: number }>('/api/judgements');
  return (
    <>
      <h1>{words.review.title}</h1>
      <Answered query={pairs} missing={<p className="empty sans">{words.review.none}</p>}>
        {({ items }) => (
          <>
            <p className="answer">{items.length === 0 ? words.review.none : words.review.answer(items.length)}</p>
            {items[0] && <OnePair key={`${items[0].a} ${items[0].b}`} pair={items[0]} />}
          </>
        )}
      </Answered>
      {judgements.data && <p className="quiet sans">{words.review.kept(judgements.data.items.length)}</p>}
    </>
  );
}

/** Two slips side by side, what hangs on them, and the judgement with its reason; keys S, D and U judge. */
function OnePair({ pair }: { pair: ReviewPair }) {
  const { words, lang } = useLanguage();
  const client = useQueryClient();
  const reason = useRef<HTMLTextAreaElement>(null);
  const [error, setError] = useState<unknown>();
  const judge = useCallback(
    async (judgement: Judged) => {
      const text = reason.current?.value.trim() ?? '';
      if (text === '') {
        reason.current?.focus();
        return;
      }
      setError(undefined);
      await send('POST', '/api/judgements', { a: pair.a, b: pair.b, judgement, reason: text }).catch(setError);
      await client.invalidateQueries({ queryKey: [PAIRS] });
      await client.invalidateQueries({ queryKey: ['/api/judgements'] });
    },
    [pair, client],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const judgement = KEYS[event.key];
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (judgement !== undefined && !typing && !event.ctrlKey && !event.metaKey) judge(judgement);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [judge]);
  return (
    <section>
      <p className="sans">
        {words.review.weight(formatDecimal(pair.weight, 1, lang), formatShare(pair.probability, lang))};{' '}
        {words.review.linkedAs[pair.linked_as]}; {words.review.effect[pair.effect] ?? pair.effect}.
      </p>
      <Scrolled label={words.review.title}>
        <table className="pair">
          <thead>
            <tr>
              <th className="text">{words.review.field}</th>
              <th className="text">{pair.a}</th>
              <th className="text">{pair.b}</th>
            </tr>
          </thead>
          <tbody>
            {pair.fields.map(({ field, a, b, level }) => (
              <tr key={field} className={level === 'differs' ? 'differs' : ''}>
                <td className="text">{field.replaceAll('_', ' ')}</td>
                <td className="text wrap">{a ?? '–'}</td>
                <td className="text wrap">{b ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <form onSubmit={event => event.preventDefault()}>
        <label>
          {words.review.reason}
          <textarea ref={reason} rows={2} maxLength={2000} />
        </label>
        <div className="row">
          {(['same', 'different', 'unsure'] as const).map(judgement => (
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
