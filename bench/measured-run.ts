import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a child process took; what could not be measured is null. */
export interface Measured {
  /** Wall clock, the start of the process included. */
  seconds: number;
  /** User and system time. */
  cpuSeconds: number | null;
  /** Highest resident memory of the process, in bytes. */
  peakBytes: number | null;
  /** What measured CPU and memory. */
  measuredBy: '/usr/bin/time' | '/proc' | 'nothing';
  stdout: string;
}

type Usage = Pick<Measured, 'cpuSeconds' | 'peakBytes' | 'measuredBy'>;

const POLL_MILLISECONDS = 50;
/** Linux counts CPU time in hundredths of a second, whatever the clock of the kernel. */
const TICKS = 100;

/** Runs a command to its end on so many cores, under an environment of its own, and tells what it took. */
export async function runMeasured(command: string, args: readonly string[], cores: number): Promise<Measured> {
  const pinned = availableParallelism() > cores ? ['taskset', '-c', `0-${cores - 1}`] : [];
  const folder = mkdtempSync(join(tmpdir(), 'saldo-bench-'));
  const usageFile = join(folder, 'usage');
  const timed = hasTime();
  const line = [...(timed ? ['/usr/bin/time', '-f', '%U %S %M', '-o', usageFile] : []), ...pinned, command, ...args];
  try {
    const run = await runToEnd(line, !timed);
    return { ...run, ...(timed && usageOfTime(readFileSync(usageFile, 'utf8'))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Only what a program needs to start: no options of Node, no locale, no settings of whoever runs the bench. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR !== undefined && { TMPDIR }), LANG: 'C.UTF-8', TZ: 'UTC' };
}

function hasTime(): boolean {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', 'true'], { encoding: 'utf8' });
  return status === 0 && /^\d+\s*$/.test(stderr);
}

function runToEnd([command = '', ...args]: readonly string[], poll: boolean): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { env: cleanEnvironment(), stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    let usage: Usage = { cpuSeconds: null, peakBytes: null, measuredBy: 'nothing' };
    const look = (): void => {
      usage = usageOfProcess(child.pid) ?? usage;
    };
    const clock = poll ? setInterval(look, POLL_MILLISECONDS) : undefined;
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text;
    });
    child.on('error', reject);
    child.on('close', code => {
      clearInterval(clock);
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) resolve({ seconds, stdout, ...usage });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}`));
    });
  });
}

/** GNU time writes user seconds, system seconds, and kibibytes at the peak. */
function usageOfTime(text: string): Usage {
  const [user = 0, system = 0, kibibytes = 0] = text.trim().split(' ').map(Number);
  return { cpuSeconds: user + system, peakBytes: kibibytes * 1024, measuredBy: '/usr/bin/time' };
}

/** As the kernel tells of a running process; what comes in its last moments is missed. */
function usageOfProcess(pid: number | undefined): Usage | undefined {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    if (peak === undefined) return undefined;
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { cpuSeconds: ticks / TICKS, peakBytes: Number(peak) * 1024, measuredBy: '/proc' };
  } catch {
    return undefined;
  }
}
