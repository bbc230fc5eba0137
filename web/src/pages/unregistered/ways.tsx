import { Link } from '@tanstack/react-router';
import { hiddenWords } from '../../../../src/common/wording/hidden-words.ts';
import { useLanguage } from '../../words/language.tsx';

const WAYS = [
  { to: '/unregistered', name: 'balance' },
  { to: '/unregistered/censuses', name: 'censuses' },
  { to: '/unregistered/workforce', name: 'workforce' },
] as const;

/** The pages on what stays unregistered: the sheet that joins all ways of knowing, and single ways by tables of one's own. */
export function Ways() {
  const { lang } = useLanguage();
  const { ways } = hiddenWords(lang);
  return (
    <nav className="ways sans" aria-label={ways.label}>
      {WAYS.map(({ to, name }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {ways[name]}
        </Link>
      ))}
    </nav>
  );
}
