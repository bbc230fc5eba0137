import type { Act } from '../../api/types.ts';
import { ClaimParty, ClaimSource } from '../../law/claim-line.tsx';
import { formatLegalDate, said } from '../../law/said.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';

/** What the sources say of an act, in order of time. */
export function ClaimsTable({ act: { claims } }: { act: Pick<Act, 'claims'> }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const { one } = words.acts;
  const first = (date: string | null) => date ?? '9999';
  return (
    <Scrolled label={one.claims}>
      <table>
        <thead>
          <tr>
            {[one.date, one.event, one.party, one.source, one.note].map(name => (
              <th key={name} scope="col" className="text">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {claims
            .toSorted((a, b) => first(a.date).localeCompare(first(b.date)))
            .map(claim => (
              <tr key={claim.id}>
                <td className="text">{claim.date === null ? '–' : formatLegalDate(claim.date, lang, words)}</td>
                <th scope="row" className="text">
                  {words.events[claim.event]}
                </th>
                <td className="text wrap">
                  <ClaimParty {...claim} />
                </td>
                <td className="text wrap">
                  <ClaimSource claim={claim} />
                </td>
                <td className="text wrap">{claim.note === null ? '' : said(claim.note, lang)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
