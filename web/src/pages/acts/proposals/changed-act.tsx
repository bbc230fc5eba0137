import { stateName } from '../../../../../src/common/states.ts';
import { subjectName } from '../../../../../src/common/wording/subject-words.ts';
import type { LawProposalInFull } from '../../../api/types.ts';
import { ClaimLine } from '../../../law/claim-line.tsx';
import { formatLegalDate } from '../../../law/said.ts';
import { Scrolled } from '../../../layout/scrolled.tsx';
import { useLanguage } from '../../../words/language.tsx';
import { useLawWords, useProposalWords } from '../../../words/law-words.ts';
import { formatDay } from '../../../words/moments.ts';
import { ConflictTable } from '../conflict-table.tsx';
import { ProvisionsList } from '../provisions-list.tsx';

type ToldAct = NonNullable<LawProposalInFull['after']>;
type Party = ToldAct['parties'][number];

/** An act before and after a proposal: new claims, how it stands for each state, sources that now disagree; of a new act all that it says. */
export function ChangedAct({ before, after }: { before: ToldAct | null; after: ToldAct }) {
  const { lang } = useLanguage();
  const law = useLawWords();
  const words = useProposalWords();
  const known = new Set(before?.claims.map(({ id }) => id));
  const claims = after.claims.filter(({ id }) => !known.has(id));
  const old = new Set(before?.conflicts.map(conflict => JSON.stringify(conflict)));
  const conflicts = after.conflicts.filter(conflict => !old.has(JSON.stringify(conflict)));
  return (
    <>
      {before === null && (
        <p className="sans quiet">
          {law.kinds[after.kind]}
          {after.signed !== null && `, ${law.acts.one.signed(formatDay(after.signed, lang), after.place)}`} ·{' '}
          {after.subjects.map(subject => subjectName(subject, lang)).join(', ')}
        </p>
      )}
      <h3>{words.newClaims}</h3>
      <ul className="sans">
        {claims.map(claim => (
          <li key={claim.id}>
            <ClaimLine claim={claim} />
          </li>
        ))}
      </ul>
      <PartiesSideBySide before={before?.parties} after={after.parties} />
      {conflicts.length > 0 && (
        <div className="sans">
          <h3>{words.conflictsNew}</h3>
          {conflicts.map(conflict => (
            <ConflictTable key={conflict.claims.map(({ id }) => id).join()} conflict={conflict} />
          ))}
        </div>
      )}
      {before === null && (
        <>
          <h3>{law.acts.one.provisions}</h3>
          <ProvisionsList act={after} />
        </>
      )}
    </>
  );
}

function PartiesSideBySide({ before, after }: { before: readonly Party[] | undefined; after: readonly Party[] }) {
  const { lang } = useLanguage();
  const law = useLawWords();
  const words = useProposalWords();
  const tell = ({ status, since, until }: Party) => {
    const days = [
      ...(since === undefined ? [] : [`${law.acts.one.since.toLowerCase()} ${formatLegalDate(since, lang, law)}`]),
      ...(until === undefined ? [] : [`${law.acts.one.until.toLowerCase()} ${formatLegalDate(until, lang, law)}`]),
    ];
    return `${law.party[status]}${days.length === 0 ? '' : ` (${days.join(', ')})`}`;
  };
  const rows = after
    .map(party => {
      const was = before?.find(({ state }) => state === party.state);
      return { state: party.state, was: was === undefined ? words.notYet : tell(was), is: tell(party) };
    })
    .filter(({ was, is }) => was !== is);
  if (rows.length === 0) return <p className="sans">{words.noChange}</p>;
  return (
    <Scrolled label={words.changes}>
      <table>
        <thead>
          <tr>
            {[law.acts.one.party, words.before, words.after].map(name => (
              <th key={name} scope="col" className="text">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ state, was, is }) => (
            <tr key={state}>
              <th scope="row" className="text">
                {stateName(state, lang)}
              </th>
              <td className="text wrap">{was}</td>
              <td className="text wrap">{is}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
