import type { AddressInfo } from 'node:net';
import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import { SaldoError } from '../common/saldo-error.ts';
import { Exchange } from '../law/exchange/exchange.ts';
import { readRegister } from '../law/register/read-register.ts';
import { openStatistics } from '../statistics/open-statistics.ts';
import { parseDisclosureRule } from '../statistics/publish/disclosure-rule.ts';
import { PublishedVintages } from '../statistics/publish/published-vintages.ts';
import { storedVintages } from '../statistics/publish/stored-vintages.ts';
import { RunKeeper, type RunKeeperOptions } from '../statistics/runs/run-keeper.ts';
import type { StatisticsSchema } from '../statistics/statistics.ts';
import { type Home, openHome } from '../store/home.ts';
import type { Store } from '../store/store.ts';
import type { Upgrade } from '../store/upgrade.ts';
import type { WingSchema } from '../store/wing-schema.ts';
import { buildServer, type Server, type ServerOptions } from './build-server.ts';
import { Demonstration } from './demonstration.ts';
import { homeKey } from './home-key.ts';
import { actorNames } from './identity/actor-names.ts';
import type { IdentitySchema } from './identity/identity-schema.ts';
import { keepWarm } from './keep-warm.ts';
import { openUpgraded } from './open-upgraded.ts';
import { measureRooms } from './room-measures.ts';
import { roomNeeds } from './room-needs.ts';
import { type Rooms, roomRoutes } from './rooms.ts';

export interface OpenedServer extends Server {
  home: Home;
  rooms: Rooms;
  demonstration: Demonstration;
  /** What this version of Saldo changed in the home as it was opened. */
  upgrade: Upgrade | undefined;
  /**
   * Begins to answer.
   *
   * @returns the port
   * @throws SaldoError `address_in_use`
   */
  listen(at: { host: string; port: number }): Promise<number>;
  /** Answers what is under way, stops the run (it goes on at the next start), and gives the home back. */
  close(): Promise<void>;
}

type PassedOn = 'requestsPerMinute' | 'triesPerMinute' | 'trustProxy' | 'needsSecondFactor' | 'outside' | 'logger';

export interface OpenOptions extends Pick<ServerOptions, PassedOn> {
  home: string;
  /** Address under which browsers see the server. */
  baseUrl: string;
  /** What the rooms keep in the stores: where that changes, the home is backed up first. */
  schemas?: readonly WingSchema[];
  runs?: RunKeeperOptions;
  /** Most bytes of an uploaded file; default 2 GiB. */
  uploadBytes?: number;
  /** Share of the real flows that a demonstration has. */
  demonstrationScale?: number;
}

/**
 * Opens a home and everything that serves it: its store, its runs, its published tables, identity and pages. What the public may see is
 * set by SALDO_DISCLOSURE_BASE and SALDO_PUBLIC_CLASSES.
 *
 * @throws SaldoError as `openHome`, `openStatistics` and `parseDisclosureRule`
 */
export async function openServer({
  home: folder,
  baseUrl,
  schemas = [],
  runs,
  uploadBytes,
  demonstrationScale,
  ...more
}: OpenOptions): Promise<OpenedServer> {
  const home = await openHome(folder, { holder: 'server', address: baseUrl });
  const opened: (() => Promise<unknown>)[] = [() => home.close()];
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  let log: FastifyBaseLogger | undefined;
  const troubled = (what: string) => (err: unknown) => log?.error({ err }, what);
  try {
    const { store, upgrade } = await openUpgraded(home, schemas);
    const rooms = await openRooms(home, store, { ...runs, troubled: troubled('the keeper of runs tries again') });
    opened.push(() => rooms.statistics.close());
    const warmed = keepWarm(rooms.views, troubled('answers could not be made ready'));
    opened.push(warmed);
    const demonstration = new Demonstration(rooms, demonstrationScale);
    const nameActors = actorNames(rooms.statistics.store.db as unknown as Kysely<IdentitySchema>);
    const server = await buildServer({
      ...{ baseUrl, ...more },
      store: rooms.statistics.store as unknown as Store<unknown>,
      secret: (await homeKey(home, 'auth.secret')).toString('base64'),
      rooms: app => roomRoutes(app, rooms, { nameActors, ...(uploadBytes !== undefined && { uploadBytes }) }),
      measures: registry => measureRooms(registry, rooms.statistics),
      needs: roomNeeds(rooms),
      demonstration: () => demonstration.state,
    });
    log = server.app.log;
    opened.push(() => rooms.keeper.stop());
    opened.push(() => demonstration.stop());
    opened.push(() => server.app.close());
    await rooms.keeper.start();
    await warmed();
    return { ...server, home, rooms, demonstration, upgrade, close, listen: at => listen(server, at) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openRooms(home: Home, store: Store<StatisticsSchema>, runs: RunKeeperOptions): Promise<Rooms> {
  const { SALDO_DISCLOSURE_BASE: base, SALDO_PUBLIC_CLASSES: classes } = process.env;
  const rule = parseDisclosureRule(await homeKey(home, 'disclosure.key'), { base, classes });
  const register = readRegister();
  const statistics = await openStatistics(home, { store });
  const exchange = await Exchange.open(statistics.store as unknown as Store<unknown>, register);
  const views = new PublishedVintages(storedVintages(statistics.store.db, statistics.vintages), rule);
  const keeper = new RunKeeper(statistics.runs, { ...runs, published: () => views.changed() });
  return { statistics, views, keeper, exchange };
}

async function listen({ app }: Server, { host, port }: { host: string; port: number }): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = code === 'EADDRINUSE' ? 'another program listens there' : message;
    throw new SaldoError('address_in_use', `cannot listen at ${host}:${port}: ${why}`, { host, port }, cause);
  }
  return (app.server.address() as AddressInfo).port;
}
