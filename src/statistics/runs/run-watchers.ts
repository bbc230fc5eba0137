import type { Run, RunEvent } from './run.ts';

export type RunListener = (event: RunEvent) => void;

/** Who watches which run. */
export class RunWatchers {
  readonly #listeners = new Map<string, Set<RunListener>>();

  /**
   * Adds a listener to a run. It first hears the run's state so far, then all that happens after that: what happens while the state is
   * being read is held back until then.
   *
   * @param read reads the run as it is now
   * @returns what ends the watch
   */
  async watch(id: string, listener: RunListener, read: () => Promise<Run>): Promise<() => void> {
    let held: RunEvent[] | undefined = [];
    const hear: RunListener = event => {
      if (held === undefined) listener(event);
      else held.push(event);
    };
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(hear));
    const leave = () => {
      listeners.delete(hear);
      if (listeners.size === 0) this.#listeners.delete(id);
    };
    try {
      const run = await read();
      listener({ type: 'state', run });
      for (const event of held) if (!isKnown(event, run)) listener(event);
      held = undefined;
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  tell(id: string, event: RunEvent): void {
    for (const listener of this.#listeners.get(id) ?? []) listener(event);
  }
}

function isKnown(event: RunEvent, run: Run): boolean {
  return event.type === 'step' && event.position < run.steps.length;
}
