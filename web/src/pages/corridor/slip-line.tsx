import { officeName } from '../../../../src/common/wording/offices.ts';
import { fromState, toState } from '../../../../src/common/wording/state-phrases.ts';
import { VERDICT_WORDS } from '../../../../src/common/wording/verdict-words.ts';
import type { TimelineSlip } from '../../api/types.ts';
import { TermWord } from '../../layout/term.tsx';
import { useLanguage } from '../../words/language.tsx';
import { formatShortDay } from '../../words/moments.ts';

/** One slip in words: when, which office, what it says, and what it turned out to be. */
export function SlipLine({ slip }: { slip: TimelineSlip }) {
  const { words, lang } = useLanguage();
  const what =
    slip.kind === 'arrival'
      ? words.corridor.arrival(fromState(slip.origin, lang))
      : words.corridor.departure(toState(slip.destination, lang));
  const verdict = VERDICT_WORDS[slip.verdict];
  return (
    <>
      <time dateTime={slip.event_on ?? slip.registered_on}>
        {formatShortDay(slip.event_on ?? slip.registered_on, lang)}
      </time>
      <span>
        {officeName(slip.office, lang)}: {what}
        <small>
          {words.corridor.registered(formatShortDay(slip.registered_on, lang))};{' '}
          {verdict === undefined ? slip.verdict : <TermWord term={verdict} />}
          {slip.own_slip_id !== null && `; ${slip.own_slip_id}`}
        </small>
      </span>
    </>
  );
}
