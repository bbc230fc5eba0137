import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/queries.ts';
import type { Session } from '../api/types.ts';
import { Answered } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import { KeptSecondFactor } from './sign-in/kept-second-factor.tsx';
import { NewPassword } from './sign-in/new-password.tsx';
import { SecondFactor } from './sign-in/second-factor.tsx';
import { WithPassword } from './sign-in/with-password.tsx';

export function SignInPage() {
  const { words } = useLanguage();
  const session = useSession();
  useTitle(words.signIn.title);
  return <Answered query={session}>{answer => <Steps session={answer} />}</Answered>;
}

/** What comes next: the sign-in, a password of one's own, a second factor; or who one is. */
function Steps({ session }: { session: Session }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [oneTime, setOneTime] = useState('');
  const done = async () => {
    await client.invalidateQueries();
    const { actor, first } = await client.fetchQuery<Session>({ queryKey: ['/api/session'], staleTime: 0 });
    // Whoever has gone on by a link meanwhile is not called back.
    if (actor.kind !== 'public' && first === null && location.pathname === '/sign-in') navigate({ to: '/' });
  };
  if (session.first === 'change-password') return <NewPassword isFirst current={oneTime} done={done} />;
  if (session.actor.kind === 'public')
    return <WithPassword outside={session.outside} remember={setOneTime} done={done} />;
  return (
    <>
      <SignedInAs session={session} />
      {session.second_factor ? (
        <KeptSecondFactor done={done} />
      ) : (
        <SecondFactor needed={session.first === 'second-factor'} done={done} />
      )}
      {session.first === null && (
        <section>
          <NewPassword isFirst={false} current="" done={done} />
        </section>
      )}
    </>
  );
}

function SignedInAs({ session: { actor } }: { session: Session }) {
  const { words } = useLanguage();
  const nameOf = (office: string) => (office === '*' ? words.administration.everyOffice : office);
  return (
    <>
      <h1>{actor.name}</h1>
      <p className="sans">
        {actor.roles.map(({ role, office }) => `${words.roles[role]}: ${nameOf(office)}`).join('; ')}
      </p>
    </>
  );
}
