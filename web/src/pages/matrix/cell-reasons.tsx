import { Link } from '@tanstack/react-router';
import { inState, ofState } from '../../../../src/common/wording/state-phrases.ts';
import { useRights } from '../../api/law-queries.ts';
import { StatusSign } from '../../law/status-sign.tsx';
import { Answered } from '../../layout/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { useLawWords } from '../../words/law-words.ts';
import { Reasons } from '../rights/reasons.tsx';
import { answerWord } from '../rights/right-words.ts';
import type { Cell } from './cell-grid.tsx';
import type { MatrixView } from './view.ts';

const PURPOSE_OF = {
  citizen: 'visit',
  worker: 'work',
  family: 'family',
  student: 'study',
  resident: 'permanent',
} as const;

/** Why a cell says what it says. */
export function CellReasons({ cell, on, role }: { cell: Cell; on: string; role: NonNullable<MatrixView['role']> }) {
  const { lang } = useLanguage();
  const words = useLawWords();
  const { citizen, in: host, domain } = cell;
  const query = useRights({ citizen, in: host, ask: domain, on, role, lang });
  return (
    <section aria-live="polite">
      <h2>
        <StatusSign status={cell.status} value={cell.value} />{' '}
        {words.matrix.cell({
          citizen: ofState(citizen, lang),
          host: inState(host, lang),
          right: words.rights[domain],
          answer: answerWord(cell, words),
        })}
      </h2>
      <Answered query={query}>
        {({ answers }) => answers.map(answer => <Reasons key={answer.domain} answer={answer} open />)}
      </Answered>
      <p className="sans">
        <Link to="/rights" search={{ citizen, in: host, on, purpose: PURPOSE_OF[role] }}>
          {words.matrix.open}
        </Link>
      </p>
    </section>
  );
}
