import { type DragEvent, useState } from 'react';
import { useLanguage } from '../../words/language.tsx';
import { useSendOwn } from './published-line.tsx';

/** Where a table of one's own is dropped or chosen; several files make one table. */
export function DropTables() {
  const { words } = useLanguage();
  const [over, setOver] = useState(false);
  const send = useSendOwn();
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0) send([...files]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
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
        accept=".csv,.tsv,.txt,.json,.px,.xlsx,.gz"
        onChange={({ target }) => {
          take(target.files);
          // The same file, mended, may be chosen again.
          target.value = '';
        }}
      />
      <strong>{words.tables.drop}</strong>
      <span className="quiet">{words.tables.forms}</span>
    </label>
  );
}
