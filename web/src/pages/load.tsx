import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { formatCount } from '../../../src/common/wording/numbers.ts';
import { send, upload } from '../api/client.ts';
import { useList } from '../api/queries.ts';
import type { Batch, Fault, Upload } from '../api/types.ts';
import { NeedsRole } from '../layout/needs-role.tsx';
import { Scrolled } from '../layout/scrolled.tsx';
import { Answered, ProblemNote } from '../layout/states.tsx';
import { useTitle } from '../layout/titled.ts';
import { useLanguage } from '../words/language.tsx';

type Stage =
  | { name: 'ready' }
  | { name: 'sending'; share: number }
  | { name: 'checked'; upload: Upload }
  | { name: 'accepted'; batch: Batch };

const FAULTS_SHOWN = 50;

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
      setStage({ name: 'sending', share: 0 });
      const path = `/api/uploads?name=${encodeURIComponent(file.name)}`;
      return {
        name: 'checked',
        upload: await upload<Upload>(path, file, share => setStage({ name: 'sending', share })),
      };
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
      {stage.name === 'sending' && (
        <p className="sans" role="status">
          {stage.share < 1 ? words.load.sending : words.load.checking}
          <progress max={1} value={stage.share < 1 ? stage.share : undefined} aria-label={words.load.checking} />
        </p>
      )}
      {stage.name === 'checked' && (
        <Checked found={stage.upload} accept={() => accept(stage.upload)} discard={() => discard(stage.upload)} />
      )}
      {stage.name === 'accepted' && (
        <div className="sans" role="status">
          <p>{words.load.done(stage.batch.file_name)}</p>
          <div className="row">
            <button type="button" className="act light" onClick={() => setStage({ name: 'ready' })}>
              {words.load.another}
            </button>
            <Link to="/runs">{words.load.runNext}</Link>
          </div>
        </div>
      )}
    </>
  );
}

function Drop({ check }: { check: (file: File) => void }) {
  const { words } = useLanguage();
  const [over, setOver] = useState(false);
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) check(file);
  };
  return (
    <label
      className={over ? 'drop over sans' : 'drop sans'}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      {words.load.drop}
      <br />
      <input
        type="file"
        accept=".csv,.tsv,.txt,.parquet,.jsonl,.ndjson"
        onChange={({ target: { files } }) => {
          const file = files?.[0];
          if (file !== undefined) check(file);
        }}
      />
    </label>
  );
}

function Checked({ found, accept, discard }: { found: Upload; accept: () => void; discard: () => void }) {
  const { words } = useLanguage();
  return (
    <>
      <h2>{found.file_name}</h2>
      <p className="answer" role="status">
        {words.load.found({
          read: formatCount(found.read),
          accepted: formatCount(found.accepted),
          setAside: formatCount(found.set_aside),
        })}
        {found.batch !== null && ` ${words.load.already}`}
      </p>
      <div className="row">
        <button type="button" className="act" onClick={accept} disabled={found.accepted === 0}>
          {words.load.confirm}
        </button>
        <button type="button" className="act light" onClick={discard}>
          {words.load.discard}
        </button>
      </div>
      {found.faults.length > 0 && <Faults found={found} />}
    </>
  );
}

function Faults({ found }: { found: Upload }) {
  const { words } = useLanguage();
  const faults = useList<Fault>(`/api/uploads/${found.id}/faults?limit=${FAULTS_SHOWN}`);
  return (
    <section>
      <h2>{words.load.faults}</h2>
      <table>
        <tbody>
          {found.faults.map(({ code, rows, set_aside }) => (
            <tr key={`${code}${set_aside}`}>
              <td className="text">{code}</td>
              <td>{formatCount(rows)}</td>
              <td className="text">{set_aside ? words.load.setAside : words.load.kept}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Answered query={faults}>
        {({ items }) => (
          <Scrolled label={words.load.faults}>
            <table>
              <thead>
                <tr>
                  <th>{words.load.row}</th>
                  <th className="text">{words.load.column}</th>
                  <th className="text">{words.load.fault}</th>
                  <th className="text">{words.load.foundText}</th>
                  <th className="text">{words.load.expected}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((fault, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row may have one fault twice.
                  <tr key={at}>
                    <td>{fault.row}</td>
                    <td className="text">{fault.column}</td>
                    <td className="text">{fault.code}</td>
                    <td className="text wrap">{fault.found}</td>
                    <td className="text wrap">{fault.expected}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        )}
      </Answered>
      <p className="sans">
        <a href={`/api/uploads/${found.id}/faults?format=csv`} download={`${found.file_name}.faults.csv`}>
          {words.load.allFaults}
        </a>
      </p>
    </section>
  );
}
