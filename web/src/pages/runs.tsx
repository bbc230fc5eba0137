import { useRuns, useSession } from '../api/queries.ts';
import { holds } from '../layout/frame.tsx';
import { NeedsRole } from '../layout/needs-role.tsx';
import { Answered } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import { isUnderWay, LiveRun } from './runs/live-run.tsx';
import { NewRun } from './runs/new-run.tsx';
import { OneRun } from './runs/one-run.tsx';
import { Vintages } from './runs/vintages.tsx';

export function RunsPage() {
  const { words } = useLanguage();
  useTitle(words.runs.title);
  return (
    <NeedsRole roles={['statistician', 'publisher']} title={words.runs.title}>
      <h1>{words.runs.title}</h1>
      <Runs />
      <Vintages />
    </NeedsRole>
  );
}

function Runs() {
  const { words } = useLanguage();
  const { data: session } = useSession();
  const may = holds(session, ['statistician']);
  const runs = useRuns(may);
  if (!may) return null;
  return (
    <Answered query={runs}>
      {({ items }) => (
        <>
          <p className="answer">{items.length === 0 ? words.runs.none : words.runs.answer(items.length)}</p>
          <section>
            <h2>{words.runs.start}</h2>
            <NewRun />
          </section>
          {items.length > 0 && (
            <section>
              <h2>{words.pages.runs}</h2>
              {items.map(run =>
                isUnderWay(run) ? <LiveRun key={run.id} first={run} /> : <OneRun key={run.id} run={run} />,
              )}
            </section>
          )}
        </>
      )}
    </Answered>
  );
}
