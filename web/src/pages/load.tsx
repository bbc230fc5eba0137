import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatShare } from '../../../src/common/wording/numbers.ts';
import { send, upload } from '../api/client.ts';
import type { Batch, Upload } from '../api/types.ts';
import { NeedsRole } from '../layout/needs-role.tsx';
import { ProblemNote } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';
import { Checked } from './load/checked.tsx';
import { Drop } from './load/drop.tsx';

type Stage =
  | { name: 'ready' }
  | { name: 'sending'; file: string; share: number }
  | { name: 'checked'; upload: Upload }
  | { name: 'accepted'; batch: Batch };

export function LoadPage() {
  const { words } = useLanguage();
  useTitle(words.load.title);
  return (
    <NeedsRole roles={['contributor']} title={words.load.title}>
      <Load />
    </NeedsRole>
  );
}

/** A file goes to the server and is checked; its faults are seen, and it is kept only when somebody says so. */
function Load() {
  const { words } = useLanguage();
  const client = useQueryClient();
  const [stage, setStage] = useState<Stage>({ name: 'ready' });
  const [error, setError] = useState<unknown>();
  const attempt = async (work: () => Promise<Stage>) => {
    setError(undefined);
    try {
      setStage(await work());
    } catch (problem) {
      setError(problem);
      setStage({ name: 'ready' });
    }
  };
  const check = (file: File) =>
    attempt(async () => {
      const sending = (share: number): Stage => ({ name: 'sending', file: file.name, share });
      setStage(sending(0));
      const path = `/api/uploads?name=${encodeURIComponent(file.name)}`;
      const found = await upload<Upload>(path, file, share => setStage(sending(share)));
      return { name: 'checked', upload: found };
    });
  const accept = (found: Upload) =>
    attempt(async () => {
      const batch = await send<Batch>('POST', '/api/batches', { upload: found.id });
      await client.invalidateQueries({ queryKey: ['/api/batches'] });
      return { name: 'accepted', batch };
    });
  const discard = (found: Upload) =>
    attempt(async () => {
      await send('DELETE', `/api/uploads/${found.id}`);
      return { name: 'ready' };
    });
  return (
    <>
      <h1>{words.load.title}</h1>
      <p className="answer">{words.load.answer}</p>
      {error !== undefined && <ProblemNote error={error} />}
      {stage.name === 'ready' && <Drop check={check} />}
      {stage.name === 'sending' && <Sending file={stage.file} share={stage.share} />}
      {stage.name === 'checked' && (
        <Checked found={stage.upload} accept={() => accept(stage.upload)} discard={() => discard(stage.upload)} />
      )}
      {stage.name === 'accepted' && <Accepted batch={stage.batch} again={() => setStage({ name: 'ready' })} />}
    </>
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

function Accepted({ batch, again }: { batch: Batch; again: () => void }) {
  const { words } = useLanguage();
  return (
    <div role="status">
      <p className="answer">{words.load.done(batch.file_name)}</p>
      <p className="sans quiet">
        SHA-256 <code className="hash">{batch.id}</code>
      </p>
      <div className="row sans">
        <Link to="/runs" className="act">
          {words.load.runNext}
        </Link>
        <button type="button" className="act light" onClick={again}>
          {words.load.another}
        </button>
      </div>
    </div>
  );
}
