import { openStatistics } from '../statistics/open-statistics.ts';
import { parseDisclosureRule } from '../statistics/publish/disclosure-rule.ts';
import { PublishedVintages } from '../statistics/publish/published-vintages.ts';
import { storedVintages } from '../statistics/publish/stored-vintages.ts';
import { RunKeeper, type RunKeeperOptions } from '../statistics/runs/run-keeper.ts';
import type { Home } from '../store/home.ts';
import type { Rooms } from './rooms.ts';
import { serverKey } from './server-keys.ts';

/**
 * Opens what the rooms work on, in a home that this process holds. No run has begun yet.
 *
 * @throws SaldoError `store_unavailable`, `store_newer`, `invalid_file`, or `invalid_option` for SALDO_DISCLOSURE_BASE and SALDO_PUBLIC_CLASSES
 */
export async function openRooms(home: Home, options: RunKeeperOptions = {}): Promise<Rooms> {
  const { SALDO_DISCLOSURE_BASE: base, SALDO_PUBLIC_CLASSES: classes } = process.env;
  const rule = parseDisclosureRule(await serverKey(home, 'disclosure.key'), { base, classes });
  const statistics = await openStatistics(home);
  const views = new PublishedVintages(storedVintages(statistics.store.db, statistics.vintages), rule);
  return { statistics, views, keeper: new RunKeeper(statistics.runs, options) };
}
