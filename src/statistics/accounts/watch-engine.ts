import type { StepListener } from '../../common/steps.ts';
import type { Engine } from '../../engine/engine.ts';

const PROGRESS_MS = 500;
/** A statement that begins just after an interruption would not see it, so it is repeated until the work has ended. */
const INTERRUPT_MS = 20;

const SILENT: StepListener = { started: () => {}, ended: () => {} };

/**
 * Watches long work on an engine: tells a listener that asks for it how far the running statement is, and interrupts the engine once the
 * signal is raised.
 *
 * @returns the listener for the work's steps, and what ends the watch
 */
export async function watchEngine(
  engine: Engine,
  { listener = SILENT, signal }: { listener?: StepListener; signal?: AbortSignal },
): Promise<{ listener: StepListener; stop(): void }> {
  const timers: NodeJS.Timeout[] = [];
  const interrupt = () => {
    engine.interrupt();
    timers.push(setInterval(() => engine.interrupt(), INTERRUPT_MS));
  };
  signal?.addEventListener('abort', interrupt, { once: true });
  if (listener.progressed !== undefined) {
    await engine.tellProgress();
    timers.push(setInterval(() => listener.progressed?.(engine.progress()), PROGRESS_MS));
  }
  return {
    listener: {
      started(name) {
        signal?.throwIfAborted();
        listener.started(name);
      },
      ended: step => listener.ended(step),
    },
    stop() {
      signal?.removeEventListener('abort', interrupt);
      for (const timer of timers) clearInterval(timer);
    },
  };
}
