import { formatKnown, formatSigned } from '../../../../src/common/wording/numbers.ts';
import { officeName } from '../../../../src/common/wording/offices.ts';
import { addresses } from '../../api/queries.ts';
import type { Corridor, Vintage } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { everyForm, TableSource } from '../../layout/table-source.tsx';
import { useLanguage } from '../../words/language.tsx';

/** The figures behind the lines, year by year. */
export function YearsTable({ corridor, vintage }: { corridor: Corridor; vintage: Vintage }) {
  const { words, lang } = useLanguage();
  const { origin, destination, years } = corridor;
  if (years.length === 0) return null;
  const head = [
    { name: words.arrivals, kind: `${officeName(destination, lang)}, ${words.reported}` },
    { name: words.departures, kind: `${officeName(origin, lang)}, ${words.reported}` },
    { name: words.united, kind: words.linked },
    { name: words.corridor.difference, kind: words.corridor.differenceOf },
  ];
  return (
    <details className="sans">
      <summary>{words.corridor.years}</summary>
      <Scrolled label={words.corridor.years}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="text">
                {words.year}
              </th>
              {head.map(({ name, kind }) => (
                <th key={name} scope="col">
                  {name}
                  <span className="kind">{kind}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, united, arrivals_reported, departures_reported }) => (
              <tr key={year}>
                <th scope="row" className="text">
                  {year}
                </th>
                <td>{formatKnown(arrivals_reported)}</td>
                <td>{formatKnown(departures_reported)}</td>
                <td>{formatKnown(united)}</td>
                <td>
                  {arrivals_reported === null || departures_reported === null
                    ? '–'
                    : formatSigned(arrivals_reported - departures_reported)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <TableSource addresses={everyForm(addresses.flows(vintage.id), `origin=${origin}&destination=${destination}`)} />
    </details>
  );
}
