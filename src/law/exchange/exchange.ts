import type { Kysely, Selectable } from 'kysely';
import { SaldoError } from '../../common/saldo-error.ts';
import { migrate } from '../../store/migrate.ts';
import type { Store } from '../../store/store.ts';
import { CompiledRegister } from '../force/compiled-register.ts';
import { today } from '../register/legal-date.ts';
import type { Register } from '../register/read-register.ts';
import type { ExchangeSchema } from './exchange-schema.ts';
import { LAW_MIGRATIONS } from './migrations.ts';
import { type Change, changed, fitting, idOf, readProposal } from './proposal-text.ts';

/** A proposal with what was decided about it, where somebody has. */
export interface Proposal extends Selectable<ExchangeSchema['law_proposal']> {
  review: Omit<Selectable<ExchangeSchema['law_review']>, 'proposal'> | null;
}

/** Who proposes or decides; the name is kept as it is then. */
export interface Somebody {
  id: string;
  name: string;
}

/** The register without a proposal and with it; `after` is undefined where it does not fit, with what is wrong. */
export interface Effect {
  before: Register;
  after?: Register;
  faults: readonly string[];
}

/** The exchange of acts: states propose, another person reviews, and what is published becomes part of the register. */
export class Exchange {
  readonly #db: Kysely<ExchangeSchema>;
  readonly #files: Register;
  /** The register of the files with all that was published, ready for questions; it is the same object all the time. */
  readonly register: CompiledRegister;
  #current: Register;

  private constructor(db: Kysely<ExchangeSchema>, files: Register) {
    this.#db = db;
    this.#files = files;
    this.#current = files;
    this.register = new CompiledRegister(files);
  }

  /**
   * Brings the store up to date and reads what was published.
   *
   * @throws SaldoError `store_newer`; `invalid_file` where something published no longer fits the files
   */
  static async open(store: Store<unknown>, files: Register): Promise<Exchange> {
    await migrate(store, 'law', LAW_MIGRATIONS);
    const exchange = new Exchange(store.db as unknown as Kysely<ExchangeSchema>, files);
    await exchange.#load();
    return exchange;
  }

  /** The current register as data, for whoever checks or exports it. */
  get current(): Register {
    return this.#current;
  }

  /** @throws SaldoError `invalid_file` with every fault of the proposal */
  async propose({
    state,
    text,
    note,
    by,
  }: {
    state: string;
    text: string;
    note: string;
    by: Somebody;
  }): Promise<Proposal> {
    const change = readProposal(text, today());
    fitting(this.#current, change, state);
    const row = await this.#db
      .insertInto('law_proposal')
      .values({ state, text, note, kind: change.kind, act: idOf(change), proposed_by: by.id, proposer: by.name })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { ...row, review: null };
  }

  /**
   * Publishes or refuses a proposal, once. What is published counts from this day on as known.
   *
   * @throws SaldoError `unknown_proposal`, `proposal_reviewed`, `own_proposal`, or `invalid_file` where it no longer fits the register
   */
  async review(
    id: number,
    { decision, reason, by }: { decision: 'published' | 'refused'; reason: string; by: Somebody },
  ): Promise<Proposal> {
    const proposal = await this.proposal(id);
    if (proposal.review !== null)
      throw new SaldoError('proposal_reviewed', `proposal ${id} was ${proposal.review.decision} already`, { id });
    if (proposal.proposed_by === by.id)
      throw new SaldoError('own_proposal', `proposal ${id} is your own: another person reviews it`, { id });
    if (decision === 'published') fitting(this.#current, readProposal(proposal.text, today()), proposal.state);
    const row = await this.#db
      .insertInto('law_review')
      .values({ proposal: id, decision, reason, reviewed_by: by.id, reviewer: by.name })
      .onConflict(conflict => conflict.column('proposal').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw new SaldoError('proposal_reviewed', `proposal ${id} was reviewed already`, { id });
    if (decision === 'published') await this.#load();
    return this.proposal(id);
  }

  /** @throws SaldoError `unknown_proposal` */
  async proposal(id: number): Promise<Proposal> {
    const [found] = await this.proposals({ id });
    if (found === undefined) throw new SaldoError('unknown_proposal', `there is no proposal ${id}`, { id });
    return found;
  }

  /** Proposals, the latest first. */
  async proposals({ id }: { id?: number } = {}): Promise<Proposal[]> {
    const rows = await this.#db
      .selectFrom('law_proposal')
      .leftJoin('law_review', 'law_review.proposal', 'law_proposal.id')
      .selectAll('law_proposal')
      .select(['decision', 'reason', 'reviewed_at', 'reviewed_by', 'reviewer'])
      .$if(id !== undefined, query => query.where('law_proposal.id', '=', id ?? 0))
      .orderBy('law_proposal.id', 'desc')
      .execute();
    return rows.map(({ decision, reason, reviewed_at, reviewed_by, reviewer, ...proposal }) => ({
      ...proposal,
      review:
        decision === null || reason === null || reviewed_at === null || reviewed_by === null || reviewer === null
          ? null
          : { decision, reason, reviewed_at, reviewed_by, reviewer },
    }));
  }

  /** Published changes in the order of their publication, each with its day. */
  async published(): Promise<{ proposal: Proposal; change: Change }[]> {
    const proposals = await this.proposals();
    return proposals
      .flatMap(proposal => {
        if (proposal.review?.decision !== 'published') return [];
        const change = readProposal(proposal.text, proposal.review.reviewed_at.slice(0, 10));
        return [{ proposal, change, at: proposal.review.reviewed_at }];
      })
      .sort((a, b) => a.at.localeCompare(b.at) || a.proposal.id - b.proposal.id);
  }

  /** What a proposal changes: of a published one, in the register as it was before; of any other, in that of now. */
  async effectOf({ id, text, state, review }: Proposal): Promise<Effect> {
    if (review?.decision === 'published') {
      const published = await this.published();
      const place = published.findIndex(({ proposal }) => proposal.id === id);
      const upTo = (end: number) =>
        published.slice(0, end).reduce((register, { change }) => changed(register, change), this.#files);
      return { before: upTo(place), after: upTo(place + 1), faults: [] };
    }
    try {
      return { before: this.#current, after: fitting(this.#current, readProposal(text, today()), state), faults: [] };
    } catch (error) {
      if (!(error instanceof SaldoError) || error.code !== 'invalid_file') throw error;
      return { before: this.#current, faults: error.message.split('\n') };
    }
  }

  async #load(): Promise<void> {
    this.#current = (await this.published()).reduce((register, { change }) => changed(register, change), this.#files);
    this.register.adopt(this.#current);
  }
}
