import { stateName } from '../../../../src/common/states.ts';
import { formatCount, formatDecimal, formatSigned } from '../../../../src/common/wording/numbers.ts';
import { studyWords } from '../../../../src/common/wording/study-words.ts';
import type { FlowIndicators } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { useLanguage } from '../../words/language.tsx';
import { periodName } from './periods.ts';

/** Each state of one year, the largest gain or loss first; rates only where any population is known. */
export function StatesTable({ states, hasRates }: { states: FlowIndicators['states']; hasRates: boolean }) {
  const { lang } = useLanguage();
  const { indicators, kinds } = studyWords(lang);
  const decimal = (value: number | null, digits = 1) => (value === null ? '…' : formatDecimal(value, digits, lang));
  const rates = hasRates ? [indicators.netRate, indicators.turnoverRate] : [];
  const heads = [indicators.partners, indicators.arrivals, indicators.departures, indicators.net, indicators.turnover];
  return (
    <Scrolled label={indicators.flows}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="text">
              {indicators.state} <small className="kind">{kinds.reported}</small>
            </th>
            {[...heads, ...rates, indicators.effectiveness].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...states]
            .sort((a, b) => Math.abs(b.net) - Math.abs(a.net))
            .map(each => (
              <tr key={each.state}>
                <th scope="row" className="text">
                  {stateName(each.state, lang)}
                </th>
                <td>{`${each.partners}/${each.all_partners}`}</td>
                <td>{formatCount(each.arrivals)}</td>
                <td>{formatCount(each.departures)}</td>
                <td>{formatSigned(each.net)}</td>
                <td>{formatCount(each.turnover)}</td>
                {hasRates && <td>{decimal(each.net_rate, 2)}</td>}
                {hasRates && <td>{decimal(each.turnover_rate, 2)}</td>}
                <td>{decimal(each.effectiveness)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/** All states of the table together, year by year. */
export function SystemsTable({ systems, hasRates }: { systems: FlowIndicators['systems']; hasRates: boolean }) {
  const { lang } = useLanguage();
  const { indicators, year, kinds } = studyWords(lang);
  const decimal = (value: number | null, digits = 1) => (value === null ? '…' : formatDecimal(value, digits, lang));
  const rates = hasRates ? [indicators.intensity, indicators.netMigrationRate] : [];
  return (
    <Scrolled label={indicators.system}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="text">
              {year}
            </th>
            <th scope="col">
              {indicators.moves} <small className="kind">{kinds.reported}</small>
            </th>
            {[indicators.effectiveness, ...rates].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {systems.map(each => (
            <tr key={periodName(each)}>
              <th scope="row" className="text">
                {periodName(each)}
              </th>
              <td>{formatCount(each.moves)}</td>
              <td>{decimal(each.effectiveness)}</td>
              {hasRates && <td>{decimal(each.intensity, 3)}</td>}
              {hasRates && <td>{decimal(each.net_migration_rate, 3)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
