import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KyselyPlugin } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { undocumentedColumns } from '../../store/describe-table.ts';
import { describeStores } from '../../store/fixtures/describe-stores.ts';
import type { Store } from '../../store/store.ts';
import { account } from '../accounts/account.ts';
import { DEFAULT_PARAMETERS } from '../accounts/parameters.ts';
import { slipFiles } from '../accounts/slip-source.ts';
import type { StatisticsSchema } from '../statistics.ts';
import { makeTestHome, type TestHome } from './fixtures/test-home.ts';
import { addJudgement } from './judgements.ts';
import { performRun } from './perform-run.ts';
import { isEnded, type RunEvent } from './run.ts';
import { RunKeeper } from './run-keeper.ts';
import type { RunPlace } from './run-place.ts';
import { VintageCache } from './vintage-cache.ts';
import { getVintageOrigin } from './vintage-origin.ts';
import { getVintage, listVintages, releaseVintage } from './vintages.ts';

describeStores('the keeper of runs', bench => {
  let store: Store<StatisticsSchema>;
  let home: TestHome;
  let place: RunPlace;
  let files: string[];
  let keeper: RunKeeper;
  beforeEach(async () => {
    store = await bench.open<StatisticsSchema>();
    home = await makeTestHome(store);
    place = home.statistics.runs;
    files = await home.load({ people: 60 });
    keeper = new RunKeeper(place, { perform: performRun });
    await keeper.start();
  });
  afterEach(async () => {
    await keeper.stop();
    await home.close();
  });

  const ended = (id: string, from = keeper) =>
    new Promise<RunEvent[]>(resolve => {
      const events: RunEvent[] = [];
      void from.watch(id, event => {
        events.push(event);
        if (event.type === 'state' && isEnded(event.run.state)) resolve(events);
      });
    });

  it('says that its store failed it, and then does anew what that left half done', async () => {
    let [broken, attempts] = [false, 0];
    const failing: KyselyPlugin = {
      transformQuery: ({ node }) => {
        if (broken) throw new Error('the store is away');
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const told = new Promise<unknown>(troubled => {
      keeper = new RunKeeper(
        { ...place, db: place.db.withPlugin(failing) },
        {
          troubled,
          perform: async (job, watch) => {
            await performRun(job, watch);
            broken = ++attempts === 1;
          },
        },
      );
    });
    const first = await keeper.request(DEFAULT_PARAMETERS, 'olga');
    expect(await told).toMatchObject({ message: 'the store is away' });
    expect(keeper.trouble).toMatchObject({ message: 'the store is away' });
    broken = false;
    await ended((await keeper.request(DEFAULT_PARAMETERS, 'olga')).id);
    expect(await keeper.get(first.id)).toMatchObject({ state: 'done', attempt: 2 });
    expect(keeper.trouble).toBeUndefined();
  });

  it('documents every column', async () => {
    expect(await undocumentedColumns(store)).toEqual([]);
  });

  it('does a run and publishes the vintage that saldo account finds in the same files', async () => {
    const { id } = await keeper.request({ ...DEFAULT_PARAMETERS, label: 'first' }, 'olga');
    const events = await ended(id);
    const run = await keeper.get(id);
    expect(run).toMatchObject({
      state: 'done',
      attempt: 1,
      error: null,
      requested_by: 'olga',
      batches: await place.currentBatches(),
    });
    expect(run.steps.map(({ name }) => name)).toContain('keeping the histories');
    expect(events.filter(({ type }) => type === 'step').length).toBe(run.steps.length);
    const out = join(home.folder, 'out');
    const record = await account({
      source: slipFiles(files),
      out,
      parameters: DEFAULT_PARAMETERS,
      format: 'parquet',
      reports: {},
    });
    const vintage = await getVintage(store.db, 'latest', 'all');
    expect(vintage).toMatchObject({
      ...{ id: run.vintage, run: id, label: 'first', fingerprint: record.fingerprint, slips: record.accepted },
      ...{ moves: record.moves, persons: record.persons, first_year: 2005, last_year: 2005, offices: ['BY', 'RU'] },
      ...{ released_at: null, simulated: false, parameters: { threshold: 12, lapse: 6, by: [] } },
    });
    expect(await getVintageOrigin(store.db, vintage.id, { hashes: true })).toMatchObject({
      ...{ run: id, judgements: 0, parameters: DEFAULT_PARAMETERS },
      batches: run.batches.map(batch => ({ id: batch, first_year: 2005, last_year: 2005 })),
    });
    const tables = await new VintageCache(store.db).tables(vintage.id);
    expect(tables.flows).toEqual([
      ...[{ origin: 'RU', destination: 'BY', year: 2005, classes: {} }].map(cell => ({
        ...cell,
        ...{ united: 60, arrivals_reported: 60, departures_reported: 45 },
      })),
    ]);
    expect(tables.gaps).toMatchObject([{ side: 'departures', cause: 'no_departure', count: -15 }]);
    expect(tables.coverage).toHaveLength(2);
    expect(tables.verdicts).toEqual([
      { office: 'BY', verdict: 'counted', count: 60 },
      { office: 'RU', verdict: 'confirmed', count: 45 },
    ]);
    expect(tables.timeliness).toMatchObject([
      { office: 'BY', kind: 'arrival', slips: 60, dated: 60, median_days: 5, p90_days: 5 },
      { office: 'RU', kind: 'departure', slips: 45, dated: 45, median_days: 1 },
    ]);
    for (const file of ['flows.csv', 'gaps.csv', 'coverage.csv']) {
      expect(readFileSync(join(place.folder, id, file), 'utf8')).toBe(readFileSync(join(out, file), 'utf8'));
    }
    expect(readdirSync(join(place.folder, id)).sort()).toEqual(
      [
        ...[
          'coverage.csv',
          'doubtful.csv',
          'flows.csv',
          'gaps.csv',
          'histories.parquet',
          'model.json',
          'moves.parquet',
        ],
        ...[
          'persons.parquet',
          'report-en.html',
          'report-ru.html',
          'run.json',
          'slip_causes.parquet',
          'verdicts.parquet',
        ],
      ].sort(),
    );
  });

  it('does runs one after another, in the order in which they were asked for', async () => {
    const first = await keeper.request(DEFAULT_PARAMETERS, 'olga');
    const second = await keeper.request({ ...DEFAULT_PARAMETERS, threshold: 6 }, 'olga');
    await Promise.all([ended(first.id), ended(second.id)]);
    const [later, earlier] = await listVintages(store.db, 'all', { limit: 10 });
    expect([earlier?.run, later?.run]).toEqual([first.id, second.id]);
    expect(later?.parameters.threshold).toBe(6);
    expect((await keeper.list({ limit: 10 })).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect((await keeper.list({ limit: 10, before: second.number })).map(({ id }) => id)).toEqual([first.id]);
  });

  it('makes a second vintage of a further batch, and leaves the first as it is', async () => {
    const first = await keeper.request(DEFAULT_PARAMETERS, 'olga');
    await ended(first.id);
    const before = await getVintage(store.db, 'latest', 'all');
    await home.load({ people: 20, first: 60, year: 2006 });
    const second = await keeper.request(DEFAULT_PARAMETERS, 'olga');
    await ended(second.id);
    expect(await getVintage(store.db, before.id, 'all')).toEqual(before);
    const after = await getVintage(store.db, 'latest', 'all');
    expect(after).toMatchObject({ moves: 80, first_year: 2005, last_year: 2006 });
    expect((await keeper.get(first.id)).batches).toHaveLength(2);
    expect((await keeper.get(second.id)).batches).toHaveLength(4);
  });

  it('shows a vintage to the public once it is released, and releases it once', async () => {
    const { id } = await keeper.request(DEFAULT_PARAMETERS, 'olga');
    await ended(id);
    await expect(getVintage(store.db, 'latest', 'released')).rejects.toMatchObject({ code: 'unknown_vintage' });
    const { id: vintage } = await getVintage(store.db, 'latest', 'all');
    const released = await releaseVintage(store.db, vintage, 'pavel');
    expect(released.released_at).not.toBeNull();
    expect(await releaseVintage(store.db, vintage, 'another')).toEqual(released);
    expect(await getVintage(store.db, 'latest', 'released')).toEqual(released);
    await expect(releaseVintage(store.db, 999, 'pavel')).rejects.toMatchObject({ code: 'unknown_vintage' });
  });

  it('respects judgements that were there when it was asked, in their order', async () => {
    const slips = { a: 'BY:a1', b: 'RU:d1' };
    await addJudgement(store.db, { ...slips, judgement: 'same', reason: 'one passport', by: 'olga' });
    await addJudgement(store.db, { a: 'RU:d1', b: 'BY:a1', judgement: 'different', reason: 'twins', by: 'olga' });
    const { id } = await keeper.request(DEFAULT_PARAMETERS, 'olga');
    await ended(id);
    const { vintage } = await keeper.get(id);
    const tables = await new VintageCache(store.db).tables(vintage ?? 0);
    expect(tables.gaps).toMatchObject([
      { cause: 'no_departure', count: -16 },
      { cause: 'unconfirmed', count: 1 },
    ]);
    expect(await getVintageOrigin(store.db, vintage ?? 0, { hashes: true })).toMatchObject({ judgements: 2 });
  });

  it('tells why a run failed, publishes nothing and leaves no folder', async () => {
    for (const name of readdirSync(home.statistics.home.path('statistics', 'batches')))
      writeFileSync(home.statistics.home.path('statistics', 'batches', name), 'damaged');
    const { id } = await keeper.request(DEFAULT_PARAMETERS, 'olga');
    await ended(id);
    const run = await keeper.get(id);
    expect(run).toMatchObject({ state: 'failed', vintage: null, error: expect.stringMatching(/\w/) });
    expect(readdirSync(place.folder)).toEqual([]);
  });

  it('refuses a run of nothing', async () => {
    await store.db.deleteFrom('batch').execute();
    await expect(keeper.request(DEFAULT_PARAMETERS, 'olga')).rejects.toMatchObject({ code: 'no_slips' });
    await expect(keeper.get('no-such-run')).rejects.toMatchObject({ code: 'unknown_run' });
  });

  it('cancels a run from the queue, and one under way; then it is over', async () => {
    const stopped = new RunKeeper(place, { perform: performRun });
    const queued = await stopped.enqueue(DEFAULT_PARAMETERS, 'olga');
    expect(await stopped.cancel(queued)).toMatchObject({ state: 'cancelled' });
    await expect(stopped.cancel(queued)).rejects.toMatchObject({ code: 'run_ended' });
    const { id } = await keeper.request(DEFAULT_PARAMETERS, 'olga');
    const over = ended(id);
    await keeper.watch(id, event => {
      if (event.type === 'progress' && event.current.name === 'comparing pairs') void keeper.cancel(id).catch(() => {});
    });
    await over;
    await keeper.stop();
    expect(await keeper.get(id)).toMatchObject({ state: 'cancelled', vintage: null, current: null });
    expect(readdirSync(place.folder)).toEqual([]);
  });

  it('puts what a killed process left in order', async () => {
    const done = await keeper.request(DEFAULT_PARAMETERS, 'olga');
    await ended(done.id);
    await keeper.stop();
    const left = await keeper.enqueue(DEFAULT_PARAMETERS, 'olga');
    const hopeless = await keeper.enqueue(DEFAULT_PARAMETERS, 'olga');
    await store.db.updateTable('run').set({ state: 'running', attempt: 1 }).where('id', '=', left).execute();
    await store.db.updateTable('run').set({ state: 'running', attempt: 3 }).where('id', '=', hopeless).execute();
    for (const folder of [`${left}.1`, left, 'stray']) mkdirSync(join(place.folder, folder));
    keeper = new RunKeeper(place, { perform: performRun });
    await keeper.start();
    await ended(left);
    expect(await keeper.get(left)).toMatchObject({ state: 'done', attempt: 2 });
    expect(await keeper.get(hopeless)).toMatchObject({ state: 'failed', error: expect.stringContaining('3 attempts') });
    expect(readdirSync(place.folder).sort()).toEqual([done.id, left].sort());
    expect(existsSync(join(place.folder, done.id, 'run.json'))).toBe(true);
  });
});
