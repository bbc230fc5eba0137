import { inState, ofState } from '../../../../../src/common/wording/state-phrases.ts';
import type { LawProposalInFull, PersonRole } from '../../../api/types.ts';
import { StatusSign } from '../../../law/status-sign.tsx';
import { useLanguage } from '../../../words/language.tsx';
import { useLawWords, useProposalWords } from '../../../words/law-words.ts';
import { answerWord } from '../../rights/right-words.ts';

type Changed = LawProposalInFull['rights'][number];

/** Answers that a proposal changes, those that change alike together. */
export function ChangedAnswers({ rights }: { rights: readonly Changed[] }) {
  const { lang } = useLanguage();
  const law = useLawWords();
  const words = useProposalWords();
  if (rights.length === 0) return <p className="sans">{words.answersNone}</p>;
  return (
    <ul className="answers sans">
      {alike(rights).map(({ domain, before, after, roles, pairs }) => (
        <li key={JSON.stringify([domain, before, after, roles])}>
          <StatusSign status={after.status} value={after.value} />
          <div>
            <h3>{law.rights[domain]}</h3>
            <p>{law.whatMayI.compareChange(answerWord(before, law), answerWord(after, law))}</p>
            <p className="quiet">
              {roles.map(role => law.roles[role as PersonRole]).join(', ')}:{' '}
              {pairs.map(([citizen, host]) => words.pair(ofState(citizen, lang), inState(host, lang))).join('; ')}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

interface Alike extends Pick<Changed, 'domain' | 'before' | 'after'> {
  roles: readonly string[];
  pairs: [citizen: string, host: string][];
}

/** Changes of one right that are alike: first the roles of each pair of states together, then the pairs of these roles. */
function alike(rights: readonly Changed[]): Alike[] {
  const ofPair = grouped(rights, ({ citizen, in: host, domain, before, after }) => [
    citizen,
    host,
    domain,
    before,
    after,
  ]);
  const roles = (group: readonly Changed[]) => group.map(({ role }) => role);
  return grouped(ofPair, group => [group[0].domain, group[0].before, group[0].after, roles(group)]).map(groups => {
    const [first] = groups;
    const { domain, before, after } = first[0];
    const pairs = groups.map(([{ citizen, in: host }]): [string, string] => [citizen, host]);
    return { domain, before, after, roles: roles(first), pairs };
  });
}

function grouped<Item>(items: readonly Item[], by: (item: Item) => unknown): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = JSON.stringify(by(item));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
