import { formatCount, formatDecimal, formatShare } from '../../../../src/common/wording/numbers.ts';
import type { Quality } from '../../api/types.ts';
import { useLanguage } from '../../words/language.tsx';

/** How far this vintage moved the figures of the one before it. */
export function Revisions({ revisions: { against, cells, mar, rmar } }: { revisions: Quality['revisions'] }) {
  const { words, lang } = useLanguage();
  if (against === null) return <p className="quiet">{words.quality.firstVintage}</p>;
  return (
    <p>
      {words.quality.revised({
        against,
        cells: formatCount(cells),
        mar: mar === null ? '–' : formatDecimal(mar, 1, lang),
        rmar: rmar === null ? '–' : formatShare(rmar, lang, 2),
      })}
    </p>
  );
}
