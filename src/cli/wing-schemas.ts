import { LAW_MIGRATIONS } from '../law/exchange/migrations.ts';
import { AUDIT_MIGRATIONS } from '../server/audit/audit-log.ts';
import { IDENTITY_MIGRATIONS } from '../server/identity/migrations.ts';
import { BATCHES_MIGRATIONS } from '../statistics/batches/migrations.ts';
import { RUNS_MIGRATIONS } from '../statistics/runs/migrations.ts';
import type { WingSchema } from '../store/wing-schema.ts';

/** What the rooms keep in the stores, for `saldo home`: every room whose `migrate` runs anywhere is named here. */
export const WING_SCHEMAS: readonly WingSchema[] = [
  {
    wing: 'statistics',
    owners: [
      { owner: 'batches', migrations: BATCHES_MIGRATIONS },
      { owner: 'runs', migrations: RUNS_MIGRATIONS },
      { owner: 'law', migrations: LAW_MIGRATIONS },
      { owner: 'identity', migrations: IDENTITY_MIGRATIONS },
      { owner: 'audit', migrations: AUDIT_MIGRATIONS },
    ],
  },
];
