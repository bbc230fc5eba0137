import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../api/queries.ts';
import type { Role } from '../api/types.ts';
import { useLanguage } from '../words/language.tsx';
import { holds } from './frame.tsx';
import { Answered } from './states.tsx';

/** A page for people with a role; others learn for whom it is. */
export function NeedsRole({ roles, title, children }: { roles: readonly Role[]; title: string; children: ReactNode }) {
  const { words } = useLanguage();
  const session = useSession();
  const isPublic = session.data?.actor.kind === 'public';
  return (
    <Answered query={session}>
      {answer =>
        holds(answer, roles) ? (
          children
        ) : (
          <>
            <h1>{title}</h1>
            <p className="answer">
              {(isPublic ? words.who : words.whoElse)(roles.map(role => words.roles[role]).join(', '))}
            </p>
            {isPublic && (
              <p className="sans">
                <Link to="/sign-in">{words.pages.signIn}</Link>
              </p>
            )}
          </>
        )
      }
    </Answered>
  );
}
