import type { Kysely } from 'kysely';
import type { RunsSchema } from './runs-schema.ts';
import type { VintageTables } from './vintage-tables.ts';
import { getVintage } from './vintages.ts';

/** Vintages whose tables are kept in memory. */
const KEPT = 4;

/**
 * The exact tables of vintages, read from the store once and kept, in order of their cells. A vintage never changes but by its release,
 * so all that is kept is true; the vintage itself is read each time by `getVintage`.
 */
export class VintageCache {
  readonly #db: Kysely<RunsSchema>;
  readonly #kept = new Map<number, Promise<VintageTables>>();

  constructor(db: Kysely<RunsSchema>) {
    this.#db = db;
  }

  /** @throws SaldoError `unknown_vintage` */
  tables(id: number): Promise<VintageTables> {
    const kept = this.#kept.get(id) ?? readTables(this.#db, id);
    // Asked for last, it stands last and goes last.
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    kept.catch(() => this.#kept.delete(id));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }

  /** Drops a vintage: after its release it says so. */
  forget(id: number): void {
    this.#kept.delete(id);
  }
}

async function readTables(db: Kysely<RunsSchema>, id: number): Promise<VintageTables> {
  const vintage = await getVintage(db, id, 'all');
  const errors = await db
    .selectFrom('vintage')
    .select(['precision_expected as precision', 'recall_expected as recall'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    vintage,
    linkage: errors,
    flows: await db
      .selectFrom('vintage_flow')
      .select(['origin', 'destination', 'year', 'classes', 'united', 'arrivals_reported', 'departures_reported'])
      .where('vintage', '=', id)
      .orderBy('origin')
      .orderBy('destination')
      .orderBy('year')
      .orderBy('classes')
      .execute(),
    gaps: await db
      .selectFrom('vintage_gap')
      .select(['origin', 'destination', 'year', 'classes', 'side', 'cause', 'count'])
      .where('vintage', '=', id)
      .orderBy('origin')
      .orderBy('destination')
      .orderBy('year')
      .orderBy('classes')
      .orderBy('side')
      .orderBy('cause')
      .execute(),
    coverage: await db
      .selectFrom('vintage_coverage')
      .select(['office', 'side', 'origin', 'destination', 'own', 'other', 'matched', 'coverage', 'low95', 'high95'])
      .select(['genuine', 'genuine_low95', 'genuine_high95'])
      .select(['true_flow', 'true_low95', 'true_high95'])
      .where('vintage', '=', id)
      .orderBy('origin')
      .orderBy('destination')
      .orderBy('side')
      .execute(),
    verdicts: await db
      .selectFrom('vintage_verdict')
      .select(['office', 'verdict', 'count'])
      .where('vintage', '=', id)
      .orderBy('office')
      .orderBy('verdict')
      .execute(),
    timeliness: await db
      .selectFrom('vintage_timeliness')
      .select(['office', 'kind', 'slips', 'dated', 'median_days', 'p90_days'])
      .where('vintage', '=', id)
      .orderBy('office')
      .orderBy('kind')
      .execute(),
  };
}
