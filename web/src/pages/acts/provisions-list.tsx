import type { Act } from '../../api/types.ts';
import { ClaimSource } from '../../law/claim-line.tsx';
import { limitOf, said } from '../../law/said.ts';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';

/** What an act says, article by article, and the rights that follow. */
export function ProvisionsList({ act: { provisions } }: { act: Pick<Act, 'provisions'> }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const { one } = words.acts;
  if (provisions.length === 0) return <p className="empty sans">{one.noProvisions}</p>;
  return (
    <ul className="provisions">
      {provisions.map(provision => (
        <li key={provision.article + provision.text.en}>
          {provision.article !== null && <b>{words.article(provision.article)} </b>}
          {said(provision.text, lang)} <ClaimSource claim={provision} />
          {provision.rules.length > 0 && (
            <p className="sans quiet">
              {one.gives}{' '}
              {provision.rules
                .map(rule => {
                  const limit = limitOf(rule, words);
                  const denied = rule.effect === 'prohibition' ? ` (${words.statuses.no})` : '';
                  return `${words.rights[rule.domain]}${limit === null ? '' : `, ${limit}`}${denied}`;
                })
                .join('; ')}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
