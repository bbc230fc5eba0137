import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../accounts/parameters.ts';
import { getRun } from './find-runs.ts';
import { makeTestHome, type TestHome } from './fixtures/test-home.ts';
import { forkRun } from './fork-run.ts';
import type { RunJob } from './run-job.ts';
import { RunKeeper } from './run-keeper.ts';

let home: TestHome;
let job: RunJob;
beforeAll(async () => {
  home = await makeTestHome();
  await home.load({ people: 40 });
  const { runs } = home.statistics;
  const slips = await runs.slipsOf(await runs.currentBatches());
  job = { folder: join(runs.folder, 'run'), parameters: DEFAULT_PARAMETERS, slips, judgements: [] };
});
afterAll(() => home.close());

describe('a run in a process of its own', () => {
  it('tells its steps, and leaves its files and nothing else', async () => {
    const [started, ended]: [string[], string[]] = [[], []];
    await forkRun(job, {
      listener: { started: name => started.push(name), ended: ({ name }) => ended.push(name) },
      signal: new AbortController().signal,
    });
    expect(started).toEqual(ended);
    expect(ended).toContain('comparing pairs');
    expect(readdirSync(job.folder)).toContain('run.json');
    expect(readdirSync(job.folder)).not.toContain('work');
  });

  it('ends when it is stopped, with the reason', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const run = forkRun(
      { ...job, folder: join(home.statistics.runs.folder, 'stopped') },
      {
        listener: { started: name => name === 'comparing pairs' && stop.abort(reason), ended: () => {} },
        signal: stop.signal,
      },
    );
    await expect(run).rejects.toBe(reason);
  });

  it('does not begin where it is stopped before', async () => {
    const listener = { started: () => {}, ended: () => {} };
    await expect(forkRun(job, { listener, signal: AbortSignal.abort(new Error('never')) })).rejects.toThrow('never');
  });

  it('goes back to the queue when its keeper stops, and is done by the next one', async () => {
    const { runs } = home.statistics;
    const keeper = new RunKeeper(runs);
    const { id } = await keeper.request(DEFAULT_PARAMETERS, 'olga');
    await new Promise<void>(resolve => {
      void keeper.watch(id, event => event.type === 'progress' && resolve());
    });
    await keeper.stop();
    expect(await getRun(runs.db, id)).toMatchObject({ state: 'queued', attempt: 0 });
    expect(readdirSync(runs.folder)).not.toContain(`${id}.1`);
    const next = new RunKeeper(runs);
    expect(await next.do(id)).toMatchObject({ state: 'done', attempt: 1 });
  });
});
