import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { stateName } from '../../../../../src/common/states.ts';
import { useProposal } from '../../../api/law-queries.ts';
import type { LawProposalInFull } from '../../../api/types.ts';
import { ChooseDay } from '../../../law/choose-day.tsx';
import { today } from '../../../law/said.ts';
import { NeedsRole } from '../../../layout/needs-role.tsx';
import { Answered } from '../../../layout/states.tsx';
import { useTitle } from '../../../layout/titled.ts';
import { useLanguage } from '../../../words/language.tsx';
import { useProposalWords } from '../../../words/law-words.ts';
import { formatMoment } from '../../../words/moments.ts';
import { ActsMenu } from '../acts-menu.tsx';
import { ChangedAct } from './changed-act.tsx';
import { ChangedAnswers } from './changed-answers.tsx';
import { Decide } from './decide.tsx';
import '../../../law/law.css';

export function OneProposalPage() {
  const words = useProposalWords();
  return (
    <NeedsRole roles={['lawyer']} title={words.title}>
      <Found />
    </NeedsRole>
  );
}

function Found() {
  const { proposal } = useParams({ from: '/acts/proposals/$proposal' });
  const { lang } = useLanguage();
  const [on, setOn] = useState(today);
  const query = useProposal(proposal, { on, lang });
  return (
    <Answered query={query} missing={<NoSuchProposal />}>
      {found => <Shown proposal={found} on={on} choose={setOn} />}
    </Answered>
  );
}

function NoSuchProposal() {
  const { missing } = useProposalWords();
  useTitle(missing);
  return (
    <>
      <h1>{missing}</h1>
      <ActsMenu />
    </>
  );
}

function Shown({ proposal, on, choose }: { proposal: LawProposalInFull; on: string; choose: (day: string) => void }) {
  const { lang } = useLanguage();
  const words = useProposalWords();
  const { id, act, title, state, kind, text, review, faults, rights } = proposal;
  useTitle(title[lang]);
  const stands = review?.decision ?? 'open';
  return (
    <>
      <h1>{title[lang]}</h1>
      <p className="answer" role="status">
        {words.oneAnswer[stands](stateName(state, lang), words.kinds[kind])}
      </p>
      <ActsMenu />
      <p className="sans quiet">
        № {id} ·{' '}
        {proposal.before === null && stands !== 'published' ? (
          act
        ) : (
          <Link to="/acts/$act" params={{ act }}>
            {act}
          </Link>
        )}
      </p>
      {faults.length > 0 && (
        <div className="problem sans" role="alert">
          <strong>{words.faultsNow(faults.length)}</strong>
          <ul lang="en">
            {faults.map(fault => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      {proposal.after !== null && (
        <>
          <section>
            <h2>{words.changes}</h2>
            <ChangedAct before={proposal.before} after={proposal.after} />
          </section>
          <section>
            <h2>{words.answersTitle(rights.length)}</h2>
            <form aria-label={words.answersOn}>
              <ChooseDay label={words.answersOn} value={on} choose={choose} />
            </form>
            <ChangedAnswers rights={rights} />
          </section>
        </>
      )}
      <section>
        <h2>{words.history}</h2>
        <History proposal={proposal} />
        <details className="sans">
          <summary>{words.yaml}</summary>
          <pre className="yaml">{text}</pre>
        </details>
      </section>
      {review === null && <Decide proposal={proposal} />}
    </>
  );
}

/** Who did what and when; it only grows. */
function History({
  proposal: { state, proposer, proposed_at, note, review },
}: {
  proposal: Pick<LawProposalInFull, 'state' | 'proposer' | 'proposed_at' | 'note' | 'review'>;
}) {
  const { lang } = useLanguage();
  const words = useProposalWords();
  return (
    <ol className="sans history">
      <li>
        <span className="quiet">{formatMoment(proposed_at, lang)}</span>{' '}
        {words.proposed(proposer || words.nameless, stateName(state, lang))}
        {note !== '' && <blockquote>{note}</blockquote>}
      </li>
      {review !== null && (
        <li>
          <span className="quiet">{formatMoment(review.reviewed_at, lang)}</span>{' '}
          {words[review.decision](review.reviewer || words.nameless)}
          <blockquote>{review.reason}</blockquote>
        </li>
      )}
    </ol>
  );
}
