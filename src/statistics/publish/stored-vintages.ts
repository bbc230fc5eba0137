import type { Kysely } from 'kysely';
import type { RunsSchema } from '../runs/runs-schema.ts';
import type { VintageCache } from '../runs/vintage-cache.ts';
import { getVintage, listVintages } from '../runs/vintages.ts';
import type { VintageSource } from './published-vintages.ts';

/** The vintages of a home. */
export function storedVintages(db: Kysely<RunsSchema>, cache: VintageCache): VintageSource {
  return {
    list: (visible, page) => listVintages(db, visible, page),
    vintage: (id, visible) => getVintage(db, id, visible),
    tables: id => cache.tables(id),
  };
}
