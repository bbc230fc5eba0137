import { useSyncExternalStore } from 'react';

/** Tables of the reader's own: kept in this window, sent to be compared, and forgotten by the server. */
export interface OwnTables {
  /** Names this choice of files among others. */
  id: number;
  files: readonly File[];
}

let own: OwnTables | undefined;
const listeners = new Set<() => void>();

export function keepOwnTables(files: readonly File[]): void {
  own = { id: (own?.id ?? 0) + 1, files };
  for (const listener of listeners) listener();
}

export function useOwnTables(): OwnTables | undefined {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => own,
  );
}

/** The files as a form. */
export function formOf({ files }: OwnTables): FormData {
  const form = new FormData();
  for (const file of files) form.append('table', file, file.name);
  return form;
}
