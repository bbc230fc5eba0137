import { useState } from 'react';
import { SPACE_STATES } from '../../../../src/common/space.ts';
import { stateName } from '../../../../src/common/states.ts';
import type { Grant, Role } from '../../api/types.ts';
import { useLanguage } from '../../words/language.tsx';

const ROLES: readonly Role[] = ['contributor', 'statistician', 'publisher', 'lawyer', 'auditor', 'administrator'];
/** The joint body: every office. */
const ALL = '*';

/** Roles with the office that each is held for; one is taken away by its cross, another added below. */
export function Grants({
  of,
  grants,
  set,
}: {
  /** Whose they are, for readers who cannot see where the buttons stand. */
  of: string;
  grants: readonly Grant[];
  set: (grants: Grant[]) => void;
}) {
  const { words, lang } = useLanguage();
  const [role, setRole] = useState<Role>('contributor');
  const [office, setOffice] = useState<string>(ALL);
  const nameOf = (state: string) => (state === ALL ? words.administration.everyOffice : stateName(state, lang));
  const textOf = (grant: Grant) => `${words.roles[grant.role]}: ${nameOf(grant.office)}`;
  const isSame = (a: Grant, b: Grant) => a.role === b.role && a.office === b.office;
  const add = () => {
    const grant = { role, office };
    if (!grants.some(each => isSame(each, grant))) set([...grants, grant]);
  };
  return (
    <div className="grants">
      {grants.map(grant => (
        <span key={grant.role + grant.office} className="grant">
          {textOf(grant)}
          <button
            type="button"
            className="plain"
            aria-label={`${words.administration.takeAway}: ${of}, ${textOf(grant)}`}
            onClick={() => set(grants.filter(each => !isSame(each, grant)))}
          >
            ×
          </button>
        </span>
      ))}
      <span className="row">
        <select
          aria-label={`${words.administration.role}: ${of}`}
          value={role}
          onChange={event => setRole(event.target.value as Role)}
        >
          {ROLES.map(each => (
            <option key={each} value={each}>
              {words.roles[each]}
            </option>
          ))}
        </select>
        <select
          aria-label={`${words.offices.office}: ${of}`}
          value={office}
          onChange={event => setOffice(event.target.value)}
        >
          {[ALL, ...SPACE_STATES].map(each => (
            <option key={each} value={each}>
              {nameOf(each)}
            </option>
          ))}
        </select>
        <button type="button" className="act light small" onClick={add}>
          {words.administration.give}
        </button>
      </span>
    </div>
  );
}
