import { useState } from 'react';
import { corridorTitle } from '../../../../src/common/charts/corridor-title.ts';
import { formatCount, formatSigned } from '../../../../src/common/wording/numbers.ts';
import { vintageLabel } from '../../../../src/common/wording/vintage-label.ts';
import { useObject } from '../../api/queries.ts';
import type { Comparison, Vintage } from '../../api/types.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { Answered } from '../../layout/states.tsx';
import { TableSource } from '../../layout/table-source.tsx';
import { useLanguage } from '../../words/language.tsx';

type Cell = Comparison['items'][number];

/** The united counts of two vintages: every corridor whose figures were moved, and in which years. */
export function CompareVintages({ vintages }: { vintages: readonly Vintage[] }) {
  const { words, lang } = useLanguage();
  const [from, setFrom] = useState(vintages[1]?.id ?? 0);
  const [to, setTo] = useState(vintages[0]?.id ?? 0);
  const address = `/api/vintages/compare?from=${from}&to=${to}`;
  const comparison = useObject<Comparison>(address, from !== to);
  const select = (label: string, value: number, choose: (id: number) => void) => (
    <label>
      {label}
      <select value={value} onChange={event => choose(Number(event.target.value))}>
        {vintages.map(({ id, label: name }) => (
          <option key={id} value={id}>
            {id}: {vintageLabel(name, lang) ?? words.runs.unnamed}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <form className="row">
        {select(words.runs.earlier, from, setFrom)}
        {select(words.runs.later, to, setTo)}
      </form>
      {from === to ? (
        <p className="empty sans">{words.runs.sameVintage}</p>
      ) : (
        <Answered query={comparison}>
          {({ items }) => (
            <>
              <Differences cells={items} />
              <TableSource addresses={[{ name: 'JSON', href: address }]} />
            </>
          )}
        </Answered>
      )}
    </>
  );
}

function Differences({ cells }: { cells: readonly Cell[] }) {
  const { words, lang } = useLanguage();
  const moved = cells.filter(({ difference }) => difference !== 0);
  if (moved.length === 0) return <p className="empty sans">{words.runs.noDifference}</p>;
  const years = [...new Set(moved.map(({ year }) => year))].sort((a, b) => a - b);
  const corridors = new Set(moved.map(({ origin, destination }) => `${origin} ${destination}`));
  const rows = [...corridors].map(key => cells.filter(({ origin, destination }) => `${origin} ${destination}` === key));
  return (
    <Scrolled label={words.runs.compare}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="text">
              {words.pages.corridor}
            </th>
            <th scope="col">{words.runs.earlier}</th>
            <th scope="col">{words.runs.later}</th>
            <th scope="col">{words.runs.difference}</th>
            {years.map(year => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(its => {
            const [before, after] = [sumOf(its, 'united_from'), sumOf(its, 'united_to')];
            const { origin = '', destination = '' } = its[0] ?? {};
            return (
              <tr key={origin + destination}>
                <th scope="row" className="text">
                  {corridorTitle({ origin, destination }, lang)}
                </th>
                <td>{formatCount(before)}</td>
                <td>{formatCount(after)}</td>
                <td>
                  <strong>{formatSigned(after - before)}</strong>
                </td>
                {years.map(year => (
                  <td key={year}>{differenceText(its.find(each => each.year === year))}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scrolled>
  );
}

function sumOf(cells: readonly Cell[], figure: 'united_from' | 'united_to'): number {
  return cells.reduce((sum, cell) => sum + cell[figure], 0);
}

function differenceText(cell: Cell | undefined): string {
  return cell === undefined || cell.difference === 0 ? '' : formatSigned(cell.difference);
}
