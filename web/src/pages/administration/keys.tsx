import { type FormEvent, useState } from 'react';
import { send } from '../../api/client.ts';
import { useList } from '../../api/queries.ts';
import type { Grant, Key } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { Answered, ProblemNote } from '../../layout/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { formatShortDay } from '../../words/moments.ts';
import { Grants } from './grants.tsx';
import { useChange } from './use-change.ts';

const KEYS = '/api/keys';

/** Keys with which machines come, each with roles and an end. */
export function Keys() {
  const { words, lang } = useLanguage();
  const keys = useList<Key>(KEYS);
  const { error, change } = useChange(KEYS);
  const day = (moment: string | null) => (moment === null ? '–' : formatShortDay(moment, lang));
  return (
    <section>
      <h2>{words.administration.keys}</h2>
      {error !== undefined && <ProblemNote error={error} />}
      <Answered query={keys}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty sans">{words.administration.noKeys}</p>
          ) : (
            <Scrolled label={words.administration.keys}>
              <table>
                <thead>
                  <tr>
                    <th scope="col" className="text">
                      {words.administration.name}
                    </th>
                    <th scope="col" className="text">
                      {words.administration.roles}
                    </th>
                    <th scope="col" className="text">
                      {words.administration.ends}
                    </th>
                    <th scope="col" className="text">
                      {words.administration.lastUsed}
                    </th>
                    <td />
                  </tr>
                </thead>
                <tbody>
                  {items.map(key => (
                    <tr key={key.id}>
                      <th scope="row" className="text">
                        {key.name} <code className="quiet">{key.start}…</code>
                      </th>
                      <td className="text">
                        {key.roles.map(({ role, office }) => `${words.roles[role]}: ${office}`).join(', ')}
                      </td>
                      <td className="text">{day(key.expires_at)}</td>
                      <td className="text">{day(key.last_used_at)}</td>
                      <td>
                        <button
                          type="button"
                          className="plain"
                          onClick={() => change(() => send('DELETE', `${KEYS}/${key.id}`))}
                        >
                          {words.administration.endKey}
                        </button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolled>
          )
        }
      </Answered>
      <NewKey change={change} />
    </section>
  );
}

function NewKey({ change }: { change: ReturnType<typeof useChange>['change'] }) {
  const { words } = useLanguage();
  const [roles, setRoles] = useState<Grant[]>([]);
  const [made, setMade] = useState<string>();
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const body = { name: given.get('name'), roles, days: Number(given.get('days')) };
    const key = await change(() => send<{ key: string }>('POST', KEYS, body));
    if (key === undefined) return;
    setMade(words.administration.key(key.key));
    setRoles([]);
    form.reset();
  };
  return (
    <form onSubmit={add}>
      <h3>{words.administration.newKey}</h3>
      <div className="row">
        <label>
          {words.administration.name}
          <input name="name" required maxLength={32} />
        </label>
        <label>
          {words.administration.days}
          <input name="days" type="number" min={1} max={3650} defaultValue={365} required />
        </label>
      </div>
      <Grants of={words.administration.newKey} grants={roles} set={setRoles} />
      <button type="submit" className="act">
        {words.administration.add}
      </button>
      {made && (
        <p className="once" role="status">
          {made}
        </p>
      )}
    </form>
  );
}
