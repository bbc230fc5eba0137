// The process that makes the world of a demonstration: simulating keeps a processor busy, and pages must be answered meanwhile.
import { simulateWorld } from '../statistics/world/simulate-world.ts';

const [out = '', scale = ''] = process.argv.slice(2);
await simulateWorld({ out, preset: 'belarus-russia-1991-2011', scale: Number(scale), seed: 1 });
