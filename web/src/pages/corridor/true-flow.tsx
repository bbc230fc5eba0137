import { formatCount } from '../../../../src/common/wording/numbers.ts';
import type { Corridor } from '../../api/types.ts';
import { TermWord } from '../../layout/term.tsx';
import { useLanguage } from '../../words/language.tsx';

/** The true flow over all years, as the model has it. */
export function TrueFlow({ corridor }: { corridor: Corridor }) {
  const { words } = useLanguage();
  const row = corridor.coverage.find(
    ({ origin, destination, true_flow }) =>
      origin === corridor.origin && destination === corridor.destination && true_flow !== null,
  );
  if (row === undefined || row.true_flow === null) return null;
  const [low, value, high] = [row.true_low95 ?? row.true_flow, row.true_flow, row.true_high95 ?? row.true_flow];
  return (
    <p className="modelled">
      <TermWord term="modelled">{words.corridor.trueFlowWord}</TermWord>{' '}
      {words.corridor.trueFlow(formatCount(low), formatCount(value), formatCount(high))}
    </p>
  );
}
