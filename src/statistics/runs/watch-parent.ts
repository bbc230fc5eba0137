import { Worker } from 'node:worker_threads';

/** How often the parent is looked for. */
const LOOK_MS = 500;

/**
 * A thread that ends this process once its parent is gone, whatever the main thread is at: linking a large run, it hears nothing for
 * minutes. Before that the thread waits as long as the process may take to end by itself, and removes a folder. It is plain JavaScript, so
 * that it needs no loader.
 */
const WATCH = `
const { workerData: { parent, folder, graceMs, lookMs } } = require('node:worker_threads');
const { rmSync } = require('node:fs');
const looking = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(looking);
  setTimeout(() => {
    try { rmSync(folder, { recursive: true, force: true }); } finally { process.kill(process.pid, 'SIGKILL'); }
  }, graceMs);
}, lookMs);
`;

/** Sees to it that this process does not outlive its parent by more than `graceMs`; `folder` is what it must not leave behind. */
export function watchParent({ folder, graceMs }: { folder: string; graceMs: number }): void {
  const workerData = { parent: process.ppid, folder, graceMs, lookMs: LOOK_MS };
  new Worker(WATCH, { eval: true, workerData, execArgv: [] }).unref();
}
