import { type FormEvent, useState } from 'react';
import { send } from '../../api/client.ts';
import { useList } from '../../api/queries.ts';
import type { Grant, Person } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { Answered, ProblemNote } from '../../layout/states.tsx';
import { Sure } from '../../layout/sure.tsx';
import { useLanguage } from '../../words/language.tsx';
import { Grants } from './grants.tsx';
import { useChange } from './use-change.ts';

const PEOPLE = '/api/users';

/** A password for one sign-in, told this once. */
interface Welcome {
  email: string;
  one_time_password: string;
}

/** Who can sign in, with which roles. */
export function People() {
  const { words } = useLanguage();
  const people = useList<Person>(PEOPLE);
  const { error, change } = useChange(PEOPLE);
  const setRoles = ({ id }: Person, roles: Grant[]) => change(() => send('PUT', `${PEOPLE}/${id}/roles`, { roles }));
  const [welcome, setWelcome] = useState<string>();
  const renew = async ({ id }: Person) => {
    const made = await change(() => send<Welcome>('POST', `${PEOPLE}/${id}/password`, {}));
    if (made !== undefined) setWelcome(words.administration.oneTime(made.email, made.one_time_password));
  };
  const turn = ({ id, disabled_at }: Person) =>
    change(() => send('PUT', `${PEOPLE}/${id}/disabled`, { disabled: disabled_at === null }));
  return (
    <section>
      <h2>{words.administration.people}</h2>
      {error !== undefined && <ProblemNote error={error} />}
      <Answered query={people}>
        {({ items }) => (
          <Scrolled label={words.administration.people}>
            <table>
              <thead>
                <tr>
                  <th scope="col" className="text">
                    {words.administration.name}
                  </th>
                  <th scope="col" className="text">
                    {words.signIn.secondFactor}
                  </th>
                  <th scope="col" className="text">
                    {words.administration.roles}
                  </th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {items.map(person => (
                  <tr key={person.id} className={person.disabled_at === null ? '' : 'quiet'}>
                    <th scope="row" className="text">
                      {person.name}
                      <span className="kind">{person.email}</span>
                    </th>
                    <td className="text">{person.second_factor ? words.yes : words.no}</td>
                    <td className="text">
                      <Grants of={person.name} grants={person.roles} set={roles => setRoles(person, roles)} />
                    </td>
                    <td>
                      <Sure
                        name={words.administration.newPassword}
                        warning={words.administration.sureOfPassword}
                        className="plain"
                        act={() => renew(person)}
                      />{' '}
                      <button type="button" className="plain" onClick={() => turn(person)}>
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
      {welcome && (
        <p className="once" role="status">
          {welcome}
        </p>
      )}
      <NewPerson change={change} />
    </section>
  );
}

function NewPerson({ change }: { change: ReturnType<typeof useChange>['change'] }) {
  const { words } = useLanguage();
  const [roles, setRoles] = useState<Grant[]>([]);
  const [welcome, setWelcome] = useState<string>();
  const [needsRole, setNeedsRole] = useState(false);
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setNeedsRole(roles.length === 0);
    if (roles.length === 0) return;
    const form = event.currentTarget;
    const given = new FormData(form);
    const body = { name: given.get('name'), email: given.get('email'), roles };
    const made = await change(() => send<Welcome>('POST', PEOPLE, body));
    if (made === undefined) return;
    setWelcome(words.administration.oneTime(made.email, made.one_time_password));
    setRoles([]);
    form.reset();
  };
  return (
    <form onSubmit={add}>
      <h3>{words.administration.newPerson}</h3>
      <div className="row">
        <label>
          {words.administration.name}
          <input name="name" required maxLength={200} />
        </label>
        <label>
          {words.signIn.email}
          <input name="email" type="email" required />
        </label>
      </div>
      <Grants of={words.administration.newPerson} grants={roles} set={setRoles} />
      <button type="submit" className="act">
        {words.administration.add}
      </button>
      {needsRole && roles.length === 0 && (
        <p className="problem sans" role="alert">
          {words.administration.rolesFirst}
        </p>
      )}
      {welcome && (
        <p className="once" role="status">
          {welcome}
        </p>
      )}
    </form>
  );
}
