import { spawnSync } from 'node:child_process';
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';
import { ROOT } from './build.ts';

export interface Hardware {
  cpu: string;
  cores: number;
  memoryGiB: number;
  /** Mean of the last minute, the bench itself included: above `cores`, others were at work and seconds say little. */
  load: number;
  system: string;
  node: string;
  /** The commit, with `+` where the checkout differs from it; null outside a checkout. */
  commit: string | null;
  date: string;
}

export function hardware(): Hardware {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round((totalmem() / 2 ** 30) * 10) / 10,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    system: `${platform()} ${arch()}`,
    node: process.version,
    commit: commit(),
    date: new Date().toISOString().slice(0, 10),
  };
}

export function describeHardware({ cpu, cores, memoryGiB, load, system, node, commit, date }: Hardware): string {
  return `${date}, ${cpu}, ${cores} cores, ${memoryGiB} GiB, load ${load}, ${system}, Node ${node}, commit ${commit ?? 'unknown'}`;
}

function commit(): string | null {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  const { status, stdout } = git('rev-parse', '--short', 'HEAD');
  if (status !== 0) return null;
  const differs = git('status', '--porcelain', '--', 'src', 'bin', 'data').stdout !== '';
  return `${stdout.trim()}${differs ? '+' : ''}`;
}
