import { type KeyboardEvent, useRef, useState } from 'react';
import { stateName } from '../../../../src/common/states.ts';
import { inState, ofState } from '../../../../src/common/wording/state-phrases.ts';
import type { RightsMatrix } from '../../api/types.ts';
import { StatusSign } from '../../law/status-sign.tsx';
import { NARROW, useMatches } from '../../layout/matches.ts';
import { Scrolled } from '../../layout/scrolled.tsx';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';
import { answerWord } from '../rights/right-words.ts';

export type Cell = RightsMatrix['cells'][number];

export interface GridRow {
  key: string;
  name: string;
  /** What stands for the name where there is little room. */
  short: string;
  /** Cells by the state of their column; a state has none with itself. */
  cells: ReadonlyMap<string, Cell>;
}

/** The name of a cell, whatever its day. */
export const keyOf = ({ citizen, in: host, domain }: Cell) => `${citizen} ${host} ${domain}`;

/** A table of answers: arrows go from cell to cell, Enter chooses. What changed stands in a frame, by ink alone. */
export function CellGrid({
  rows,
  columns,
  corner,
  other,
  chosen,
  choose,
}: {
  rows: readonly GridRow[];
  /** States across the top: hosts, or citizenships. */
  columns: readonly string[];
  corner: string;
  /** Cells that differ from those of the slider's last place. */
  other: ReadonlySet<string>;
  chosen: string | undefined;
  choose: (cell: Cell) => void;
}) {
  const { lang } = useLanguage();
  const { matrix } = useLawWords();
  const narrow = useMatches(NARROW);
  const grid = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<Place>(() => ({ row: 0, column: rows[0]?.cells.has(columns[0] ?? '') ? 0 : 1 }));
  const go = (event: KeyboardEvent) => {
    const cellAt = ({ row, column }: Place) =>
      grid.current?.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`);
    let next = moved(place, event.key, columns.length);
    // A state has no cell with itself: the way goes on beyond it.
    if (next !== undefined && !cellAt(next)) next = moved(next, event.key, columns.length);
    const cell = next && cellAt(next);
    if (next === undefined || !cell) return;
    event.preventDefault();
    setPlace(next);
    cell.focus();
  };
  return (
    <Scrolled label={matrix.table}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are gone through by arrows is a grid. */}
      <table ref={grid} role="grid" className="matrix" aria-label={matrix.table} onKeyDown={go}>
        <thead>
          <tr>
            <th scope="col" className="text" aria-label={corner}>
              {narrow ? '↓ →' : corner}
            </th>
            {columns.map(state => (
              <th key={state} scope="col" title={stateName(state, lang)} aria-label={stateName(state, lang)}>
                {state}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, short, cells }, row) => (
            <tr key={key}>
              <th scope="row" className="text" aria-label={name} title={name}>
                {narrow ? short : name}
              </th>
              {columns.map((state, column) => (
                <GridCell
                  key={state}
                  cell={cells.get(state)}
                  place={`${row} ${column}`}
                  isHere={place.row === row && place.column === column}
                  other={other}
                  chosen={chosen}
                  choose={cell => {
                    setPlace({ row, column });
                    choose(cell);
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function GridCell({
  cell,
  place,
  isHere,
  other,
  chosen,
  choose,
}: {
  cell: Cell | undefined;
  place: string;
  isHere: boolean;
  other: ReadonlySet<string>;
  chosen: string | undefined;
  choose: (cell: Cell) => void;
}) {
  const { lang } = useLanguage();
  const words = useLawWords();
  if (cell === undefined)
    return (
      <td>
        <span className="quiet">–</span>
      </td>
    );
  const { citizen, in: host, domain, status, value, before } = cell;
  const told = words.matrix.cell({
    citizen: ofState(citizen, lang),
    host: inState(host, lang),
    right: words.rights[domain],
    answer: answerWord(cell, words),
  });
  const changed = before !== undefined;
  const marks = [changed && 'changed', other.has(keyOf(cell)) && 'other'].filter(Boolean).join(' ');
  return (
    <td className={marks}>
      <button
        type="button"
        tabIndex={isHere ? 0 : -1}
        data-place={place}
        aria-pressed={chosen === keyOf(cell)}
        aria-label={changed ? `${told}; ${words.matrix.before(answerWord(before, words))}` : told}
        title={told}
        onClick={() => choose(cell)}
      >
        <StatusSign status={status} value={value} />
      </button>
    </td>
  );
}

interface Place {
  row: number;
  column: number;
}

function moved({ row, column }: Place, key: string, width: number): Place | undefined {
  if (key === 'ArrowUp') return { row: row - 1, column };
  if (key === 'ArrowDown') return { row: row + 1, column };
  if (key === 'ArrowLeft') return { row, column: column - 1 };
  if (key === 'ArrowRight') return { row, column: column + 1 };
  if (key === 'Home') return { row, column: 0 };
  return key === 'End' ? { row, column: width - 1 } : undefined;
}
