import { useState } from 'react';
import { type Asked, useRights } from '../../api/law-queries.ts';
import type { Rights } from '../../api/types.ts';
import { ChooseDay } from '../../law/choose-day.tsx';
import { ChooseState } from '../../law/choose-state.tsx';
import { said } from '../../law/said.ts';
import { useActTitle } from '../../law/use-act-title.ts';
import { Answered } from '../../layout/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';

/** What another day or another citizenship would change, and by which rules. */
export function CompareQuestion({ asked, on, citizen }: { asked: Asked; on: string; citizen: string }) {
  const { whatMayI } = useLawWords();
  const [day, setDay] = useState<string>();
  const [state, setState] = useState<string>();
  const [known, setKnown] = useState<string>();
  const compares =
    (day !== undefined && day !== on) || (state !== undefined && state !== citizen) || known !== undefined;
  const other = { ...asked, 'compare-on': day, 'compare-citizen': state, 'compare-known-on': known };
  const query = useRights(other, compares);
  return (
    <section className="no-print">
      <h2>{whatMayI.compare}</h2>
      <form aria-label={whatMayI.compare}>
        <div className="row">
          <ChooseDay label={whatMayI.compareDay} value={day ?? on} choose={setDay} />
          <ChooseState label={whatMayI.compareCitizen} value={state ?? citizen} choose={setState} />
          <ChooseDay label={whatMayI.compareKnown} value={known ?? ''} choose={setKnown} />
        </div>
      </form>
      {compares && <Answered query={query}>{rights => <Differences rights={rights} />}</Answered>}
    </section>
  );
}

function Differences({ rights: { differences = [] } }: { rights: Rights }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const { whatMayI } = words;
  const titleOf = useActTitle();
  if (differences.length === 0) return <p role="status">{whatMayI.compareNothing}</p>;
  return (
    <ul className="sans" aria-live="polite">
      {differences.map(({ domain, before, after, rules }) => (
        <li key={domain}>
          <details>
            <summary>
              {words.rights[domain]}:{' '}
              {before === after
                ? `${words.statuses[after]} (${whatMayI.compareReasons})`
                : whatMayI.compareChange(words.statuses[before], words.statuses[after])}
            </summary>
            {rules.map(rule => (
              <p key={rule.rule}>
                <b>
                  <RuleName rule={rule.rule} titleOf={titleOf} />
                </b>
                <br />
                {whatMayI.was} {said(rule.before, lang)}
                <br />
                {whatMayI.is} {said(rule.after, lang)}
              </p>
            ))}
          </details>
        </li>
      ))}
    </ul>
  );
}

/** A rule by its act's title and its article; its id is `ACT/ARTICLE/RIGHT`. */
function RuleName({ rule, titleOf }: { rule: string; titleOf: (act: string) => string }) {
  const words = useLawWords();
  const [act = rule, article = ''] = rule.split('/');
  return [titleOf(act), ...(article === '' || article.startsWith('provision ') ? [] : [words.article(article)])].join(
    ', ',
  );
}
