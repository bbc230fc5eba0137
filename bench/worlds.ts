import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, ROOT, SALDO } from './build.ts';

export interface WorldOf {
  people: number;
  seed: number;
  noise: number;
}

/** What makes a world, built: a world of an earlier generator is made anew. */
const GENERATOR = ['dist/statistics/world', 'dist/common/names', 'data/world', 'data/states'];

/** The folder of a simulated world; made at the first call and kept under `bench/worlds`. */
export function world({ people, seed, noise }: WorldOf): string {
  const folder = join(ROOT, 'bench', 'worlds', `people-${people}-seed-${seed}-noise-${noise}`);
  const mark = join(folder, 'generator');
  const generator = hashOf(GENERATOR);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === generator) return folder;
  rmSync(folder, { recursive: true, force: true });
  process.stderr.write(`making a world of ${people} people, seed ${seed}, noise ${noise}\n`);
  const options = ['--people', String(people), '--seed', String(seed), '--noise', String(noise)];
  const { status } = spawnSync(process.execPath, [SALDO, 'simulate', folder, ...options, '--quiet'], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`no world in ${folder}: exit code ${status}`);
  writeFileSync(mark, generator);
  return folder;
}
