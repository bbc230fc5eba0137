import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether a slip file lies in a simulated world: a `world.json` stands beside it or one folder above. */
export function isSimulated(path: string): boolean {
  const folder = dirname(path);
  return existsSync(join(folder, 'world.json')) || existsSync(join(dirname(folder), 'world.json'));
}
