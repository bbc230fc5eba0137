import { corridorTitle } from '../../../../src/common/charts/corridor-title.ts';
import { formatCount, formatDecimal } from '../../../../src/common/wording/numbers.ts';
import type { Quality } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { TermWord } from '../../layout/term.tsx';
import { useLanguage } from '../../words/language.tsx';

/** How far the two offices of each corridor are apart in what they report. */
export function AsymmetryTable({ corridors }: { corridors: Quality['asymmetry']['corridors'] }) {
  const { words, lang } = useLanguage();
  if (corridors.length === 0) return null;
  return (
    <Scrolled label={words.quality.asymmetry}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="text">
              {words.pages.corridor}
            </th>
            <th scope="col">
              {words.arrivals}
              <span className="kind">{words.reported}</span>
            </th>
            <th scope="col">
              {words.departures}
              <span className="kind">{words.reported}</span>
            </th>
            <th scope="col">
              <TermWord term="asymmetry">{words.quality.index}</TermWord>
            </th>
          </tr>
        </thead>
        <tbody>
          {corridors.map(each => (
            <tr key={each.origin + each.destination}>
              <th scope="row" className="text">
                {corridorTitle(each, lang)}
              </th>
              <td>{formatCount(each.arrivals_reported)}</td>
              <td>{formatCount(each.departures_reported)}</td>
              <td>{formatDecimal(each.asymmetry, 2, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
