import type { Cause } from '../../../../src/common/causes.ts';
import { CAUSE_WORDS } from '../../../../src/common/wording/cause-words.ts';
import { formatSigned } from '../../../../src/common/wording/numbers.ts';
import { addresses } from '../../api/queries.ts';
import type { Corridor, GapFigures, Side, Vintage } from '../../api/types.ts';
import type { ChosenCause } from '../../charts/corridor-charts.tsx';
import { Scrolled } from '../../layout/scrolled.tsx';
import { everyForm, TableSource } from '../../layout/table-source.tsx';
import { useLanguage } from '../../words/language.tsx';

interface CauseRow {
  side: Side;
  cause: Cause;
  total: number;
  byYear: ReadonlyMap<number, number>;
}

/** Causes of each side, all years together and year by year. */
export function CausesTable({
  corridor,
  vintage,
  chosen,
  choose,
}: {
  corridor: Corridor;
  vintage: Vintage;
  chosen: ChosenCause | undefined;
  choose: (chosen: ChosenCause) => void;
}) {
  const { words } = useLanguage();
  const { origin, destination } = corridor;
  const years = corridor.years.map(({ year }) => year);
  const rows = causeRows(corridor.causes);
  if (rows.length === 0) return <p className="empty sans">{words.corridor.noGap}</p>;
  return (
    <>
      <Scrolled label={words.corridor.causes}>
        <table className="causes">
          <thead>
            <tr>
              <th scope="col" className="text">
                {words.corridor.cause}
              </th>
              <th scope="col">{words.allYears}</th>
              {years.map(year => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          {(['departures', 'arrivals'] as const).map(side => (
            <SideRows key={side} {...{ side, years, chosen, choose }} rows={rows.filter(row => row.side === side)} />
          ))}
        </table>
      </Scrolled>
      <TableSource addresses={everyForm(addresses.gaps(vintage.id), `origin=${origin}&destination=${destination}`)} />
    </>
  );
}

function SideRows({
  side,
  rows,
  years,
  chosen,
  choose,
}: {
  side: Side;
  rows: readonly CauseRow[];
  years: readonly number[];
  chosen: ChosenCause | undefined;
  choose: (chosen: ChosenCause) => void;
}) {
  const { words, lang } = useLanguage();
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={years.length + 2} className="text quiet">
          {words.corridor.sides[side]}
        </th>
      </tr>
      {rows.map(({ cause, total, byYear }) => (
        <tr key={cause}>
          <th scope="row" className="text">
            <button
              type="button"
              className="cause"
              aria-pressed={chosen?.side === side && chosen.cause === cause}
              onClick={() => choose({ side, cause })}
            >
              {CAUSE_WORDS[cause].name[lang]}
            </button>
          </th>
          <td>{formatSigned(total)}</td>
          {years.map(year => (
            <td key={year}>{byYear.has(year) ? formatSigned(byYear.get(year) ?? 0) : ''}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function causeRows(causes: readonly GapFigures[]): CauseRow[] {
  const groups = new Map<string, CauseRow & { byYear: Map<number, number> }>();
  for (const { side, cause, year, count } of causes) {
    const key = `${side} ${cause}`;
    const group = groups.get(key) ?? { side, cause, total: 0, byYear: new Map<number, number>() };
    group.total += count;
    group.byYear.set(year, (group.byYear.get(year) ?? 0) + count);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((a, b) => Math.abs(b.total) - Math.abs(a.total));
}
