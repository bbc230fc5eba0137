import type { VintageTables } from '../../runs/vintage-tables.ts';
import { type DataQuery, isAsked } from './data-query.ts';
import { type Observation, observations, vintageAttributes } from './observation.ts';
import type { Structure } from './structures.ts';

/** The observations of one vintage that a query asks for. */
export interface DataSet {
  readonly structure: Structure;
  /** Attributes of the whole vintage. */
  readonly attributes: Observation;
  /** When the vintage was published. */
  readonly prepared: string;
  /** Made anew at each call, so that they can be gone through twice. */
  observations(): Iterable<Observation>;
}

export function dataSet(structure: Structure, tables: VintageTables, query: DataQuery): DataSet {
  return {
    structure,
    attributes: vintageAttributes(tables.vintage),
    prepared: tables.vintage.published_at,
    *observations() {
      for (const each of observations(structure, tables)) if (isAsked(query, each)) yield each;
    },
  };
}
