import { useState } from 'react';
import { send } from '../../api/client.ts';
import { useLanguage } from '../../words/language.tsx';
import { AskForm } from './ask-form.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { QrCode } from './qr-code.tsx';

interface Setup {
  totpURI: string;
  backupCodes: readonly string[];
}

/** A second factor: the password once more, then the secret for the authenticator, then a first code; the backup codes stand this once. */
export function SecondFactor({ needed, done }: { needed: boolean; done: () => void }) {
  const { words } = useLanguage();
  const [setup, setSetup] = useState<Setup>();
  const [confirmed, setConfirmed] = useState(false);
  const title = <h2>{words.signIn.secondFactor}</h2>;
  if (setup === undefined)
    return (
      <section>
        <AskForm
          title={title}
          text={needed ? words.signIn.secondFactorNeeded : words.signIn.secondFactorText}
          fields={[
            { name: 'password', label: words.signIn.password, type: 'password', autoComplete: 'current-password' },
          ]}
          submit={words.signIn.start}
          ask={async ({ password }) => setSetup(await send<Setup>('POST', '/api/auth/two-factor/enable', { password }))}
          done={() => {}}
        />
      </section>
    );
  if (!confirmed)
    return (
      <section>
        <AskForm
          title={title}
          text={<Secret uri={setup.totpURI} />}
          fields={[{ name: 'code', label: words.signIn.code, autoComplete: 'one-time-code', inputMode: 'numeric' }]}
          submit={words.signIn.confirm}
          ask={({ code }) => send('POST', '/api/auth/two-factor/verify-totp', { code })}
          done={() => setConfirmed(true)}
        />
      </section>
    );
  return (
    <section>
      {title}
      <BackupCodes codes={setup.backupCodes} kept={done} />
    </section>
  );
}

function Secret({ uri }: { uri: string }) {
  const { words } = useLanguage();
  return (
    <>
      {words.signIn.scan}
      <br />
      <QrCode text={uri} label={words.signIn.qrCode} />
      <br />
      {words.signIn.secret} <code className="hash">{new URL(uri).searchParams.get('secret')}</code>{' '}
      <a href={uri}>{words.signIn.openAuthenticator}</a>
    </>
  );
}
