import { send } from '../../api/client.ts';
import { useLanguage } from '../../words/language.tsx';
import { AskForm } from './ask-form.tsx';

const SHORTEST = 12;

/** Another password in place of the one-time password or of one's own; that one is asked for where it is not at hand. */
export function NewPassword({ isFirst, current, done }: { isFirst: boolean; current: string; done: () => void }) {
  const { words } = useLanguage();
  const asked = {
    name: 'currentPassword',
    label: isFirst ? words.signIn.oneTimePassword : words.signIn.currentPassword,
    type: 'password',
    autoComplete: 'current-password',
  };
  const chosen = {
    name: 'newPassword',
    label: words.signIn.newPassword,
    type: 'password',
    autoComplete: 'new-password',
    minLength: SHORTEST,
  };
  return (
    <AskForm
      title={isFirst ? <h1>{words.signIn.change}</h1> : <h2>{words.signIn.change}</h2>}
      {...(isFirst && { text: words.signIn.first })}
      refusals={{ 'saldo:invalid-password': words.signIn.wrongPassword }}
      fields={current === '' ? [asked, chosen] : [chosen]}
      submit={words.signIn.change}
      ask={({ newPassword, currentPassword }) =>
        send('POST', '/api/auth/change-password', { newPassword, currentPassword: currentPassword ?? current })
      }
      done={done}
    />
  );
}
