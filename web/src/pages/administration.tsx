import { useSession } from '../api/queries.ts';
import { holds } from '../layout/frame.tsx';
import { NeedsRole } from '../layout/needs-role.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import { Audit } from './administration/audit.tsx';
import { Keys } from './administration/keys.tsx';
import { People } from './administration/people.tsx';

export function AdministrationPage() {
  const { words } = useLanguage();
  const { data: session } = useSession();
  useTitle(words.administration.title);
  return (
    <NeedsRole roles={['administrator', 'auditor']} title={words.administration.title}>
      <h1>{words.administration.title}</h1>
      <p className="answer">{words.administration.answer}</p>
      {holds(session, ['administrator']) && (
        <>
          <People />
          <Keys />
        </>
      )}
      {holds(session, ['auditor']) && <Audit />}
    </NeedsRole>
  );
}
