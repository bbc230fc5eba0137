import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Starts a module in a thread of its own. Built code is JavaScript; from the sources a thread first needs the loader that development has.
 *
 * @param module address of the module without its ending, such as `new URL('./chain-worker', import.meta.url)`
 */
export function startThread(module: URL, workerData: unknown): Worker {
  const built = import.meta.url.endsWith('.js');
  const file = new URL(`${module.href}${built ? '.js' : '.ts'}`);
  if (built) return new Worker(file, { workerData });
  const loader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  );
  const code = `import(${JSON.stringify(loader.href)}).then(({ register }) => { register(); return import(${JSON.stringify(file.href)}); });`;
  return new Worker(code, { eval: true, workerData });
}
