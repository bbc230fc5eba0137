import { fileURLToPath } from 'node:url';

/** The package's `data/`, seen from the sources as from `dist`: both lie one level below the package. */
export const dataFolder: string = fileURLToPath(new URL('../../data', import.meta.url));
