import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseConnection } from 'kysely';

/**
 * Finds statements that are sent through the store while a transaction of the same flow of calls is open. PGlite has one connection:
 * such a statement would wait for the transaction and the transaction for it, and the process would end without a word. On PostgreSQL
 * it would run outside the transaction, which is never meant either.
 */
export class TransactionGuard {
  readonly #inside = new AsyncLocalStorage<{ open: boolean }>();
  readonly #open = new WeakMap<DatabaseConnection, { open: boolean }>();

  /** @throws Error (a bug) where the caller is inside a transaction of this store */
  check(): void {
    if (this.#inside.getStore()?.open) {
      throw new Error("a statement went through the store's db inside a transaction: use the transaction's own object");
    }
  }

  /** To be called before anything is awaited in a driver's `beginTransaction`: only so is it seen by the transaction's callback. */
  begin(connection: DatabaseConnection): void {
    const transaction = { open: true };
    this.#open.set(connection, transaction);
    this.#inside.enterWith(transaction);
  }

  /** After this, what the transaction's callback started and did not wait for may use the store again. */
  end(connection: DatabaseConnection): void {
    const transaction = this.#open.get(connection);
    if (transaction) transaction.open = false;
  }
}
