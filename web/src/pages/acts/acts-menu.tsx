import { Link } from '@tanstack/react-router';
import { useLawWords } from '../../words/law-words.ts';

/** The pages about acts beside each other. */
export function ActsMenu() {
  const { acts } = useLawWords();
  return (
    <nav aria-label={acts.list} className="menu sans">
      <Link to="/acts" activeOptions={{ exact: true, includeSearch: false }} activeProps={{ className: 'active' }}>
        {acts.list}
      </Link>
      <Link to="/acts/conflicts" activeProps={{ className: 'active' }}>
        {acts.conflicts}
      </Link>
    </nav>
  );
}
