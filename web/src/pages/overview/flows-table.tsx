import { Link } from '@tanstack/react-router';
import { stateName } from '../../../../src/common/states.ts';
import { formatCount, formatKnown } from '../../../../src/common/wording/numbers.ts';
import type { CorridorFigures, Overview } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { TermWord } from '../../layout/term.tsx';
import { useLanguage } from '../../words/language.tsx';
import { flowsBySize } from './flows-by-size.ts';

/** All corridors; those of which one office alone has slips stand apart, and what cannot be known of them is a dash, not a nought. */
export function FlowsTable({ overview, offices }: { overview: Overview; offices: readonly string[] }) {
  const { words } = useLanguage();
  const { united, arrivals_reported, departures_reported } = overview.totals;
  const flows = flowsBySize(overview.flows);
  const isWhole = ({ origin, destination }: CorridorFigures) =>
    offices.includes(origin) && offices.includes(destination);
  const alone = flows.filter(flow => !isWhole(flow));
  return (
    <Scrolled label={words.overview.table}>
      <table className="full">
        <thead>
          <tr>
            <th scope="col" className="text">
              {words.pages.corridor}
            </th>
            <th scope="col">
              <TermWord term="united">{words.united}</TermWord>
              <span className="kind">{words.linked}</span>
            </th>
            <th scope="col">
              {words.arrivals}
              <span className="kind">{words.reported}</span>
            </th>
            <th scope="col">
              {words.departures}
              <span className="kind">{words.reported}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {flows.filter(isWhole).map(flow => (
            <FlowRow key={flow.origin + flow.destination} flow={flow} />
          ))}
        </tbody>
        {alone.length > 0 && (
          <tbody className="apart">
            <tr>
              <th scope="rowgroup" colSpan={4} className="text quiet">
                {words.overview.alone}
              </th>
            </tr>
            {alone.map(flow => (
              <FlowRow key={flow.origin + flow.destination} flow={flow} />
            ))}
          </tbody>
        )}
        <tfoot>
          <tr>
            <th scope="row" className="text">
              {words.total}
            </th>
            {[united, arrivals_reported, departures_reported].map((value, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never change places.
              <td key={at}>{formatCount(value)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Scrolled>
  );
}

function FlowRow({ flow }: { flow: CorridorFigures }) {
  const { lang } = useLanguage();
  const { origin, destination, united, arrivals_reported, departures_reported } = flow;
  return (
    <tr>
      <th scope="row" className="text">
        <Link to="/corridors/$origin/$destination" params={{ origin, destination }}>
          {stateName(origin, lang)} → {stateName(destination, lang)}
        </Link>
      </th>
      <td>{formatKnown(united)}</td>
      <td>{formatKnown(arrivals_reported)}</td>
      <td>{formatKnown(departures_reported)}</td>
    </tr>
  );
}
