import { createHash } from 'node:crypto';
import { type Actor, may, type Role } from '../../common/access.ts';
import { disclose } from './disclosure.ts';
import type { DisclosureRule } from './disclosure-rule.ts';
import { indexVintage, type VintageIndex } from './vintage-index.ts';
import type { Vintage, VintageTables } from './vintage-tables.ts';

/** Where exact vintages come from. */
export interface VintageSource {
  /** The latest first. */
  list(visible: 'released' | 'all', page: { limit: number; before?: number }): Promise<readonly Vintage[]>;
  /** @throws SaldoError `unknown_vintage`, of one that is not visible too */
  vintage(id: number | 'latest', visible: 'released' | 'all'): Promise<Vintage>;
  tables(id: number): Promise<VintageTables>;
}

/** Who sees exact figures, and vintages that are not released. */
const SEES_EXACT: readonly Role[] = ['statistician', 'publisher'];

const KEPT_VIEWS = 12;
const KEPT_BODIES = 2000;
/** For so long what a number or `latest` stands for is taken as known, so that a busy store does not hold up the readers. */
const KNOWN_MS = 1000;

/** A vintage as one kind of viewer sees it, ready to be asked. */
export class VintageView {
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

/** The views of all vintages: the exact tables for statisticians, the disclosed ones for everybody. */
export class VintageViews {
  readonly rule: DisclosureRule;
  readonly #source: VintageSource;
  readonly #views = new Map<string, Promise<VintageView>>();
  readonly #publicVintages = new Map<number, Vintage>();
  readonly #known = new Map<string, { vintage: Promise<Vintage>; until: number }>();

  constructor(source: VintageSource, rule: DisclosureRule) {
    this.#source = source;
    this.rule = rule;
  }

  /** Whether somebody sees exact figures; who may can still ask for the public's (`view=public`). */
  isExact(actor: Actor, asked?: 'public'): boolean {
    return asked !== 'public' && may(actor, SEES_EXACT);
  }

  /** @throws SaldoError `unknown_vintage`, where the viewer may not see it too */
  async view(id: number | 'latest', actor: Actor, asked?: 'public'): Promise<VintageView> {
    const vintage = await this.#vintage(id, may(actor, SEES_EXACT) ? 'all' : 'released');
    return this.#viewOf(vintage, this.isExact(actor, asked));
  }

  /** The vintages that somebody sees, the latest first, each as they see it. */
  async list(actor: Actor, page: { limit: number; before?: number }, asked?: 'public'): Promise<Vintage[]> {
    const vintages = await this.#source.list(may(actor, SEES_EXACT) ? 'all' : 'released', page);
    if (this.isExact(actor, asked)) return [...vintages];
    const shown: Vintage[] = [];
    for (const vintage of vintages) shown.push(await this.#publicVintage(vintage));
    return shown;
  }

  /** The vintage before one with the same threshold and lapse, as the same viewer sees it. */
  async before(view: VintageView, actor: Actor): Promise<VintageView | undefined> {
    const { id, parameters } = view.index.tables.vintage;
    const visible = may(actor, SEES_EXACT) ? 'all' : 'released';
    const earlier = (await this.#source.list(visible, { limit: 100, before: id })).find(
      each => each.parameters.threshold === parameters.threshold && each.parameters.lapse === parameters.lapse,
    );
    return earlier && this.#viewOf(earlier, !view.isPublic);
  }

  /** Forgets which vintages there are; called when one is published or released. */
  changed(): void {
    this.#known.clear();
  }

  /** What is no longer fresh is still given, while it is asked for anew. */
  #vintage(id: number | 'latest', visible: 'released' | 'all'): Promise<Vintage> {
    const key = `${id} ${visible}`;
    const known = this.#known.get(key);
    if (known !== undefined && Date.now() < known.until) return known.vintage;
    const vintage = this.#source.vintage(id, visible);
    const keep = () => this.#known.set(key, { vintage, until: Date.now() + KNOWN_MS });
    if (known === undefined) {
      keep();
    } else {
      this.#known.set(key, { ...known, until: Date.now() + KNOWN_MS });
      vintage.then(keep, () => undefined);
    }
    vintage.catch(() => this.#known.delete(key));
    return known?.vintage ?? vintage;
  }

  /** A vintage's public counts are kept for good, so that a long list does not read all tables again. */
  async #publicVintage(vintage: Vintage): Promise<Vintage> {
    const { released_at } = vintage;
    const known = this.#publicVintages.get(vintage.id);
    if (known !== undefined) return { ...known, released_at };
    const view = await this.#viewOf(vintage, false);
    this.#publicVintages.set(vintage.id, view.index.tables.vintage);
    return view.index.tables.vintage;
  }

  #viewOf(vintage: Vintage, exact: boolean): Promise<VintageView> {
    // A release changes the vintage and nothing else of it.
    const key = `${vintage.id} ${exact} ${vintage.released_at}`;
    const kept = this.#views.get(key) ?? this.#makeView(vintage, exact);
    this.#views.delete(key);
    this.#views.set(key, kept);
    kept.catch(() => this.#views.delete(key));
    const [oldest] = this.#views.keys();
    if (this.#views.size > KEPT_VIEWS && oldest !== undefined) this.#views.delete(oldest);
    return kept;
  }

  async #makeView(vintage: Vintage, exact: boolean): Promise<VintageView> {
    const tables = { ...(await this.#source.tables(vintage.id)), vintage };
    return new VintageView(exact ? tables : disclose(tables, this.rule));
  }
}
