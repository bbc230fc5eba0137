import type { ReactNode } from 'react';
import { corridorTitle } from '../../../../src/common/charts/corridor-title.ts';
import { capital } from '../../../../src/common/wording/capital.ts';
import { formatCount, formatSigned } from '../../../../src/common/wording/numbers.ts';
import { officeName } from '../../../../src/common/wording/offices.ts';
import { ofStateWithState } from '../../../../src/common/wording/state-phrases.ts';
import type { Corridor, YearFigures } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { TableSource } from '../../layout/table-source.tsx';
import { TermWord } from '../../layout/term.tsx';
import { useLanguage } from '../../words/language.tsx';

/** The note's own arithmetic: in every row the inflow less the outflow is the balance of the destination. */
export function BalanceTable({ corridor, source }: { corridor: Corridor; source: string }) {
  const { words, lang } = useLanguage();
  const { origin, destination, balance } = corridor;
  const [inflow, outflow] = [totalOf(corridor.years), totalOf(corridor.opposite)];
  const kind = (text: ReactNode) => <small className="kind-beside">{text}</small>;
  const slips = (value: number, stream: string) => (
    <td>
      {formatCount(value)} {kind(stream)}
    </td>
  );
  const reported = (office: string) => (
    <th scope="row" className="text">
      {capital(officeName(office, lang))} {kind(words.reported)}
    </th>
  );
  return (
    <>
      <Scrolled label={words.corridor.balanceTitle}>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{corridorTitle({ origin, destination }, lang)}</th>
              <th scope="col">{corridorTitle({ origin: destination, destination: origin }, lang)}</th>
              <th scope="col">{words.corridor.balanceOf(ofStateWithState(destination, origin, lang))}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              {reported(destination)}
              {slips(inflow.arrivals, words.arrivals)}
              {slips(outflow.departures, words.departures)}
              <td>{signed(balance.by_destination_office)}</td>
            </tr>
            <tr>
              {reported(origin)}
              {slips(inflow.departures, words.departures)}
              {slips(outflow.arrivals, words.arrivals)}
              <td>{signed(balance.by_origin_office)}</td>
            </tr>
            <tr>
              <th scope="row" className="text">
                {words.corridor.byArrivals} {kind(words.reported)}
              </th>
              {slips(inflow.arrivals, words.arrivals)}
              {slips(outflow.arrivals, words.arrivals)}
              <td>{signed(balance.by_arrivals)}</td>
            </tr>
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="text">
                <TermWord term="united">{words.united}</TermWord> {kind(words.linked)}
              </th>
              {slips(inflow.united, words.corridor.moves)}
              {slips(outflow.united, words.corridor.moves)}
              <td>{signed(balance.united)}</td>
            </tr>
          </tfoot>
        </table>
      </Scrolled>
      <TableSource addresses={[{ name: 'JSON', href: source }]} note={words.corridor.balanceNote} />
    </>
  );
}

function signed(value: number | null): string {
  return value === null ? '–' : formatSigned(value);
}

/** Of a corridor between two offices that both sent slips, so that nothing in it is unknown. */
function totalOf(years: readonly YearFigures[]) {
  const total = { united: 0, arrivals: 0, departures: 0 };
  for (const { united, arrivals_reported, departures_reported } of years) {
    total.united += united ?? 0;
    total.arrivals += arrivals_reported ?? 0;
    total.departures += departures_reported ?? 0;
  }
  return total;
}
