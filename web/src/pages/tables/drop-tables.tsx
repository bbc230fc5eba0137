import { DropZone } from '../../layout/drop-zone.tsx';
import { useLanguage } from '../../words/language.tsx';
import { useSendOwn } from './published-line.tsx';

/** Where a table of one's own is dropped or chosen; several files make one table. */
export function DropTables() {
  const { words } = useLanguage();
  return <DropZone words={words.tables} accept=".csv,.tsv,.txt,.json,.px,.xlsx,.gz" take={useSendOwn()} />;
}
