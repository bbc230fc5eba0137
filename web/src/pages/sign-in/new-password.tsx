import { send } from '../../api/client.ts';
import { useLanguage } from '../../words/language.tsx';
import { AskForm } from './ask-form.tsx';

const SHORTEST = 12;

/** A password of one's own in place of the one-time password, which is asked for again where it is not at hand. */
export function NewPassword({ current, done }: { current: string; done: () => void }) {
  const { words } = useLanguage();
  const asked = {
    name: 'currentPassword',
    label: words.signIn.password,
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
      title={<h1>{words.signIn.change}</h1>}
      text={words.signIn.first}
      fields={current === '' ? [asked, chosen] : [chosen]}
      submit={words.signIn.change}
      ask={({ newPassword, currentPassword }) =>
        send('POST', '/api/auth/change-password', { newPassword, currentPassword: currentPassword ?? current })
      }
      done={done}
    />
  );
}
