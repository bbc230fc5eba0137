import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Run } from '../../api/types.ts';
import { OneRun } from './one-run.tsx';

export function isUnderWay({ state }: Run): boolean {
  return state === 'queued' || state === 'running';
}

/** A run under way, followed as it happens. */
export function LiveRun({ first }: { first: Run }) {
  const client = useQueryClient();
  const [run, setRun] = useState(first);
  useEffect(() => {
    const events = new EventSource(`/api/runs/${first.id}/events`);
    events.addEventListener('state', ({ data }) => {
      const now: Run = JSON.parse(data);
      setRun(now);
      if (isUnderWay(now)) return;
      events.close();
      client.invalidateQueries();
    });
    events.addEventListener('step', ({ data }) => {
      const { position, ...step } = JSON.parse(data);
      setRun(before => ({ ...before, steps: Object.assign([...before.steps], { [position]: step }).filter(Boolean) }));
    });
    events.addEventListener('progress', ({ data }) => setRun(before => ({ ...before, current: JSON.parse(data) })));
    return () => events.close();
  }, [first.id, client]);
  return <OneRun run={run} />;
}
