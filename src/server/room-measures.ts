import { Gauge, type Registry } from 'prom-client';
import type { Statistics } from '../statistics/statistics.ts';

/** What the rooms count for Prometheus, asked of the store when Prometheus asks. */
export function measureRooms(registry: Registry, { store: { db } }: Statistics): void {
  const registers = [registry];
  new Gauge({
    ...{ name: 'saldo_runs', help: 'Runs by state', labelNames: ['state'], registers },
    async collect() {
      const rows = await db
        .selectFrom('run')
        .select(({ fn }) => ['state', fn.countAll<number>().as('runs')])
        .groupBy('state')
        .execute();
      this.reset();
      for (const { state, runs } of rows) this.set({ state }, Number(runs));
    },
  });
  new Gauge({
    ...{
      name: 'saldo_batch_rows',
      help: 'Rows of accepted files by what became of them',
      labelNames: ['fate'],
      registers,
    },
    async collect() {
      const { accepted, set_aside } = await db
        .selectFrom('batch')
        .select(({ fn }) => [fn.sum<number>('accepted').as('accepted'), fn.sum<number>('set_aside').as('set_aside')])
        .executeTakeFirstOrThrow();
      this.set({ fate: 'accepted' }, Number(accepted ?? 0));
      this.set({ fate: 'set_aside' }, Number(set_aside ?? 0));
    },
  });
  new Gauge({
    ...{ name: 'saldo_batches', help: 'Accepted files', registers },
    async collect() {
      const { batches } = await db
        .selectFrom('batch')
        .select(({ fn }) => fn.countAll<number>().as('batches'))
        .executeTakeFirstOrThrow();
      this.set(Number(batches));
    },
  });
}
