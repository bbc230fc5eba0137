import { createHash } from 'node:crypto';
import type { VintageTables } from '../runs/vintage-tables.ts';
import type { KeptBody, MadeBody } from './answer-body.ts';
import type { KeptBodies } from './kept-bodies.ts';
import { indexVintage, type VintageIndex } from './vintage-index.ts';

/** A vintage as one kind of viewer sees it, ready to be asked. */
export class PublishedVintage {
  readonly index: VintageIndex;
  /** Whether these are the public's rounded tables. */
  readonly isPublic: boolean;
  /** Changes with anything that an answer may hold; for the public it follows from public numbers alone. */
  readonly version: string;
  readonly #bodies: KeptBodies;

  /** @param bodies where its answers are kept; never the same for the public's vintages and exact ones */
  constructor(tables: VintageTables, bodies: KeptBodies) {
    this.index = indexVintage(tables);
    this.isPublic = tables.vintage.rounded_to !== null;
    this.version = createHash('sha256').update(JSON.stringify(tables.vintage)).digest('base64url').slice(0, 22);
    this.#bodies = bodies;
  }

  /**
   * The answer to a question, made once for as long as it is kept.
   *
   * @param question everything that decides the answer beside the vintage itself
   */
  async body(question: string, make: () => MadeBody | Promise<MadeBody>): Promise<KeptBody | MadeBody> {
    return (await this.#bodies.get(`${this.version} ${question}`, make)) ?? make();
  }
}
