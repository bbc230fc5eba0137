import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Language } from '../../../src/common/language.ts';
import { SPACE_STATES } from '../../../src/common/space.ts';
import { stateName } from '../../../src/common/states.ts';
import { inState, ofState } from '../../../src/common/wording/state-phrases.ts';
import { lawAddress, useRightsMatrix } from '../api/law-queries.ts';
import type { RightStatus, RightsMatrix } from '../api/types.ts';
import { today } from '../law/said.ts';
import { StatusSign } from '../law/status-sign.tsx';
import { Answered } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import type { LawWords } from '../words/law-english.ts';
import { useLawWords } from '../words/law-words.ts';
import { formatDay } from '../words/moments.ts';
import { type Cell, CellGrid, type GridRow, keyOf } from './matrix/cell-grid.tsx';
import { CellReasons } from './matrix/cell-reasons.tsx';
import { ChooseView } from './matrix/choose-view.tsx';
import { DaySlider } from './matrix/day-slider.tsx';
import { asApiMatrix, FIRST_RIGHT, type MatrixView, RIGHTS } from './matrix/view.ts';
import { answerWord } from './rights/right-words.ts';
import '../law/law.css';

const STATUSES: readonly RightStatus[] = ['yes', 'no', 'national-law', 'unknown', 'disputed'];

export function MatrixPage() {
  const { lang } = useLanguage();
  const words = useLawWords();
  const view = useSearch({ from: '/rights/matrix' });
  const [day] = useState(today);
  const navigate = useNavigate();
  const show = useCallback(
    (next: MatrixView) => navigate({ to: '/rights/matrix', search: next, replace: true, resetScroll: false }),
    [navigate],
  );
  const asked = asApiMatrix(view, day);
  const query = useRightsMatrix(asked);
  const title = titleOf(view, { words, lang });
  useTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <Answered query={query}>
        {matrix => (
          <>
            <AnswerSentence matrix={matrix} />
            <ChooseView view={view} show={show} />
            <DaySlider
              on={view.on ?? day}
              today={day}
              earlier={matrix.earlier}
              later={matrix.later}
              choose={on => show({ ...view, on: on === day ? undefined : on })}
            />
            <Shown matrix={matrix} view={view} />
            <p className="tools">
              API: <a href={lawAddress('/api/rights/matrix', asked)}>{lawAddress('/api/rights/matrix', asked)}</a>
            </p>
          </>
        )}
      </Answered>
    </>
  );
}

function titleOf(
  { right = FIRST_RIGHT, citizen, in: host }: MatrixView,
  { words, lang }: { words: LawWords; lang: Language },
): string {
  if (citizen !== undefined) return words.matrix.titleCitizen(ofState(citizen, lang));
  return host === undefined
    ? words.matrix.titleRight(words.rights[right])
    : words.matrix.titleHost(inState(host, lang));
}

function AnswerSentence({ matrix: { on, cells } }: { matrix: RightsMatrix }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  return (
    <p className="answer" role="status">
      {words.matrix.answer({
        day: formatDay(on, lang),
        yes: cells.filter(({ status }) => status === 'yes').length,
        all: cells.length,
        changed: cells.filter(({ before }) => before !== undefined).length,
      })}
    </p>
  );
}

function Shown({ matrix, view }: { matrix: RightsMatrix; view: MatrixView }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const [chosen, setChosen] = useState<string>();
  const last = useLastPlace(matrix);
  const grid = gridOf(view, matrix.cells, { words, lang });
  const cell = matrix.cells.find(each => keyOf(each) === chosen);
  return (
    <div className="explained">
      <div>
        <CellGrid
          key={`${view.citizen} ${view.in}`}
          {...grid}
          other={last.other}
          chosen={chosen}
          choose={next => setChosen(keyOf(next))}
        />
        <Legend before={last.other.size > 0 ? last.on : undefined} />
      </div>
      {cell === undefined ? (
        <p className="quiet sans">{words.matrix.choose}</p>
      ) : (
        <CellReasons cell={cell} on={matrix.on} role={matrix.role} />
      )}
    </div>
  );
}

/** Rows and columns of a view: all citizenships by all hosts, or all rights by the states of the open side. */
function gridOf(
  { citizen, in: host }: MatrixView,
  cells: readonly Cell[],
  { words, lang }: { words: LawWords; lang: Language },
): { rows: GridRow[]; columns: readonly string[]; corner: string } {
  const acrossOf = (cell: Cell) => (host === undefined ? cell.in : cell.citizen);
  const row = (name: string, short: string, mine: readonly Cell[]) => ({
    ...{ key: short, name, short },
    cells: new Map(mine.map(cell => [acrossOf(cell), cell])),
  });
  const columns = [...new Set(cells.map(acrossOf))].sort();
  if (citizen === undefined && host === undefined)
    return {
      rows: SPACE_STATES.map(state =>
        row(
          stateName(state, lang),
          state,
          cells.filter(cell => cell.citizen === state),
        ),
      ),
      ...{ columns, corner: words.matrix.corner },
    };
  return {
    rows: RIGHTS.map(right =>
      row(
        words.rights[right],
        words.rightsShort[right],
        cells.filter(cell => cell.domain === right),
      ),
    ),
    ...{ columns, corner: host === undefined ? words.matrix.cornerRights : words.matrix.cornerHost },
  };
}

function Legend({ before }: { before: string | undefined }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  return (
    <div className="legend sans">
      <p>{words.matrix.help}</p>
      <ul aria-label={words.matrix.legend}>
        {STATUSES.map(status => (
          <li key={status}>
            <StatusSign status={status} /> {answerWord({ status }, words)}
          </li>
        ))}
        <li>
          <StatusSign status="yes" value={30} /> {words.matrix.limit}
        </li>
        <li>
          <span className="frame changed" aria-hidden="true" /> {words.matrix.changedThatDay}
        </li>
        {before !== undefined && (
          <li>
            <span className="frame other" aria-hidden="true" /> {words.matrix.changedSince(formatDay(before, lang))}
          </li>
        )}
      </ul>
    </div>
  );
}

/** Where the slider stood before, and the cells that were otherwise there. */
function useLastPlace(matrix: RightsMatrix): { on: string; other: ReadonlySet<string> } {
  const shown = useRef({ now: matrix, before: matrix });
  const [, redraw] = useState(0);
  useEffect(() => {
    if (shown.current.now === matrix) return;
    shown.current = { now: matrix, before: shown.current.now };
    redraw(count => count + 1);
  }, [matrix]);
  const { before } = shown.current;
  const was = new Map(before.cells.map(cell => [keyOf(cell), cell]));
  const other = matrix.cells.filter(cell => {
    const earlier = was.get(keyOf(cell));
    return earlier !== undefined && (earlier.status !== cell.status || earlier.value !== cell.value);
  });
  return { on: before.on, other: new Set(other.map(keyOf)) };
}
