import { type Actor, may, type Role } from '../../common/access.ts';
import { HttpProblem } from '../../common/http/problem.ts';
import { areComparable, type Vintage, type VintageTables } from '../runs/vintage-tables.ts';
import type { VintageView, VintageViews } from '../runs/vintage-view.ts';
import type { Visible } from '../runs/vintages.ts';
import { disclose } from './disclosure.ts';
import type { DisclosureRule } from './disclosure-rule.ts';
import { KeptBodies } from './kept-bodies.ts';
import { PublishedVintage } from './published-vintage.ts';
import { compareVintages, revisionTriangle } from './revisions.ts';
import { keyedRounding } from './rounding.ts';
import { isTooClose, vintageDistance } from './vintage-distance.ts';

/** Where exact vintages come from. */
export interface VintageSource {
  /** The latest first. */
  list(visible: Visible, page: { limit: number; before?: number }): Promise<readonly Vintage[]>;
  /** @throws SaldoError `unknown_vintage`, of one that is not visible too */
  vintage(id: number | 'latest', visible: Visible): Promise<Vintage>;
  tables(id: number): Promise<VintageTables>;
}

/** Who sees exact figures, and vintages that are not released. */
const SEES_EXACT: readonly Role[] = ['statistician', 'publisher'];

/** Vintages ready to be asked that are kept, each kind of view for itself. */
const KEPT = 12;
/** Most bytes of answers that are kept, the public's and exact ones apart. */
const KEPT_BYTES = { public: 64 * 2 ** 20, exact: 16 * 2 ** 20 };
/**
 * For so long it is taken as known what a number or `latest` stands for, so that many readers ask the store once. What this process
 * changes it tells (`changed`); another on the same store is heard of that much later.
 */
const KNOWN_MS = 3000;
/** A vintage is compared with so many released ones before its release, and with so many earlier ones for its revisions. */
const COMPARED = 24;

/** All vintages as each viewer sees them: the exact tables for statisticians, the disclosed ones for everybody. */
export class PublishedVintages implements VintageViews {
  readonly rule: DisclosureRule;
  readonly #source: VintageSource;
  readonly #published = new Map<string, Promise<PublishedVintage>>();
  readonly #publicVintages = new Map<number, Vintage>();
  readonly #bodies = { public: new KeptBodies(KEPT_BYTES.public), exact: new KeptBodies(KEPT_BYTES.exact) };
  readonly #listeners: (() => void)[] = [];
  readonly #known = new Map<string, { vintage: Promise<Vintage>; until: number }>();

  constructor(source: VintageSource, rule: DisclosureRule) {
    this.#source = source;
    this.rule = rule;
  }

  /**
   * @param asked `public` for what the public sees, even where the viewer sees more
   * @throws SaldoError `unknown_vintage`, where the viewer may not see it too
   */
  async view(id: number | 'latest', actor: Actor, asked?: 'public'): Promise<PublishedVintage> {
    return this.#publish(await this.#find(id, visibleTo(actor)), asked !== 'public' && seesExact(actor));
  }

  /** The comparable vintage before one, as the same viewer sees it. */
  async before({ index, isPublic }: PublishedVintage, actor: Actor): Promise<PublishedVintage | undefined> {
    const { vintage } = index.tables;
    const earlier = await this.#source.list(visibleTo(actor), { limit: COMPARED, before: vintage.id });
    const same = earlier.find(each => areComparable(each, vintage));
    return same && this.#publish(same, !isPublic);
  }

  viewOf(actor: Actor): VintageView {
    const exact = seesExact(actor);
    const publish = async (id: number) => (await this.#publish(await this.#find(id, visibleTo(actor)), exact)).index;
    const round = keyedRounding(this.rule.key, this.rule.base);
    return {
      visible: visibleTo(actor),
      vintage: async vintage => (exact ? vintage : this.#publicVintage(vintage)),
      compare: async (from, to) => compareVintages(await publish(from), await publish(to)),
      triangle: async (vintages, corridor) => revisionTriangle(await Promise.all(vintages.map(publish)), corridor),
      count: (name, count) => (exact ? count : round(['count', ...name].join(' '), count)),
    };
  }

  /** @throws HttpProblem 409 where few slips lie between the vintage and a released one, unless it is forced */
  async checkRelease(id: number, { force }: { force: boolean }): Promise<void> {
    if (force) return;
    const next = await this.#source.tables(id);
    for (const released of await this.#source.list('released', { limit: COMPARED })) {
      const tables = await this.#source.tables(released.id);
      if (!isTooClose(next, tables, this.rule)) continue;
      const distance = vintageDistance(next, tables);
      const why = `vintage ${id} differs from the released vintage ${released.id} by ${distance} moves and slips: figures that moved would show where those few lie`;
      throw new HttpProblem(409, why, { type: 'saldo:too_close' });
    }
  }

  changed(): void {
    this.#known.clear();
    for (const listener of this.#listeners) listener();
  }

  /** Calls a listener after each change. */
  whenChanged(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #find(id: number | 'latest', visible: Visible): Promise<Vintage> {
    const key = `${id} ${visible}`;
    const known = this.#known.get(key);
    if (known !== undefined && Date.now() < known.until) return known.vintage;
    const vintage = this.#source.vintage(id, visible);
    this.#known.set(key, { vintage, until: Date.now() + KNOWN_MS });
    vintage.catch(() => this.#known.delete(key));
    return vintage;
  }

  /** A vintage's public counts are kept for good, so that a long list does not read all tables again. */
  async #publicVintage(vintage: Vintage): Promise<Vintage> {
    const known = this.#publicVintages.get(vintage.id);
    if (known !== undefined) return { ...known, released_at: vintage.released_at };
    const { index } = await this.#publish(vintage, false);
    this.#publicVintages.set(vintage.id, index.tables.vintage);
    return index.tables.vintage;
  }

  #publish(vintage: Vintage, exact: boolean): Promise<PublishedVintage> {
    // A release changes the vintage and nothing else of it.
    const key = `${vintage.id} ${exact} ${vintage.released_at}`;
    const kept = this.#published.get(key) ?? this.#make(vintage, exact);
    this.#published.delete(key);
    this.#published.set(key, kept);
    kept.catch(() => this.#published.delete(key));
    const [oldest] = this.#published.keys();
    if (this.#published.size > KEPT && oldest !== undefined) this.#published.delete(oldest);
    return kept;
  }

  async #make(vintage: Vintage, exact: boolean): Promise<PublishedVintage> {
    const tables = { ...(await this.#source.tables(vintage.id)), vintage };
    if (exact) return new PublishedVintage(tables, this.#bodies.exact);
    return new PublishedVintage(disclose(tables, this.rule), this.#bodies.public);
  }
}

function seesExact(actor: Actor): boolean {
  return may(actor, SEES_EXACT);
}

function visibleTo(actor: Actor): Visible {
  return seesExact(actor) ? 'all' : 'released';
}
