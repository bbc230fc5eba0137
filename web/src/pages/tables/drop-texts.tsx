import { type DragEvent, useState } from 'react';
import { Loading, ProblemNote } from '../../layout/states.tsx';

interface Texts {
  title: string;
  note: string;
  drop: string;
  forms: string;
}

/** Where files of one's own are dropped or chosen, several at once, and what the server says of them. */
export function DropTexts({
  words,
  send,
  pending,
  error,
  accept = '.yaml,.yml,.csv,.txt',
  id = 'own',
}: {
  words: Texts;
  send: (files: readonly File[]) => void;
  pending: boolean;
  error: unknown;
  /** Endings of the files that are taken. */
  accept?: string;
  /** Where a page takes files for several questions, which of them. */
  id?: string;
}) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0) send([...files]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section id={id}>
      <h2>{words.title}</h2>
      <p>{words.note}</p>
      <label
        className={over ? 'drop small over' : 'drop small'}
        onDragOver={event => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          type="file"
          multiple
          accept={accept}
          onChange={({ target }) => {
            take(target.files);
            // The same file, mended, may be chosen again.
            target.value = '';
          }}
        />
        <strong>{words.drop}</strong>
        <span className="quiet">{words.forms}</span>
      </label>
      {pending && <Loading />}
      {error !== null && <ProblemNote error={error} />}
    </section>
  );
}
