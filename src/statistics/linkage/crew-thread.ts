import { parentPort } from 'node:worker_threads';
import type { Order } from './crew.ts';
import { JOBS } from './jobs.ts';
import { Part } from './part.ts';

parentPort?.on('message', ({ job, task, part }: Order) => {
  const work = JOBS[job] as (given: typeof task, part: Part) => unknown;
  parentPort?.postMessage(work(task, new Part(part)));
});
