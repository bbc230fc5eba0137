import { gathered, KeptBody, type MadeBody } from './answer-body.ts';

/** Longer answers are made anew each time, piece by piece. */
const LONGEST = 4 * 2 ** 20;

/** Bodies of answers by what decides them, made once for all who ask; those not asked for longest go first. */
export class KeptBodies {
  readonly #bound: number;
  readonly #kept = new Map<string, { body: Promise<KeptBody | undefined>; bytes: number }>();
  #bytes = 0;

  /** @param bound most bytes that all bodies together may have, each counted twice: plain and compressed */
  constructor(bound: number) {
    this.#bound = bound;
  }

  /** The body that a question was or is now answered with; nothing where it is too long to be kept. */
  get(question: string, make: () => MadeBody | Promise<MadeBody>): Promise<KeptBody | undefined> {
    const kept = this.#kept.get(question);
    if (kept === undefined) return this.#make(question, make);
    this.#kept.delete(question);
    this.#kept.set(question, kept);
    return kept.body;
  }

  #make(question: string, make: () => MadeBody | Promise<MadeBody>): Promise<KeptBody | undefined> {
    const body = madeWhole(make);
    const kept = { body, bytes: question.length };
    this.#kept.set(question, kept);
    this.#bytes += kept.bytes;
    body.then(
      made => this.#weigh(question, kept, made),
      () => this.#drop(question),
    );
    return body;
  }

  #weigh(question: string, kept: { bytes: number }, made: KeptBody | undefined): void {
    // It may have had to go before it was made.
    if (this.#kept.get(question) !== kept || made === undefined) return;
    kept.bytes += 2 * made.plain.length;
    this.#bytes += 2 * made.plain.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#bound) return;
      this.#drop(oldest);
    }
  }

  #drop(question: string): void {
    this.#bytes -= this.#kept.get(question)?.bytes ?? 0;
    this.#kept.delete(question);
  }
}

async function madeWhole(make: () => MadeBody | Promise<MadeBody>): Promise<KeptBody | undefined> {
  const made = await make();
  const whole = typeof made === 'string' || Buffer.isBuffer(made) ? made : await gathered(made, LONGEST);
  return whole === undefined || whole.length > LONGEST ? undefined : new KeptBody(whole);
}
