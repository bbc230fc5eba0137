import { Link } from '@tanstack/react-router';
import { useConflicts } from '../../api/law-queries.ts';
import { Answered } from '../../layout/states.tsx';
import { useTitle } from '../../layout/titled.ts';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';
import { ActsMenu } from './acts-menu.tsx';
import { ConflictTable } from './conflict-table.tsx';
import '../../law/law.css';

export function ConflictsPage() {
  const { lang } = useLanguage();
  const { conflictsPage } = useLawWords().acts;
  const query = useConflicts({ lang });
  useTitle(conflictsPage.title);
  return (
    <>
      <h1>{conflictsPage.title}</h1>
      <Answered query={query}>
        {({ items }) => {
          const doubts = items.filter(({ claims }) => claims.length === 1).length;
          const settled = items.filter(conflict => conflict.settled && conflict.claims.length > 1).length;
          return (
            <>
              <p className="answer">
                {conflictsPage.answer({ settled, open: items.length - doubts - settled, doubts })}
              </p>
              <ActsMenu />
              {items.map(({ act, title, ...conflict }) => (
                <section key={act + conflict.claims[0]?.id} className="sans">
                  <h2>
                    <Link to="/acts/$act" params={{ act }}>
                      {title[lang]}
                    </Link>
                  </h2>
                  <ConflictTable conflict={conflict} />
                </section>
              ))}
            </>
          );
        }}
      </Answered>
    </>
  );
}
