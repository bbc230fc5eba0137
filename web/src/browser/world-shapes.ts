import type { feature } from 'topojson-client';
import atlas from 'world-atlas/countries-110m.json';

/** The shapes of world-atlas, in the chunk of the map. */
export function worldShapes(): Parameters<typeof feature>[0] {
  return atlas as unknown as Parameters<typeof feature>[0];
}
