import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { SPACE_STATES } from '../../../src/common/space.ts';
import { stateName } from '../../../src/common/states.ts';
import { ofState } from '../../../src/common/wording/state-phrases.ts';
import { lawAddress, useRightsMatrix } from '../api/law-queries.ts';
import type { RightStatus, RightsMatrix } from '../api/types.ts';
import { ChooseState } from '../law/choose-state.tsx';
import { today } from '../law/said.ts';
import { StatusSign } from '../law/status-sign.tsx';
import { Answered } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import { useLawWords } from '../words/law-words.ts';
import { formatDay } from '../words/moments.ts';
import { type Cell, CellGrid, type GridRow, keyOf } from './matrix/cell-grid.tsx';
import { CellReasons } from './matrix/cell-reasons.tsx';
import { DaySlider } from './matrix/day-slider.tsx';
import { asApiMatrix, type MatrixView, RIGHTS, ROLES } from './matrix/view.ts';
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
  const title =
    view.citizen === undefined
      ? words.matrix.titleRight(words.rights[view.right ?? 'work-without-permit'])
      : words.matrix.titleCitizen(ofState(view.citizen, lang));
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

function ChooseView({ view, show }: { view: MatrixView; show: (view: MatrixView) => void }) {
  const words = useLawWords();
  const byCitizen = view.citizen !== undefined;
  const rest = { on: view.on, role: view.role };
  return (
    <form aria-label={words.matrix.view}>
      <div className="row">
        <label>
          {words.matrix.view}
          <select
            value={byCitizen ? 'citizen' : 'right'}
            onChange={({ target }) => show(target.value === 'citizen' ? { ...rest, citizen: 'KG' } : rest)}
          >
            <option value="right">{words.matrix.oneRight}</option>
            <option value="citizen">{words.matrix.oneCitizen}</option>
          </select>
        </label>
        {byCitizen ? (
          <ChooseState
            label={words.matrix.citizen}
            value={view.citizen}
            choose={citizen => show({ ...rest, citizen })}
          />
        ) : (
          <label>
            {words.matrix.right}
            <select
              value={view.right ?? 'work-without-permit'}
              onChange={({ target }) => show({ ...rest, right: RIGHTS.find(each => each === target.value) })}
            >
              {RIGHTS.map(right => (
                <option key={right} value={right}>
                  {words.rights[right]}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {words.matrix.role}
          <select
            value={view.role ?? 'citizen'}
            onChange={({ target }) => show({ ...view, role: ROLES.find(each => each === target.value) })}
          >
            {ROLES.map(role => (
              <option key={role} value={role}>
                {words.roles[role]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </form>
  );
}

function Shown({ matrix, view }: { matrix: RightsMatrix; view: MatrixView }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const [chosen, setChosen] = useState<string>();
  const last = useLastPlace(matrix);
  const hosts = [...new Set(matrix.cells.map(cell => cell.in))].sort();
  const rows: GridRow[] =
    view.citizen === undefined
      ? SPACE_STATES.map(state =>
          rowOf(
            [state, stateName(state, lang), state],
            matrix.cells.filter(cell => cell.citizen === state),
          ),
        )
      : RIGHTS.map(right =>
          rowOf(
            [right, words.rights[right], words.rightsShort[right]],
            matrix.cells.filter(cell => cell.domain === right),
          ),
        );
  const cell = matrix.cells.find(each => keyOf(each) === chosen);
  return (
    <>
      <CellGrid
        key={view.citizen ?? 'states'}
        rows={rows}
        hosts={hosts}
        corner={view.citizen === undefined ? words.matrix.corner : words.matrix.cornerRights}
        other={last.other}
        chosen={chosen}
        choose={next => setChosen(keyOf(next))}
      />
      <Legend before={last.other.size > 0 ? last.on : undefined} />
      {cell === undefined ? (
        <p className="quiet sans">{words.matrix.choose}</p>
      ) : (
        <CellReasons cell={cell} on={matrix.on} role={matrix.role} />
      )}
    </>
  );
}

function rowOf([key, name, short]: [string, string, string], cells: readonly Cell[]): GridRow {
  return { key, name, short, cells: new Map(cells.map(cell => [cell.in, cell])) };
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
