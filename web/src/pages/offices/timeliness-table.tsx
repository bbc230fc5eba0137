import { formatCount, formatDecimal, formatShare } from '../../../../src/common/wording/numbers.ts';
import { officeLabel } from '../../../../src/common/wording/offices.ts';
import type { Timeliness } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { useLanguage } from '../../words/language.tsx';

/** Days from the event to its registration, of the slips that name the day of the event. */
export function TimelinessTable({ rows }: { rows: readonly Timeliness[] }) {
  const { words, lang } = useLanguage();
  const days = (value: number | null) => (value === null ? '–' : formatDecimal(value, 0, lang));
  if (rows.length === 0) return <p className="empty sans">{words.offices.unmeasured}</p>;
  return (
    <Scrolled label={words.offices.timeliness}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="text">
              {words.offices.office}
            </th>
            <th scope="col">{words.offices.slips}</th>
            <th scope="col">{words.offices.dated}</th>
            <th scope="col">{words.offices.median}</th>
            <th scope="col">{words.offices.p90}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ office, kind, slips, dated, median_days, p90_days }) => (
            <tr key={office + kind}>
              <th scope="row" className="text">
                {officeLabel(office, lang)}, {kind === 'arrival' ? words.arrivals : words.departures}
              </th>
              <td>{formatCount(slips)}</td>
              <td>{slips === 0 ? '–' : formatShare(dated / slips, lang)}</td>
              <td>{days(median_days)}</td>
              <td>{days(p90_days)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
