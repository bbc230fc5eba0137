import type { AddressInfo } from 'node:net';
import { SaldoError } from '../common/saldo-error.ts';
import { openHome } from '../store/home.ts';
import type { Store } from '../store/store.ts';
import { buildServer, type Server } from './build-server.ts';
import { Demonstration } from './demo-home.ts';
import { ensureAdministrator } from './identity/first-administrator.ts';
import { openRooms } from './open-rooms.ts';
import { measureRooms } from './room-measures.ts';
import { type Rooms, roomRoutes } from './rooms.ts';
import type { ServeSettings } from './serve-settings.ts';
import { serverKey } from './server-keys.ts';

/** A server that answers. */
export interface Serving {
  /** Where it answers. */
  readonly address: string;
  /** The administrator whom this start made, with a password that is kept nowhere. */
  readonly administrator: { email: string; password: string } | undefined;
  /** The demonstration that is being made, or was; it ends by itself. */
  readonly demonstration: Demonstration;
  /** Answers what is under way, stops a run (it goes on at the next start), and gives the home back. */
  close(): Promise<void>;
}

/**
 * Serves a home: the API, the pages and the runs in the background.
 *
 * @throws SaldoError `home_in_use`, `address_in_use`, `store_unavailable`, `store_newer` and others of a home
 */
export async function serve(folder: string, settings: ServeSettings): Promise<Serving> {
  const { port } = settings;
  const told = settings.baseUrl ?? addressOf(settings, port);
  const home = await openHome(folder, { holder: 'server', ...(port !== 0 && { address: told }) });
  const opened: (() => Promise<unknown>)[] = [() => home.close()];
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    const rooms = await openRooms(home);
    opened.push(() => rooms.statistics.close());
    const demonstration = new Demonstration(rooms);
    const server = await serverOf(rooms, { settings, baseUrl: told, demonstration });
    const administrator = await ensureAdministrator({ auth: server.auth, db: server.identity }, settings.adminEmail);
    opened.push(() => rooms.keeper.stop());
    opened.push(() => demonstration.stop());
    opened.push(() => server.app.close());
    await listen(server, settings);
    await rooms.keeper.start();
    if (settings.openDemo) demonstration.start();
    const { port: taken } = server.app.server.address() as AddressInfo;
    return { address: settings.baseUrl ?? addressOf(settings, taken), administrator, demonstration, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function serverOf(
  rooms: Rooms,
  of: { settings: ServeSettings; baseUrl: string; demonstration: Demonstration },
): Promise<Server> {
  const { settings, baseUrl, demonstration } = of;
  const { store, home } = rooms.statistics;
  const { trustProxy, needsSecondFactor, requestsPerMinute, outside, logLevel } = settings;
  return buildServer({
    store: store as Store<unknown>,
    ...{
      baseUrl,
      trustProxy,
      needsSecondFactor,
      secret: (await serverKey(home, 'auth.secret')).toString('base64'),
    },
    ...(requestsPerMinute !== undefined && { requestsPerMinute }),
    ...(outside && { outside }),
    logger: logLevel === 'silent' ? false : { level: logLevel, stream: process.stderr },
    demonstration: () => demonstration.state,
    measures: registry => measureRooms(registry, rooms.statistics),
    rooms: app => roomRoutes(app, rooms),
  });
}

async function listen({ app }: Server, { port, host }: ServeSettings): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'EADDRINUSE' ? 'another program listens there' : String((cause as Error).message);
    throw new SaldoError('address_in_use', `cannot listen at ${host} port ${port}: ${why}`, { host, port }, cause);
  }
}

/** What to open in a browser: a server on all addresses is seen on this machine by its usual name. */
function addressOf({ host }: ServeSettings, port: number): string {
  const name = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
