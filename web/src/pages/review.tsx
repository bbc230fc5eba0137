import { useList } from '../api/queries.ts';
import type { Judgement, ReviewPair } from '../api/types.ts';
import { NeedsRole } from '../layout/needs-role.tsx';
import { Answered } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import { JudgementsTable } from './review/judgements-table.tsx';
import { OnePair } from './review/one-pair.tsx';
import { JUDGEMENTS, PAIRS } from './review/review-addresses.ts';

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
  const judgements = useList<Judgement>(JUDGEMENTS);
  const none = <p className="empty sans">{words.review.none}</p>;
  return (
    <>
      <h1>{words.review.title}</h1>
      <Answered query={pairs} missing={none}>
        {({ items }) =>
          items[0] === undefined ? (
            none
          ) : (
            <>
              <p className="answer">{words.review.answer(items.length)}</p>
              <OnePair key={`${items[0].a} ${items[0].b}`} pair={items[0]} />
            </>
          )
        }
      </Answered>
      {judgements.data && <JudgementsTable judgements={judgements.data.items} />}
    </>
  );
}
