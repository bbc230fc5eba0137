import { corridorTitle } from '../../../../src/common/charts/corridor-title.ts';
import { formatCount, formatShare, formatShareRange } from '../../../../src/common/wording/numbers.ts';
import { officeLabel } from '../../../../src/common/wording/offices.ts';
import type { Coverage } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { TermWord } from '../../layout/term.tsx';
import { useLanguage } from '../../words/language.tsx';

/** Coverage of each office's streams, with its interval, and the true flow that follows from both. */
export function CoverageTable({ rows }: { rows: readonly Coverage[] }) {
  const { words, lang } = useLanguage();
  const interval = (low: number | null, high: number | null) =>
    low === null || high === null ? '' : ` (${formatShareRange(low, high, lang)})`;
  if (rows.length === 0) return null;
  return (
    <Scrolled label={words.quality.coverage}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="text">
              {words.offices.office}
            </th>
            <th scope="col" className="text">
              {words.pages.corridor}
            </th>
            <th scope="col">
              {words.quality.own}
              <span className="kind">{words.linked}</span>
            </th>
            <th scope="col">
              {words.quality.other}
              <span className="kind">{words.linked}</span>
            </th>
            <th scope="col">
              {words.quality.matched}
              <span className="kind">{words.linked}</span>
            </th>
            <th scope="col">
              <TermWord term="coverage">{words.quality.coverage}</TermWord>
              <span className="kind">{words.modelled}</span>
            </th>
            <th scope="col">
              {words.quality.trueFlow}
              <span className="kind">{words.modelled}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.office + row.side + row.origin + row.destination}>
              <th scope="row" className="text">
                {officeLabel(row.office, lang)}, {words[row.side]}
              </th>
              <td className="text">{corridorTitle(row, lang)}</td>
              <td>{formatCount(row.own)}</td>
              <td>{formatCount(row.other)}</td>
              <td>{formatCount(row.matched)}</td>
              <td className="modelled">
                {row.coverage === null ? '–' : `${formatShare(row.coverage, lang)}${interval(row.low95, row.high95)}`}
              </td>
              <td className="modelled">
                {row.true_flow === null
                  ? '–'
                  : `${formatCount(row.true_flow)} (${formatCount(row.true_low95 ?? row.true_flow)}–${formatCount(row.true_high95 ?? row.true_flow)})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
