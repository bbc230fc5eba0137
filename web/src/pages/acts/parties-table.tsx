import { stateName } from '../../../../src/common/states.ts';
import type { Act } from '../../api/types.ts';
import { formatLegalDate, said } from '../../law/said.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';

/** How an act stands for each state on the day. */
export function PartiesTable({ act: { parties } }: { act: Pick<Act, 'parties'> }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const { one } = words.acts;
  return (
    <Scrolled label={one.parties}>
      <table>
        <thead>
          <tr>
            {[one.party, one.status, one.since, one.until].map(name => (
              <th key={name} scope="col" className="text">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parties.map(({ state, status, since, until, towards, reservations }) => (
            <tr key={state}>
              <th scope="row" className="text">
                {stateName(state, lang)}
              </th>
              <td className="text wrap">
                {words.party[status]}
                {towards !== undefined && ` (${towards.map(other => stateName(other, lang)).join(', ')})`}
                {reservations.map(({ articles, text }) => (
                  <small className="remark" key={articles.join() + String(text)}>
                    {one.reservation}: {text === null ? articles.join(', ') : said(text, lang)}
                  </small>
                ))}
              </td>
              <td className="text">{since === undefined ? '' : formatLegalDate(since, lang, words)}</td>
              <td className="text">{until === undefined ? '' : formatLegalDate(until, lang, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
