const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Lets Ctrl+C and SIGTERM end the program by way of its exit: working folders go, and the terminal is left as it was. A command that ends
 * in a way of its own, as the server does, is left to it.
 */
export function endOnSignals(): void {
  for (const [signal, code] of Object.entries(CODES)) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(code);
    });
  }
}
