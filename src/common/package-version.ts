import { readFileSync } from 'node:fs';

/** Version of this package, which a run names as the code that made its numbers. */
export const packageVersion: string = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
).version;
