import { useState } from 'react';
import { send } from '../../api/client.ts';
import { useLanguage } from '../../words/language.tsx';
import { AskForm } from './ask-form.tsx';

/** E-mail and password, then a code where a second factor is set up; or the organisation's own sign-in. */
export function WithPassword({
  outside,
  remember,
  done,
}: {
  outside: boolean;
  /** Keeps a one-time password for the change that must follow. */
  remember: (password: string) => void;
  done: () => void;
}) {
  const { words } = useLanguage();
  const [asks, setAsks] = useState<'password' | 'code' | 'backup'>('password');
  if (asks !== 'password') return <SecondStep asks={asks} choose={setAsks} done={done} />;
  return (
    <>
      <AskForm
        title={<h1>{words.signIn.title}</h1>}
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
          remember(password);
          if (answer.twoFactorRedirect === true) setAsks('code');
        }}
        done={done}
      />
      {outside && (
        <p>
          <button type="button" className="act light" onClick={goOutside}>
            {words.signIn.outside}
          </button>
        </p>
      )}
    </>
  );
}

async function goOutside(): Promise<void> {
  const body = { provider: 'outside', callbackURL: '/' };
  const { url } = await send<{ url: string }>('POST', '/api/auth/sign-in/social', body);
  location.assign(url);
}

function SecondStep({
  asks,
  choose,
  done,
}: {
  asks: 'code' | 'backup';
  choose: (asks: 'code' | 'backup') => void;
  done: () => void;
}) {
  const { words } = useLanguage();
  const isBackup = asks === 'backup';
  return (
    <>
      <AskForm
        key={asks}
        title={<h1>{words.signIn.secondFactor}</h1>}
        fields={[
          {
            name: 'code',
            label: isBackup ? words.signIn.backupCode : words.signIn.code,
            autoComplete: 'one-time-code',
            ...(!isBackup && { inputMode: 'numeric' as const }),
          },
        ]}
        submit={words.signIn.submit}
        ask={({ code = '' }) =>
          send('POST', `/api/auth/two-factor/${isBackup ? 'verify-backup-code' : 'verify-totp'}`, { code: code.trim() })
        }
        done={done}
      />
      <button type="button" className="plain sans" onClick={() => choose(isBackup ? 'code' : 'backup')}>
        {isBackup ? words.signIn.useCode : words.signIn.useBackup}
      </button>
    </>
  );
}
