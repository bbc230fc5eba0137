import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { send, upload } from '../../api/client.ts';
import type { Batch, Upload } from '../../api/types.ts';

export type Stage =
  | { name: 'waiting' }
  | { name: 'sending'; share: number }
  | { name: 'checked'; upload: Upload }
  | { name: 'accepting'; upload: Upload }
  | { name: 'accepted'; batch: Batch; again: boolean }
  | { name: 'refused'; error: unknown; upload?: Upload };

/** A file that somebody gave, and how far it has come. */
export interface QueuedFile {
  key: number;
  file: File;
  /** Layout asked for; empty where the check finds it. */
  layout: string;
  stage: Stage;
}

type Change =
  | { kind: 'add'; files: readonly QueuedFile[] }
  | { kind: 'stage'; key: number; stage: Stage }
  | { kind: 'layout'; key: number; layout: string }
  | { kind: 'remove'; key: number };

function changed(queue: readonly QueuedFile[], change: Change): readonly QueuedFile[] {
  if (change.kind === 'add') return [...queue, ...change.files];
  if (change.kind === 'remove') return queue.filter(({ key }) => key !== change.key);
  return queue.map(queued => {
    if (queued.key !== change.key) return queued;
    return change.kind === 'stage'
      ? { ...queued, stage: change.stage }
      : { ...queued, layout: change.layout, stage: { name: 'waiting' } };
  });
}

/** Files that are sent and checked one after the other, in the order in which they were given; what is kept, somebody says file by file or for all. */
export function useQueue() {
  const client = useQueryClient();
  const [queue, change] = useReducer(changed, []);
  const keys = useRef(0);
  const busy = queue.some(({ stage }) => stage.name === 'sending');
  const next = busy ? undefined : queue.find(({ stage }) => stage.name === 'waiting');
  const stage = useCallback((key: number, now: Stage) => change({ kind: 'stage', key, stage: now }), []);
  useEffect(() => {
    if (next === undefined) return;
    check(next, share => stage(next.key, { name: 'sending', share }))
      .then(found => ({ name: 'checked', upload: found }) as const)
      .catch((error: unknown) => ({ name: 'refused', error }) as const)
      .then(now => stage(next.key, now));
  }, [next, stage]);

  const accept = async ({ key, stage: now }: QueuedFile) => {
    if (now.name !== 'checked') return;
    const { upload: found } = now;
    stage(key, { name: 'accepting', upload: found });
    try {
      const batch = await send<Batch>('POST', '/api/batches', { upload: found.id });
      stage(key, { name: 'accepted', batch, again: found.batch !== null });
    } catch (error) {
      stage(key, { name: 'refused', error, upload: found });
    }
    await client.invalidateQueries({ queryKey: ['/api/batches'] });
  };
  return {
    queue,
    add: (files: readonly File[]) =>
      change({
        kind: 'add',
        files: files.map(file => ({ key: keys.current++, file, layout: '', stage: { name: 'waiting' } })),
      }),
    /** Checks a file anew by another layout. */
    layOut: ({ key }: QueuedFile, layout: string) => change({ kind: 'layout', key, layout }),
    accept,
    acceptAll: async () => {
      // One after the other: what replaces what is counted against what was accepted before.
      for (const queued of queue) if (canBeAccepted(queued)) await accept(queued);
    },
    discard: async ({ key, stage: now }: QueuedFile) => {
      try {
        if (now.name === 'checked' && now.upload.batch === null) await send('DELETE', `/api/uploads/${now.upload.id}`);
        change({ kind: 'remove', key });
      } catch (error) {
        stage(key, { name: 'refused', error });
      }
    },
  };
}

export function canBeAccepted({ stage }: QueuedFile): boolean {
  return stage.name === 'checked' && stage.upload.accepted + stage.upload.withdrawals > 0;
}

function check({ file, layout }: QueuedFile, onProgress: (share: number) => void): Promise<Upload> {
  const query = new URLSearchParams({ name: file.name, ...(layout !== '' && { profile: layout }) });
  onProgress(0);
  return upload<Upload>(`/api/uploads?${query}`, file, onProgress);
}
