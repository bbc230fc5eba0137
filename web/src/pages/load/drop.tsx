import { type DragEvent, useState } from 'react';
import { useLanguage } from '../../words/language.tsx';

/** Where files are dropped, or chosen by pointer or keyboard; all of them are taken. */
export function Drop({ add }: { add: (files: readonly File[]) => void }) {
  const { words } = useLanguage();
  const [over, setOver] = useState(false);
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  return (
    <label
      className={over ? 'drop over' : 'drop'}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <input
        type="file"
        accept=".csv,.tsv,.txt,.parquet,.jsonl,.ndjson,.json,.gz"
        multiple
        onChange={({ target }) => {
          add([...(target.files ?? [])]);
          // So that the same file, mended, can be chosen again.
          target.value = '';
        }}
      />
      <strong>{words.load.drop}</strong>
      <span className="quiet">{words.load.forms}</span>
    </label>
  );
}
