import { Link } from '@tanstack/react-router';
import { stateName } from '../../../../../src/common/states.ts';
import { useProposals } from '../../../api/law-queries.ts';
import type { LawProposal } from '../../../api/types.ts';
import { NeedsRole } from '../../../layout/needs-role.tsx';
import { Answered } from '../../../layout/states.tsx';
import { useTitle } from '../../../layout/titled.ts';
import { useLanguage } from '../../../words/language.tsx';
import { useProposalWords } from '../../../words/law-words.ts';
import { formatShortDay } from '../../../words/moments.ts';
import { ActsMenu } from '../acts-menu.tsx';
import '../../../law/law.css';

export function ProposalsPage() {
  const words = useProposalWords();
  useTitle(words.title);
  return (
    <NeedsRole roles={['lawyer']} title={words.title}>
      <Listed />
    </NeedsRole>
  );
}

function Listed() {
  const words = useProposalWords();
  const query = useProposals();
  return (
    <>
      <h1>{words.title}</h1>
      <Answered query={query}>
        {({ items }) => {
          const waiting = items.filter(({ review }) => review === null);
          const decided = items.filter(({ review }) => review !== null);
          const published = decided.filter(({ review }) => review?.decision === 'published').length;
          const counts = { waiting: waiting.length, published, refused: decided.length - published };
          return (
            <>
              <p className="answer">{words.answer(counts)}</p>
              <ActsMenu />
              <p>{words.how}</p>
              <p>
                <Link to="/acts/proposals/new" className="act sans">
                  {words.propose}
                </Link>
              </p>
              <Proposals title={words.waiting} proposals={waiting} />
              <Proposals title={words.decided} proposals={decided} />
            </>
          );
        }}
      </Answered>
    </>
  );
}

function Proposals({ title, proposals }: { title: string; proposals: readonly LawProposal[] }) {
  const { lang } = useLanguage();
  const words = useProposalWords();
  if (proposals.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="acts">
        {proposals.map(({ id, title: act, kind, state, proposer, proposed_at, review }) => (
          <li key={id}>
            <Link to="/acts/proposals/$proposal" params={{ proposal: String(id) }}>
              {act[lang]}
            </Link>
            <p className="quiet sans">
              № {id} · {stateName(state, lang)} · {words.kinds[kind]} ·{' '}
              {words.proposedBy(proposer || words.nameless, formatShortDay(proposed_at, lang))}
              {review !== null && (
                <>
                  {' · '}
                  <b>{words.states[review.decision]}</b>, {review.reviewer || words.nameless}: {review.reason}
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
