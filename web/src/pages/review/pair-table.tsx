import type { ReviewPair } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { useLanguage } from '../../words/language.tsx';

/** Field by field; what another office's slip says is hidden, how it compares is not. */
export function PairTable({ pair }: { pair: ReviewPair }) {
  const { words } = useLanguage();
  const hidden = (slip: string) =>
    pair.fields.every(({ field, a, b }) => field === 'office' || (slip === pair.a ? a : b) === null);
  const [hiddenA, hiddenB] = [hidden(pair.a), hidden(pair.b)];
  const value = (text: string | null, isHidden: boolean) =>
    isHidden ? <span className="quiet">{words.review.masked}</span> : (text ?? '–');
  return (
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
              <td className="text wrap">{value(a, hiddenA)}</td>
              <td className="text wrap">{value(b, hiddenB)}</td>
              <td className="text level">{words.review.levels[level]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
