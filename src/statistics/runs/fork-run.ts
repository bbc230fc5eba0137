import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { SaldoError } from '../../common/saldo-error.ts';
import type { StepListener } from '../../common/steps.ts';
import type { PerformRun } from './perform-run.ts';
import type { RunMessage } from './run-job.ts';

/** How long a cancelled run may take to end by itself. */
const GRACE_MS = 3000;
/** Runs give way to whoever asks for pages. */
const NICENESS = 10;

// Run from the sources (in tests and development), the entry is TypeScript and its process needs the same loader.
const fromSources = import.meta.url.endsWith('.ts');
const ENTRY = fileURLToPath(new URL(`./run-process.${fromSources ? 'ts' : 'js'}`, import.meta.url));

/** Does a run in a process of its own, so that neither its memory nor its work burdens this one. */
export const forkRun: PerformRun = (job, { listener, signal }) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const child = fork(ENTRY, {
      execArgv: fromSources ? ['--import', 'tsx'] : [],
      env: { ...withoutSecrets(process.env), UV_THREADPOOL_SIZE: '8' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    giveWay(child);
    let outcome: Extract<RunMessage, { type: 'done' | 'failed' }> | undefined;
    const stop = () => cancel(child);
    signal.addEventListener('abort', stop, { once: true });
    child.on('message', (message: RunMessage) => {
      if (message.type === 'done' || message.type === 'failed') outcome = message;
      else tell(listener, message);
    });
    // Messages may still be under way when the process has ended already: only the end of both tells how it went.
    Promise.all([once(child, 'exit'), once(child, 'disconnect')]).then(([[code, killedBy]]) => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(signal.reason);
      else if (outcome?.type === 'done') resolve();
      else reject(failure(outcome, killedBy ?? `exit code ${code}`));
    }, reject);
    // A child that is gone already says so by its exit.
    child.send(job, () => {});
  });

function tell(listener: StepListener, message: Exclude<RunMessage, { type: 'done' | 'failed' }>): void {
  if (message.type === 'started') listener.started(message.name);
  else if (message.type === 'ended') listener.ended(message.step);
  else listener.progressed?.(message.percent ?? undefined);
}

function cancel(child: ChildProcess): void {
  if (child.connected) child.send('cancel', () => {});
  const kill = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  child.once('exit', () => clearTimeout(kill));
}

/** Keys and addresses of stores are nothing that a run needs: it is told what it may open. */
function withoutSecrets(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('SALDO_')));
}

function giveWay({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS);
  } catch {
    // Some systems forbid it; the run is as urgent as all else then.
  }
}

function failure(told: { message: string; code: string | null } | undefined, end: string): Error {
  if (told === undefined) {
    const message = `the process of the run ended (${end}) before it was done; it may have been killed for want of memory`;
    return new SaldoError('run_failed', message, { end });
  }
  const message = told.code === null ? `Saldo itself broke: ${told.message}` : told.message;
  return new SaldoError('run_failed', message, { code: told.code });
}
