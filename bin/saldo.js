#!/usr/bin/env node
// DuckDB runs its queries on libuv's pool, which is sized before the first line of the program: four long queries would starve file reading.
process.env.UV_THREADPOOL_SIZE ??= '8';
const { main } = await import('../dist/cli/main.js');
await main(process.argv);
