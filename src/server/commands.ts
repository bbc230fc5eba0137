import type { Command } from 'commander';
import { SaldoError } from '../common/saldo-error.ts';
import type { Terminal } from '../common/terminal.ts';
import { homeFolder } from '../store/home.ts';
import { fillWithDemonstration } from './demonstration.ts';
import { ensureAdministrator } from './identity/first-administrator.ts';
import { openServer } from './open-server.ts';

interface ServeOptions {
  port?: string;
  host: string;
  home?: string;
  baseUrl?: string;
  adminEmail: string;
  demonstration?: boolean;
  behindProxy?: boolean;
}

/** `saldo serve`: the pages and the API of a home on one address. */
export function addServeCommand(program: Command, terminal: Terminal): void {
  program
    .command('serve')
    .description('serve the pages and the API of a home on one address')
    .option('--port <number>', 'port to listen on; PORT, or 4300 by default')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--home <folder>', 'the home; SALDO_HOME, or .saldo by default')
    .option('--base-url <address>', 'address under which browsers see the server, such as https://saldo.example')
    .option('--admin-email <address>', 'who administers a new home', 'administrator@saldo.local')
    .option('--demonstration', 'fill an empty home with a simulated world of Belarus and Russia')
    .option('--behind-proxy', 'trust the X-Forwarded headers of a proxy in front')
    .action(async (options: ServeOptions) => {
      const port = parsePort(options.port ?? process.env['PORT'] ?? '4300');
      const baseUrl = options.baseUrl ?? `http://localhost:${port}`;
      const server = await openServer({
        ...{ home: homeFolder(options.home), baseUrl, trustProxy: options.behindProxy ?? false },
        logger: { level: process.env['SALDO_LOG'] ?? 'warn' },
      });
      await listen(server, port, options.host);
      const made = await ensureAdministrator({ auth: server.auth, db: server.identity }, options.adminEmail);
      if (made !== undefined)
        process.stderr.write(
          `First start: sign in once as ${made.email} with the password ${made.password} and choose your own.\n`,
        );
      terminal.line(`Saldo serves ${server.home.folder} at ${baseUrl}`);
      terminal.data({ address: baseUrl, home: server.home.folder });
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
      if (options.demonstration)
        await fillWithDemonstration(server.rooms).catch((error: unknown) =>
          terminal.warn(`The demonstration was not made: ${String(error)}`),
        );
    });
}

async function listen(server: Awaited<ReturnType<typeof openServer>>, port: number, host: string): Promise<void> {
  try {
    await server.app.listen({ port, host });
  } catch (cause) {
    await server.close();
    throw new SaldoError(
      'invalid_option',
      `cannot listen on ${host}:${port}: ${(cause as Error).message}`,
      { host, port },
      cause,
    );
  }
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port >= 0 && port < 65_536) return port;
  throw new SaldoError('invalid_option', `port: found ${text}, expected a whole number below 65536`);
}
