import { type DragEvent, useState } from 'react';
import { useLanguage } from '../../words/language.tsx';

/** Where a file is dropped, or chosen by pointer or keyboard. */
export function Drop({ check }: { check: (file: File) => void }) {
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
        onChange={({ target: { files } }) => {
          const file = files?.[0];
          if (file !== undefined) check(file);
        }}
      />
      <strong>{words.load.drop}</strong>
      <span className="quiet">{words.load.forms}</span>
    </label>
  );
}
