import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/queries.ts';
import { holds } from '../../layout/frame.tsx';
import { useLawWords, useProposalWords } from '../../words/law-words.ts';

/** The pages about acts beside each other; proposals for those who make and review them. */
export function ActsMenu() {
  const { acts } = useLawWords();
  const { menu } = useProposalWords();
  const isLawyer = holds(useSession().data, ['lawyer']);
  return (
    <nav aria-label={acts.list} className="menu sans">
      <Link to="/acts" activeOptions={{ exact: true, includeSearch: false }} activeProps={{ className: 'active' }}>
        {acts.list}
      </Link>
      <Link to="/acts/conflicts" activeProps={{ className: 'active' }}>
        {acts.conflicts}
      </Link>
      {isLawyer && (
        <Link to="/acts/proposals" activeProps={{ className: 'active' }}>
          {menu}
        </Link>
      )}
    </nav>
  );
}
