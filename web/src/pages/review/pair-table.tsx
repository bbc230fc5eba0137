import type { ReviewPair } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { useLanguage } from '../../words/language.tsx';

/** What is sealed, and closed when names of the file are deleted. */
const NAMES: readonly string[] = ['surname', 'given_name', 'patronymic', 'document'];

/** Fields of which the values are words of the format. */
const CODED: readonly string[] = ['kind', 'purpose'];

type Shown = ReviewPair['shown']['a'];

/** Field by field; what another office's slip says is hidden, how it compares is not. Why a field is empty is said in it, and below. */
export function PairTable({ pair }: { pair: ReviewPair }) {
  const { words } = useLanguage();
  const { shown } = pair;
  const value = (field: string, text: string | null, how: Shown) => {
    if (text !== null) return CODED.includes(field) ? (words.slipValues[text] ?? text) : text;
    const why = how === 'without_names' && !NAMES.includes(field) ? undefined : words.review.shown[how];
    return why === undefined ? '–' : <span className="quiet">{why}</span>;
  };
  const nameless = Object.values(shown).includes('without_names');
  return (
    <>
      <Scrolled label={words.review.title}>
        <table className="pair">
          <thead>
            <tr>
              <th scope="col" className="text">
                {words.review.field}
              </th>
              <th scope="col" className="text">
                {pair.a}
              </th>
              <th scope="col" className="text">
                {pair.b}
              </th>
              <th scope="col" className="text">
                {words.review.compared}
              </th>
            </tr>
          </thead>
          <tbody>
            {pair.fields.map(({ field, a, b, level }) => (
              <tr key={field} className={level}>
                <th scope="row" className="text">
                  {words.fields[field] ?? field.replaceAll('_', ' ')}
                </th>
                <td className="text wrap">{value(field, a, shown.a)}</td>
                <td className="text wrap">{value(field, b, shown.b)}</td>
                <td className="text level">{words.review.levels[level]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {nameless && <p className="note sans">{words.review.namesDeleted}</p>}
    </>
  );
}
