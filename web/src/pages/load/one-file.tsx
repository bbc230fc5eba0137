import { formatShare } from '../../../../src/common/wording/numbers.ts';
import type { Batch } from '../../api/types.ts';
import { ProblemNote } from '../../layout/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { AgainstEarlier } from './against-earlier.tsx';
import { Checked } from './checked.tsx';
import { LayoutChoice } from './layout-choice.tsx';
import type { QueuedFile } from './use-queue.ts';

interface Acts {
  accept: () => void;
  discard: () => void;
  layOut: (layout: string) => void;
}

/** One of the files given: how far it is, what its check found, and what can be done with it. */
export function OneFile({ queued, acts: { accept, discard, layOut } }: { queued: QueuedFile; acts: Acts }) {
  const { words } = useLanguage();
  const { file, stage, layout } = queued;
  const choice = (found: string) => (
    <LayoutChoice
      file={file.name}
      chosen={layout}
      found={found}
      choose={stage.name === 'accepting' ? undefined : layOut}
    />
  );
  return (
    <section className="file">
      <h2>{file.name}</h2>
      {stage.name === 'waiting' && <p className="sans quiet">{words.load.waiting}</p>}
      {stage.name === 'sending' && <Sending file={file.name} share={stage.share} />}
      {(stage.name === 'checked' || stage.name === 'accepting') && (
        <Checked
          found={stage.upload}
          layout={choice(stage.upload.profile)}
          acts={stage.name === 'checked' ? { accept, discard } : undefined}
        />
      )}
      {stage.name === 'accepted' && <Accepted batch={stage.batch} again={stage.again} />}
      {stage.name === 'refused' && (
        <>
          <ProblemNote error={stage.error} />
          <div className="row">
            {choice('')}
            <button type="button" className="act light" onClick={discard}>
              {words.load.discard}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function Sending({ file, share }: { file: string; share: number }) {
  const { words, lang } = useLanguage();
  const sent = share >= 1;
  return (
    <div className="progress sans" role="status">
      <span>
        {file}: {sent ? words.load.checking : `${words.load.sending} ${formatShare(share, lang, 0)}`}
      </span>
      <progress max={1} {...(!sent && { value: share })} aria-label={words.load.sending} />
    </div>
  );
}

function Accepted({ batch, again }: { batch: Batch; again: boolean }) {
  const { words } = useLanguage();
  return (
    <div role="status">
      <p className="answer">{again ? words.load.already : words.load.done(batch.file_name)}</p>
      {!again && <AgainstEarlier against={batch.against_earlier} />}
      <p className="sans quiet">
        SHA-256 <code className="hash">{batch.id}</code>
      </p>
    </div>
  );
}
