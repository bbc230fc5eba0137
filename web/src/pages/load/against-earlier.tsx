import { formatCount } from '../../../../src/common/wording/numbers.ts';
import type { Batch } from '../../api/types.ts';
import { useLanguage } from '../../words/language.tsx';

/** What a file does to the slips recorded before. */
export function AgainstEarlier({ against }: { against: Batch['against_earlier'] }) {
  const { words } = useLanguage();
  if (against === null) return null;
  return (
    <p className={against.replacing > 0 || against.withdrawing > 0 ? 'sans replacing' : 'sans'}>
      {words.load.against({
        fresh: formatCount(against.new),
        replacing: formatCount(against.replacing),
        same: formatCount(against.same),
        withdrawing: against.withdrawing === 0 ? null : formatCount(against.withdrawing),
      })}
    </p>
  );
}
