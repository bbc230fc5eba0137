import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ProblemError, send } from '../api/client.ts';
import { useSession } from '../api/queries.ts';
import type { Session } from '../api/types.ts';
import { Answered, ProblemNote } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';

export function SignInPage() {
  const { words } = useLanguage();
  const session = useSession();
  useTitle(words.signIn.title);
  return <Answered query={session}>{answer => <Steps session={answer} />}</Answered>;
}

function Steps({ session }: { session: Session }) {
  const { words } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asksCode, setAsksCode] = useState(false);
  const [oneTime, setOneTime] = useState('');
  const done = async () => {
    await client.invalidateQueries();
    const { actor, first } = await client.fetchQuery<Session>({ queryKey: ['/api/session'], staleTime: 0 });
    const isHere = location.pathname === '/sign-in';
    if (isHere && actor.kind !== 'public' && first === null) navigate({ to: '/' });
  };
  if (session.first === 'change-password') return <NewPassword current={oneTime} done={done} />;
  if (session.actor.kind !== 'public')
    return (
      <>
        <h1>{session.actor.name}</h1>
        <p className="sans">
          {session.actor.roles
            .map(
              ({ role, office }) =>
                `${words.roles[role]}: ${office === '*' ? words.administration.everyOffice : office}`,
            )
            .join('; ')}
        </p>
        <SecondFactor />
      </>
    );
  if (asksCode)
    return (
      <AskForm
        title={words.signIn.codeTitle}
        fields={[{ name: 'code', label: words.signIn.code, autoComplete: 'one-time-code' }]}
        submit={words.signIn.submit}
        ask={({ code }) => send('POST', '/api/auth/two-factor/verify-totp', { code })}
        done={done}
      />
    );
  return (
    <AskForm
      title={words.signIn.title}
      fields={[
        { name: 'email', label: words.signIn.email, type: 'email', autoComplete: 'username' },
        { name: 'password', label: words.signIn.password, type: 'password', autoComplete: 'current-password' },
      ]}
      submit={words.signIn.submit}
      ask={async ({ email, password = '' }) => {
        const answer = await send<{ twoFactorRedirect?: boolean }>('POST', '/api/auth/sign-in/email', {
          email,
          password,
        });
        setOneTime(password);
        setAsksCode(answer.twoFactorRedirect === true);
      }}
      done={done}
    />
  );
}

function NewPassword({ current, done }: { current: string; done: () => void }) {
  const { words } = useLanguage();
  const fields = [
    {
      name: 'newPassword',
      label: words.signIn.newPassword,
      type: 'password',
      autoComplete: 'new-password',
      minLength: 12,
    },
  ];
  const asked =
    current === ''
      ? [
          { name: 'currentPassword', label: words.signIn.password, type: 'password', autoComplete: 'current-password' },
          ...fields,
        ]
      : fields;
  return (
    <AskForm
      title={words.signIn.change}
      text={words.signIn.first}
      fields={asked}
      submit={words.signIn.change}
      ask={({ newPassword, currentPassword }) =>
        send('POST', '/api/auth/change-password', { newPassword, currentPassword: currentPassword ?? current })
      }
      done={done}
    />
  );
}

/** A second factor: the password once more, then the secret for the authenticator, then a first code. */
function SecondFactor() {
  const { words } = useLanguage();
  const [secret, setSecret] = useState<string>();
  if (secret === undefined)
    return (
      <AskForm
        title={words.signIn.secondFactor}
        text={words.signIn.secondFactorText}
        fields={[
          { name: 'password', label: words.signIn.password, type: 'password', autoComplete: 'current-password' },
        ]}
        submit={words.signIn.start}
        ask={async ({ password }) => {
          const { totpURI } = await send<{ totpURI: string }>('POST', '/api/auth/two-factor/enable', { password });
          setSecret(new URL(totpURI).searchParams.get('secret') ?? '');
        }}
        done={() => {}}
      />
    );
  return (
    <AskForm
      title={words.signIn.secondFactor}
      text={`${words.signIn.secret} ${secret}`}
      fields={[{ name: 'code', label: words.signIn.code, autoComplete: 'one-time-code' }]}
      submit={words.signIn.submit}
      ask={({ code }) => send('POST', '/api/auth/two-factor/verify-totp', { code })}
      done={() => location.reload()}
    />
  );
}

interface Field {
  name: string;
  label: string;
  type?: string;
  autoComplete?: string;
  minLength?: number;
}

function AskForm({
  title,
  text,
  fields,
  submit,
  ask,
  done,
}: {
  title: string;
  text?: string;
  fields: readonly Field[];
  submit: string;
  ask: (values: Record<string, string>) => Promise<unknown>;
  done: () => void;
}) {
  const { words } = useLanguage();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const submitForm = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setError(undefined);
    setBusy(true);
    try {
      await ask(
        Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])),
      );
      done();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <h1>{title}</h1>
      {text && <p>{text}</p>}
      <form onSubmit={submitForm} className="column">
        {fields.map(({ name, label, ...input }) => (
          <p key={name}>
            <label>
              {label}
              <input name={name} required {...input} />
            </label>
          </p>
        ))}
        <button type="submit" className="act" disabled={busy}>
          {submit}
        </button>
      </form>
      {error instanceof ProblemError && error.problem.status === 401 ? (
        <p className="problem sans" role="alert">
          {words.signIn.wrong}
        </p>
      ) : (
        error !== undefined && <ProblemNote error={error} />
      )}
    </>
  );
}
