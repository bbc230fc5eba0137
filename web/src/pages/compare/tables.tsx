import { corridorTitle } from '../../../../src/common/charts/corridor-title.ts';
import { capital } from '../../../../src/common/wording/capital.ts';
import { formatCount, formatDecimal, formatSigned, formatYears } from '../../../../src/common/wording/numbers.ts';
import { officeName } from '../../../../src/common/wording/offices.ts';
import { ofStateWithState } from '../../../../src/common/wording/state-phrases.ts';
import type { MirrorCorridorYear } from '../../api/mirror.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { TermWord } from '../../layout/term.tsx';
import { useLanguage } from '../../words/language.tsx';
import type { Pair } from './pairs.ts';

export const shown = (value: number | null, form: (value: number) => string): string =>
  value === null ? '…' : form(value);

/** The balance of two states by either office and by place of arrival, year by year, and what either direction adds to the difference. */
export function PairTable({ pair: { a, b, years } }: { pair: Pair }) {
  const { words, lang } = useLanguage();
  const title = words.compare.balance(ofStateWithState(a, b, lang));
  const direction = (origin: string, destination: string) => corridorTitle({ origin, destination }, lang);
  return (
    <>
      <h2>{title}</h2>
      <Scrolled label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="text">
                {words.year}
              </th>
              {[
                words.compare.by(officeName(a, lang)),
                words.compare.by(officeName(b, lang)),
                words.compare.difference,
                words.compare.part(direction(b, a)),
                words.compare.part(direction(a, b)),
                words.compare.byArrivals,
              ].map(head => (
                <th key={head} scope="col">
                  {head}
                  <span className="kind">{words.reported}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map(each => (
              <tr key={`${each.first_year}-${each.year}`}>
                <th scope="row" className="text">
                  {formatYears(each.first_year, each.year)}
                </th>
                {[
                  each.balance_a,
                  each.balance_b,
                  each.difference,
                  each.parts[0] ?? null,
                  each.parts[1] ?? null,
                  each.balance_by_arrivals,
                ].map((value, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns that never change places.
                  <td key={at}>{shown(value, formatSigned)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <p className="note quiet">{words.compare.balanceNote}</p>
    </>
  );
}

/** Both sides of one direction, year by year. */
export function CorridorTable({
  origin,
  destination,
  cells,
  breaks,
}: {
  origin: string;
  destination: string;
  cells: readonly MirrorCorridorYear[];
  /** Years in which a series changes its meaning; they are marked, and a footnote says why. */
  breaks: readonly number[];
}) {
  const { words, lang } = useLanguage();
  const title = corridorTitle({ origin, destination }, lang);
  if (cells.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <Scrolled label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="text">
                {words.year}
              </th>
              <th scope="col">
                {words.arrivals}
                <span className="kind">{capital(officeName(destination, lang))}</span>
              </th>
              <th scope="col">
                {words.departures}
                <span className="kind">{capital(officeName(origin, lang))}</span>
              </th>
              <th scope="col">{words.compare.gap}</th>
              <th scope="col">
                <TermWord term="asymmetry">{words.quality.index}</TermWord>
              </th>
            </tr>
          </thead>
          <tbody>
            {cells.map(cell => (
              <tr key={`${cell.first_year}-${cell.year}`}>
                <th scope="row" className="text">
                  {formatYears(cell.first_year, cell.year)}
                  {breaks.some(year => cell.first_year <= year && year <= cell.year) && '*'}
                </th>
                <td>
                  {shown(cell.arrivals, formatCount)}
                  <Flags flags={cell.arrivals_flags} />
                </td>
                <td>
                  {shown(cell.departures, formatCount)}
                  <Flags flags={cell.departures_flags} />
                </td>
                <td>{shown(cell.gap, formatSigned)}</td>
                <td>{shown(cell.asymmetry, value => formatDecimal(value, 2, lang))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </div>
  );
}

/** The publisher's own marks, such as b for a break. */
function Flags({ flags }: { flags: string }) {
  return flags === '' ? null : <small className="kind-beside"> {flags}</small>;
}
