import { createRequire } from 'node:module';
import type { feature } from 'topojson-client';

type Topology = Parameters<typeof feature>[0];

/** The shapes of world-atlas; the pages' build puts its own way of loading them in place of this one. */
export function worldShapes(): Topology {
  return createRequire(import.meta.url)('world-atlas/countries-110m.json');
}
