import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { problemTitle } from '../../../src/common/wording/problem-words.ts';
import { ProblemError } from '../api/client.ts';
import { useLanguage } from '../words/language.tsx';

/** What a page shows of an answer: the page where it is there, else that it is on its way, or the problem with a way on. */
export function Answered<Answer>({
  query,
  children,
  missing,
}: {
  query: UseQueryResult<Answer>;
  children: (answer: Answer) => ReactNode;
  missing?: ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isPending) return <Loading tall />;
  const problem = query.error instanceof ProblemError ? query.error.problem : undefined;
  if (problem?.status === 404 && missing !== undefined) return <>{missing}</>;
  return <ProblemNote error={query.error} again={() => query.refetch()} />;
}

/** An answer on its way: faint lines where it will stand, and a word for readers who cannot see them. */
export function Loading({ tall = false }: { tall?: boolean }) {
  const { words } = useLanguage();
  return (
    <div className={tall ? 'loading tall' : 'loading'} role="status">
      <span>{words.loading}</span>
    </div>
  );
}

/** A problem document for people: what is wrong, where, and the id by which it can be found in the log. */
export function ProblemNote({ error, again }: { error: unknown; again?: () => void }) {
  const { words, lang } = useLanguage();
  const problem = error instanceof ProblemError ? error.problem : { type: '', title: String(error), status: 0 };
  return (
    <div className="problem sans" role="alert">
      <strong>{problemTitle(problem.type, lang) ?? words.problems[problem.status] ?? problem.title}</strong>
      {'detail' in problem && problem.detail && <p lang="en">{problem.detail}</p>}
      {'faults' in problem && problem.faults && (
        <ul lang="en">
          {problem.faults.map(({ where, found, expected }) => (
            <li key={where + expected}>
              {where}: {found && `${found}; `}
              {expected}
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        {again && (
          <button type="button" className="act light" onClick={again}>
            {words.retry}
          </button>
        )}
        {(problem.status === 401 || problem.status === 403) && <Link to="/sign-in">{words.pages.signIn}</Link>}
        {'instance' in problem && problem.instance && <span className="quiet">{words.request(problem.instance)}</span>}
      </div>
    </div>
  );
}
