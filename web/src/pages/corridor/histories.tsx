import { Link } from '@tanstack/react-router';
import { CAUSE_WORDS } from '../../../../src/common/wording/cause-words.ts';
import { formatCount } from '../../../../src/common/wording/numbers.ts';
import { useSession, useTimelines } from '../../api/queries.ts';
import type { Corridor, Timeline, Vintage } from '../../api/types.ts';
import type { ChosenCause } from '../../charts/corridor-charts.tsx';
import { holds } from '../../layout/frame.tsx';
import { Answered } from '../../layout/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { SlipLine } from './slip-line.tsx';
import { TimelineChart } from './timeline-chart.tsx';

const EXAMPLES = 5;

/** Slips' histories behind a cause, without names, for statisticians; others learn what the cause means and who may see more. */
export function Histories({
  vintage,
  corridor,
  chosen,
  year,
}: {
  vintage: Vintage;
  corridor: Corridor;
  chosen: ChosenCause | undefined;
  year: number | null;
}) {
  const { words, lang } = useLanguage();
  const { data: session } = useSession();
  if (chosen === undefined)
    return (
      <div className="histories">
        <p>{words.corridor.whyNote}</p>
        <p className="empty sans">{words.corridor.chooseCause}</p>
      </div>
    );
  const { name, meaning } = CAUSE_WORDS[chosen.cause];
  return (
    <div className="histories" aria-live="polite">
      <h3>{words.corridor.histories(name[lang])}</h3>
      <p>{meaning[lang]}</p>
      {holds(session, ['statistician']) ? (
        <Examples {...{ vintage, corridor, chosen, year }} />
      ) : (
        <p className="empty sans">
          {words.corridor.historiesFor} <Link to="/sign-in">{words.pages.signIn}</Link>
        </p>
      )}
    </div>
  );
}

function Examples({
  vintage,
  corridor,
  chosen,
  year,
}: {
  vintage: Vintage;
  corridor: Corridor;
  chosen: ChosenCause;
  year: number | null;
}) {
  const { words } = useLanguage();
  const query = new URLSearchParams({
    ...{ origin: corridor.origin, destination: corridor.destination, side: chosen.side, cause: chosen.cause },
    ...(year !== null && { year: String(year) }),
    limit: String(EXAMPLES),
  });
  const timelines = useTimelines(vintage.id, query.toString(), true);
  return (
    <Answered query={timelines}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="empty sans">{words.corridor.noHistories}</p>
        ) : (
          items.map(timeline => <History key={timeline.person} timeline={timeline} />)
        )
      }
    </Answered>
  );
}

function History({ timeline: { person, slips } }: { timeline: Timeline }) {
  const { words } = useLanguage();
  return (
    <article className="history">
      <h4>{words.corridor.person(formatCount(person))}</h4>
      <TimelineChart slips={slips} />
      <ol className="timeline">
        {slips.map((slip, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: slips of other offices have no other name.
          <li key={at} className={slip.highlighted ? 'marked' : ''}>
            <SlipLine slip={slip} />
          </li>
        ))}
      </ol>
    </article>
  );
}
