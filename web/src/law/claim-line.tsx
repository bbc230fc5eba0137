import { stateName } from '../../../src/common/states.ts';
import type { ActClaim } from '../api/types.ts';
import { useLanguage } from '../words/language.tsx';
import { useLawWords } from '../words/law-words.ts';
import { formatLegalDate, said } from './said.ts';

/** What a source says: which event, of whom, when, and where it was read. */
export function ClaimLine({ claim }: { claim: Omit<ActClaim, 'id'> }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  return (
    <>
      {words.events[claim.event]}, <ClaimParty party={claim.party} />: {formatLegalDate(claim.date, lang, words)}{' '}
      <ClaimSource claim={claim} />
      {claim.note !== null && <small className="remark">{said(claim.note, lang)}</small>}
    </>
  );
}

export function ClaimParty({ party }: Pick<ActClaim, 'party'>) {
  const { lang } = useLanguage();
  const words = useLawWords();
  return party === '*' ? words.wholeAct : party.map(state => stateName(state, lang)).join(', ');
}

/** The source's page where it has one, and how well it is known. */
export function ClaimSource({ claim }: { claim: Pick<ActClaim, 'source' | 'source_address' | 'evidence'> }) {
  const words = useLawWords();
  const { source, source_address: address } = claim;
  return (
    <span className="source">
      (
      {source !== null && (
        <>
          {address?.startsWith('http') ? (
            <a href={address} rel="noreferrer">
              {hostOf(address)}
            </a>
          ) : (
            (words.sources[source] ?? address ?? source)
          )}
          ,{' '}
        </>
      )}
      {words.evidence[claim.evidence]})
    </span>
  );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./i, '') : address;
}
