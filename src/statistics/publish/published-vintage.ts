import { createHash } from 'node:crypto';
import type { VintageTables } from '../runs/vintage-tables.ts';
import { indexVintage, type VintageIndex } from './vintage-index.ts';

const KEPT_BODIES = 2000;

/** A vintage as one kind of viewer sees it, ready to be asked. */
export class PublishedVintage {
  readonly index: VintageIndex;
  /** Whether these are the public's rounded tables. */
  readonly isPublic: boolean;
  /** Changes with anything that an answer may hold; for the public it follows from public numbers alone. */
  readonly version: string;
  readonly #bodies = new Map<string, string>();

  constructor(tables: VintageTables) {
    this.index = indexVintage(tables);
    this.isPublic = tables.vintage.rounded_to !== null;
    this.version = createHash('sha256').update(JSON.stringify(tables.vintage)).digest('base64url').slice(0, 22);
  }

  /** The serialised answer to a question, made once. */
  body(question: string, answer: () => unknown): string {
    const kept = this.#bodies.get(question);
    if (kept !== undefined) return kept;
    const body = JSON.stringify(answer());
    if (this.#bodies.size >= KEPT_BODIES) this.#bodies.clear();
    this.#bodies.set(question, body);
    return body;
  }
}
