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
      {words.events[claim.event]}, <ClaimParty {...claim} />: {formatLegalDate(claim.date, lang, words)}
      {claim.until !== undefined &&
        `, ${words.acts.one.until.toLowerCase()} ${formatLegalDate(claim.until, lang, words)}`}{' '}
      <ClaimSource claim={claim} />
      {claim.note !== null && <small className="remark">{said(claim.note, lang)}</small>}
    </>
  );
}

/** Of whom it is said: all parties, or those that an event of the whole act binds; and towards whom alone. */
export function ClaimParty({ party, binds, towards }: Pick<ActClaim, 'party' | 'binds' | 'towards'>) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const named = (states: readonly string[]) => states.map(state => stateName(state, lang)).join(', ');
  const whose = party === '*' ? (binds === undefined ? words.wholeAct : words.bindsOnly(named(binds))) : named(party);
  return towards === undefined ? whose : `${whose} (${words.towards(named(towards))})`;
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
