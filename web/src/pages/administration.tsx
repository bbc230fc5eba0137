import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { send } from '../api/client.ts';
import { useList, useObject, useSession } from '../api/queries.ts';
import type { AuditRow, Grant, Key, Person, Role } from '../api/types.ts';
import { holds } from '../layout/frame.tsx';
import { NeedsRole } from '../layout/needs-role.tsx';
import { Scrolled } from '../layout/scrolled.tsx';
import { Answered, ProblemNote } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';

export function AdministrationPage() {
  const { words } = useLanguage();
  const { data: session } = useSession();
  useTitle(words.administration.title);
  return (
    <NeedsRole roles={['administrator', 'auditor']} title={words.administration.title}>
      <h1>{words.administration.title}</h1>
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

const grantsText = (roles: readonly Grant[]) => roles.map(({ role, office }) => `${role}:${office}`).join(' ');

/** `statistician:BY contributor:*` as grants; what is no role is left to the server to refuse. */
function grantsOf(text: string): Grant[] {
  const words = text.split(/[\s,]+/).filter(word => word !== '');
  return words.map(word => {
    const [role = '', office = '*'] = word.split(':');
    return { role: role as Role, office };
  });
}

function useChange(key: string) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const change = async <Answer,>(work: () => Promise<Answer>): Promise<Answer | undefined> => {
    setError(undefined);
    try {
      return await work();
    } catch (problem) {
      setError(problem);
      return undefined;
    } finally {
      await client.invalidateQueries({ queryKey: [key] });
    }
  };
  return { error, change };
}

function People() {
  const { words } = useLanguage();
  const people = useList<Person>('/api/users');
  const { error, change } = useChange('/api/users');
  const [welcome, setWelcome] = useState<string>();
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { name: form.get('name'), email: form.get('email'), roles: grantsOf(String(form.get('roles'))) };
    const made = await change(() => send<{ email: string; one_time_password: string }>('POST', '/api/users', body));
    if (made !== undefined) setWelcome(words.administration.oneTime(made.email, made.one_time_password));
  };
  const setRoles = (person: Person, text: string) => {
    if (text !== grantsText(person.roles))
      change(() => send('PUT', `/api/users/${person.id}/roles`, { roles: grantsOf(text) }));
  };
  return (
    <section>
      <h2>{words.administration.people}</h2>
      {error !== undefined && <ProblemNote error={error} />}
      {welcome && <p className="problem sans">{welcome}</p>}
      <Answered query={people}>
        {({ items }) => (
          <Scrolled label={words.administration.people}>
            <table>
              <tbody>
                {items.map(person => (
                  <tr key={person.id}>
                    <td className="text">
                      {person.name}
                      <span className="kind">{person.email}</span>
                    </td>
                    <td className="text">
                      <input
                        aria-label={`${words.administration.roles}: ${person.name}`}
                        size={48}
                        defaultValue={grantsText(person.roles)}
                        onBlur={event => setRoles(person, event.target.value)}
                      />
                    </td>
                    <td>
                      <button
                        type="button"
                        className="plain"
                        onClick={() =>
                          change(() =>
                            send('PUT', `/api/users/${person.id}/disabled`, { disabled: person.disabled_at === null }),
                          )
                        }
                      >
                        {person.disabled_at === null ? words.administration.disable : words.administration.enable}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        )}
      </Answered>
      <form onSubmit={add}>
        <div className="row">
          <label>
            {words.administration.name}
            <br />
            <input name="name" required maxLength={200} />
          </label>
          <label>
            {words.signIn.email}
            <br />
            <input name="email" type="email" required />
          </label>
          <label>
            {words.administration.roles} ({words.administration.rolesHint})
            <br />
            <input name="roles" required size={36} />
          </label>
          <button type="submit" className="act">
            {words.administration.add}
          </button>
        </div>
      </form>
    </section>
  );
}

function Keys() {
  const { words, lang } = useLanguage();
  const keys = useList<Key>('/api/keys');
  const { error, change } = useChange('/api/keys');
  const [made, setMade] = useState<string>();
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const key = await change(() =>
      send<{ key: string }>('POST', '/api/keys', {
        name: form.get('name'),
        roles: grantsOf(String(form.get('roles'))),
        days: Number(form.get('days')),
      }),
    );
    if (key !== undefined) setMade(words.administration.key(key.key));
  };
  return (
    <section>
      <h2>{words.administration.keys}</h2>
      {error !== undefined && <ProblemNote error={error} />}
      {made && <p className="problem sans">{made}</p>}
      <Answered query={keys}>
        {({ items }) => (
          <table>
            <tbody>
              {items.map(key => (
                <tr key={key.id}>
                  <td className="text">
                    {key.name} <span className="quiet">{key.start}…</span>
                  </td>
                  <td className="text">{grantsText(key.roles)}</td>
                  <td className="text">
                    {key.expires_at === null ? '' : new Date(key.expires_at).toLocaleDateString(lang)}
                  </td>
                  <td>
                    <button
                      type="button"
                      className="plain"
                      onClick={() => change(() => send('DELETE', `/api/keys/${key.id}`))}
                    >
                      {words.administration.endKey}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answered>
      <form onSubmit={add}>
        <div className="row">
          <label>
            {words.administration.name}
            <br />
            <input name="name" required maxLength={32} />
          </label>
          <label>
            {words.administration.roles} ({words.administration.rolesHint})
            <br />
            <input name="roles" required size={36} />
          </label>
          <label>
            {words.administration.days}
            <br />
            <input name="days" type="number" min={1} max={3650} defaultValue={365} required />
          </label>
          <button type="submit" className="act">
            {words.administration.add}
          </button>
        </div>
      </form>
    </section>
  );
}

function Audit() {
  const { words, lang } = useLanguage();
  const rows = useList<AuditRow>('/api/audit?limit=50');
  const check = useObject<{ whole: boolean; first_broken: number | null }>('/api/audit/check');
  return (
    <section>
      <h2>{words.administration.audit}</h2>
      {check.data && (
        <p className="sans">
          {check.data.whole ? words.administration.whole : words.administration.broken(check.data.first_broken ?? 0)}
        </p>
      )}
      <Answered query={rows}>
        {({ items }) => (
          <Scrolled label={words.administration.audit}>
            <table>
              <thead>
                <tr>
                  <th className="text">{words.administration.when}</th>
                  <th className="text">{words.administration.who}</th>
                  <th className="text">{words.administration.action}</th>
                  <th className="text" />
                  <th>{words.administration.status}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(row => (
                  <tr key={row.id}>
                    <td className="text">{new Date(row.at).toLocaleString(lang)}</td>
                    <td className="text">
                      {row.actor_kind} <span className="quiet">{row.actor}</span>
                    </td>
                    <td className="text">{row.action}</td>
                    <td className="text">{row.subject}</td>
                    <td>{row.status}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        )}
      </Answered>
    </section>
  );
}
