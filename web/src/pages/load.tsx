import { DropZone } from '../layout/drop-zone.tsx';
import { NeedsRole } from '../layout/needs-role.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import { OneFile } from './load/one-file.tsx';
import { QueueSum } from './load/queue-sum.tsx';
import { useQueue } from './load/use-queue.ts';

export function LoadPage() {
  const { words } = useLanguage();
  useTitle(words.load.title);
  return (
    <NeedsRole roles={['contributor']} title={words.load.title}>
      <Load />
    </NeedsRole>
  );
}

/** Files go to the server and are checked; their faults are seen, and they are kept only when somebody says so. */
function Load() {
  const { words } = useLanguage();
  const { queue, add, accept, acceptAll, discard, layOut } = useQueue();
  return (
    <>
      <h1>{words.load.title}</h1>
      <p className="answer">{words.load.answer}</p>
      <DropZone words={words.load} accept=".csv,.tsv,.txt,.parquet,.jsonl,.ndjson,.json,.gz" large take={add} />
      {queue.length > 0 && <QueueSum queue={queue} acceptAll={acceptAll} />}
      {queue.map(queued => (
        <OneFile
          key={queued.key}
          queued={queued}
          acts={{
            accept: () => accept(queued),
            discard: () => discard(queued),
            layOut: layout => layOut(queued, layout),
          }}
        />
      ))}
    </>
  );
}
