import { useState } from 'react';
import { send } from '../../api/client.ts';
import { useLanguage } from '../../words/language.tsx';
import { AskForm } from './ask-form.tsx';
import { BackupCodes } from './backup-codes.tsx';

/** A second factor that is there: new backup codes in place of the old ones, or its end; the password once more for either. */
export function KeptSecondFactor({ done }: { done: () => void }) {
  const { words } = useLanguage();
  const [codes, setCodes] = useState<readonly string[]>();
  const title = <h2>{words.signIn.secondFactor}</h2>;
  if (codes !== undefined)
    return (
      <section>
        {title}
        <BackupCodes codes={codes} kept={() => setCodes(undefined)} />
      </section>
    );
  const password = {
    ...{ name: 'password', label: words.signIn.password, type: 'password', autoComplete: 'current-password' },
  };
  return (
    <section>
      <AskForm
        title={title}
        text={words.signIn.newCodesText}
        fields={[password]}
        submit={words.signIn.newCodes}
        ask={async given =>
          setCodes(
            (
              await send<{ backupCodes: string[] }>('POST', '/api/auth/two-factor/generate-backup-codes', {
                password: given['password'],
              })
            ).backupCodes,
          )
        }
        done={() => {}}
      />
      <AskForm
        title={<h3>{words.signIn.endSecondFactor}</h3>}
        text={words.signIn.endSecondFactorText}
        fields={[password]}
        submit={words.signIn.endSecondFactor}
        ask={given => send('POST', '/api/auth/two-factor/disable', { password: given['password'] })}
        done={done}
      />
    </section>
  );
}
