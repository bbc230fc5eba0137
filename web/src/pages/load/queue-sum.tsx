import { Link } from '@tanstack/react-router';
import { formatCount } from '../../../../src/common/wording/numbers.ts';
import { useLanguage } from '../../words/language.tsx';
import { canBeAccepted, type QueuedFile } from './use-queue.ts';

const UNDER_WAY = ['waiting', 'sending', 'accepting'];

/** Where all the files given stand, and what came of them in sum. */
export function QueueSum({ queue, acceptAll }: { queue: readonly QueuedFile[]; acceptAll: () => void }) {
  const { words } = useLanguage();
  const at = (...stages: string[]) => queue.filter(({ stage }) => stages.includes(stage.name)).length;
  const underWay = at(...UNDER_WAY);
  const acceptable = queue.filter(canBeAccepted).length;
  const accepted = queue.flatMap(({ stage }) => (stage.name === 'accepted' && !stage.again ? [stage.batch] : []));
  const sum = (count: (batch: (typeof accepted)[number]) => number) =>
    formatCount(accepted.reduce((all, batch) => all + count(batch), 0));
  return (
    <div className="sum sans" role="status">
      {queue.length > 1 && (
        <p>
          {words.load.files({
            all: queue.length,
            ...{ underWay, checked: at('checked'), accepted: at('accepted'), refused: at('refused') },
          })}
        </p>
      )}
      {queue.length > 1 && accepted.length > 0 && underWay === 0 && (
        <p>
          {words.load.inSum({
            ...{ read: sum(batch => batch.read), accepted: sum(batch => batch.accepted) },
            setAside: sum(batch => batch.set_aside),
          })}{' '}
          {words.load.against({
            fresh: sum(batch => batch.against_earlier?.new ?? 0),
            replacing: sum(batch => batch.against_earlier?.replacing ?? 0),
            same: sum(batch => batch.against_earlier?.same ?? 0),
            withdrawing: null,
          })}
        </p>
      )}
      <div className="row">
        {acceptable > 1 && (
          <button type="button" className="act" onClick={acceptAll}>
            {words.load.confirmAll(acceptable)}
          </button>
        )}
        {at('accepted') > 0 && underWay === 0 && (
          <Link to="/runs" className="act">
            {words.load.runNext(at('accepted'))}
          </Link>
        )}
      </div>
    </div>
  );
}
