import { type DragEvent, useState } from 'react';

/** Where files are dropped, or chosen by pointer or keyboard. */
export function DropZone({
  words: { drop, forms },
  accept,
  single = false,
  large = false,
  take,
}: {
  /** What to do here, and which forms of files are taken. */
  words: { drop: string; forms: string };
  /** Endings of the files that can be chosen. */
  accept: string;
  single?: boolean;
  large?: boolean;
  /** Gets at least one file, and only one where `single`. */
  take: (files: readonly File[]) => void;
}) {
  const [over, setOver] = useState(false);
  const takeAll = (files: FileList | null) => {
    const taken = [...(files ?? [])].slice(0, single ? 1 : undefined);
    if (taken.length > 0) take(taken);
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    takeAll(event.dataTransfer.files);
  };
  return (
    <label
      className={`drop${large ? '' : ' small'}${over ? ' over' : ''}`}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <input
        type="file"
        accept={accept}
        multiple={!single}
        onChange={({ target }) => {
          takeAll(target.files);
          // The same file, mended, may be chosen again.
          target.value = '';
        }}
      />
      <strong>{drop}</strong>
      <span className="quiet">{forms}</span>
    </label>
  );
}
