import { openStatistics } from '../statistics/open-statistics.ts';
import { parseDisclosureRule } from '../statistics/publish/disclosure-rule.ts';
import { PublishedVintages } from '../statistics/publish/published-vintages.ts';
import { storedVintages } from '../statistics/publish/stored-vintages.ts';
import { RunKeeper } from '../statistics/runs/run-keeper.ts';
import { type Home, openHome } from '../store/home.ts';
import type { Store } from '../store/store.ts';
import { buildServer, type Server, type ServerOptions } from './build-server.ts';
import { homeKey } from './home-key.ts';
import type { OutsideProvider } from './identity/auth.ts';
import { type Rooms, roomRoutes } from './rooms.ts';

export interface OpenedServer extends Server {
  home: Home;
  rooms: Rooms;
  close(): Promise<void>;
}

export interface OpenOptions extends Pick<ServerOptions, 'requestsPerMinute' | 'triesPerMinute' | 'trustProxy'> {
  home: string;
  /** Address under which browsers see the server. */
  baseUrl: string;
  logger?: ServerOptions['logger'];
}

/**
 * Opens a home and everything that serves it: its store, its runs, its published tables, identity and pages. Settings beyond the options
 * come from the environment: SALDO_DISCLOSURE_BASE, SALDO_PUBLIC_CLASSES, SALDO_REQUIRE_SECOND_FACTOR, SALDO_OIDC_*.
 */
export async function openServer({
  home: folder,
  baseUrl,
  logger = false,
  ...limits
}: OpenOptions): Promise<OpenedServer> {
  const home = await openHome(folder, { holder: 'server', address: baseUrl });
  try {
    const statistics = await openStatistics(home);
    const { env } = process;
    const rule = parseDisclosureRule(await homeKey(home, 'disclosure.key'), {
      base: env['SALDO_DISCLOSURE_BASE'],
      classes: env['SALDO_PUBLIC_CLASSES'],
    });
    const views = new PublishedVintages(storedVintages(statistics.store.db, statistics.vintages), rule);
    const keeper = new RunKeeper(statistics.runs);
    const rooms: Rooms = { statistics, keeper, views };
    const outside = outsideProvider();
    const server = await buildServer({
      ...{ baseUrl, ...limits },
      ...(logger && { logger }),
      store: statistics.store as unknown as Store<unknown>,
      secret: (await homeKey(home, 'auth.secret')).toString('base64'),
      rooms: app => roomRoutes(app, rooms),
      needsSecondFactor: env['SALDO_REQUIRE_SECOND_FACTOR'] === '1',
      ...(outside && { outside }),
    });
    await keeper.start();
    const close = async () => {
      await server.app.close();
      await keeper.stop();
      await statistics.close();
      await home.close();
    };
    return { ...server, home, rooms, close };
  } catch (error) {
    await home.close();
    throw error;
  }
}

function outsideProvider(): OutsideProvider | undefined {
  const {
    SALDO_OIDC_ISSUER: issuer,
    SALDO_OIDC_CLIENT_ID: clientId,
    SALDO_OIDC_CLIENT_SECRET: clientSecret,
  } = process.env;
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined;
}
