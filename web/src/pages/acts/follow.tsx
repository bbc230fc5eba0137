import { stateName } from '../../../../src/common/states.ts';
import { subjectName } from '../../../../src/common/wording/subject-words.ts';
import { lawAddress } from '../../api/law-queries.ts';
import { useLanguage } from '../../words/language.tsx';
import { useProposalWords } from '../../words/law-words.ts';
import type { ActSearch } from './search.ts';

/** Feeds of what is new, of the state and the subject that are chosen. */
export function Follow({ search: { state, subject } }: { search: ActSearch }) {
  const { lang } = useLanguage();
  const words = useProposalWords();
  const of = [
    ...(state === undefined ? [] : [stateName(state, lang)]),
    ...(subject === undefined ? [] : [subjectName(subject, lang)]),
  ];
  const asked = { state, subject, lang };
  return (
    <section className="no-print">
      <h2>{words.follow}</h2>
      <p className="sans">
        {words.followWhat(of.length === 0 ? words.followAll : of.join(', '))}{' '}
        <a href={lawAddress('/api/acts/feed.atom', asked)} type="application/atom+xml">
          Atom
        </a>{' '}
        <a href={lawAddress('/api/acts/feed.json', asked)} type="application/feed+json">
          JSON Feed
        </a>
      </p>
    </section>
  );
}
