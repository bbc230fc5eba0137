import type { ActConflicts } from '../../api/types.ts';
import { ClaimParty, ClaimSource } from '../../law/claim-line.tsx';
import { formatLegalDate, said } from '../../law/said.ts';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';

/** Claims that disagree, side by side: the one that counts first, and why. */
export function ConflictTable({ conflict }: { conflict: Omit<ActConflicts['items'][number], 'act' | 'title'> }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const { conflictsPage } = words.acts;
  const { event, claims, settled, reason } = conflict;
  return (
    <div className="sides">
      <h3>
        {words.events[event]}, <ClaimParty party={claims[0]?.party ?? '*'} /> —{' '}
        {claims.length === 1 ? conflictsPage.doubt : settled ? conflictsPage.settled : conflictsPage.open}
      </h3>
      <div className="two">
        {claims.map((claim, place) => (
          <div key={claim.id} className={place === 0 ? 'side chosen' : 'side'}>
            <p className="quiet">{place === 0 ? conflictsPage.chosen : conflictsPage.other}</p>
            <p>
              <b>{formatLegalDate(claim.date, lang, words)}</b>
            </p>
            <p>
              <ClaimSource claim={claim} />
            </p>
            {claim.note !== null && <p>{said(claim.note, lang)}</p>}
          </div>
        ))}
      </div>
      <p>
        {conflictsPage.why} {reason === null ? conflictsPage.noReason : said(reason, lang)}
      </p>
    </div>
  );
}
