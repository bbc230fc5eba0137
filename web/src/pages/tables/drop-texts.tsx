import { DropZone } from '../../layout/drop-zone.tsx';
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
  return (
    <section id={id}>
      <h2>{words.title}</h2>
      <p>{words.note}</p>
      <DropZone words={words} accept={accept} take={send} />
      {pending && <Loading />}
      {error !== null && <ProblemNote error={error} />}
    </section>
  );
}
