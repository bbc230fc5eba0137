import { NeedsRole } from '../../../layout/needs-role.tsx';
import { useTitle } from '../../../layout/titled.ts';
import { useProposalWords } from '../../../words/law-words.ts';
import { ActsMenu } from '../acts-menu.tsx';
import { useOwnStates } from './own-states.ts';
import { ProposeAct } from './propose-act.tsx';
import { ProposeClaim } from './propose-claim.tsx';
import '../../../law/law.css';

export function NewProposalPage() {
  const words = useProposalWords();
  useTitle(words.newTitle);
  return (
    <NeedsRole roles={['lawyer']} title={words.newTitle}>
      <Ways />
    </NeedsRole>
  );
}

function Ways() {
  const words = useProposalWords();
  const states = useOwnStates();
  return (
    <>
      <h1>{words.newTitle}</h1>
      <p className="answer">{words.newAnswer}</p>
      <ActsMenu />
      <section>
        <h2>{words.claimTitle}</h2>
        <p>{words.claimNote}</p>
        <ProposeClaim states={states} />
      </section>
      <section>
        <h2>{words.actTitle}</h2>
        <p>{words.actNote}</p>
        <ProposeAct states={states} />
      </section>
    </>
  );
}
