// The bench is TypeScript run from source; only the program that it measures is the built one.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./bench.ts');
await main(process.argv);
