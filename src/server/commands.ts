import type { Command } from 'commander';
import type { Terminal } from '../common/terminal.ts';
import { homeFolder } from '../store/home.ts';
import type { Upgrade } from '../store/upgrade.ts';
import type { WingSchema } from '../store/wing-schema.ts';
import { type ServeOptions, type ServeSettings, serveSettings } from './serve-settings.ts';

const ENVIRONMENT = `
Environment: PORT, SALDO_HOST, SALDO_HOME, SALDO_BASE_URL and SALDO_BEHIND_PROXY=1 stand in for the options.
SALDO_STATISTICS_URL: rows in PostgreSQL instead of the home. SALDO_OIDC_ISSUER, SALDO_OIDC_CLIENT_ID, SALDO_OIDC_CLIENT_SECRET: sign-in by
an outside provider. SALDO_REQUIRE_SECOND_FACTOR=1: a second factor for all roles but contributor. SALDO_DISCLOSURE_BASE,
SALDO_PUBLIC_CLASSES: what the public sees. SALDO_REQUESTS_PER_MINUTE: of one person or address (6000). SALDO_UPLOAD_BYTES: most of one file
(2147483648). SALDO_LOG: fatal, error, warn, info, debug or silent; the log is JSON on standard error.`;

/** `saldo serve`: the pages and the API of a home on one address; `schemas` is what the rooms keep in the stores. */
export function addServeCommand(program: Command, terminal: Terminal, schemas: readonly WingSchema[]): void {
  program
    .command('serve')
    .description('serve the pages and the API of a home on one address; Ctrl-C ends it')
    .option('--port <number>', 'port to listen on, 0 for any that is free; PORT, or 4300 by default')
    .option('--host <address>', 'address to listen on; 127.0.0.1 by default: this machine alone')
    .option('--home <folder>', 'the home; SALDO_HOME, or .saldo by default')
    .option('--base-url <address>', 'address under which browsers see the server, such as https://saldo.example')
    .option('--admin-email <address>', 'who administers a new home; administrator@saldo.local by default')
    .option('--demonstration', 'fill an empty home with a simulated world of Belarus and Russia')
    .option('--behind-proxy', 'trust the X-Forwarded headers of a proxy in front')
    .addHelpText('after', ENVIRONMENT)
    .action(async (options: ServeOptions) => {
      const settings = serveSettings(options, process.env, process.stderr.isTTY ?? false);
      const ended = signalled();
      const server = await openAt(homeFolder(options.home), { ...settings, schemas }, terminal);
      await ended;
      await server.close();
    });
}

async function openAt(
  folder: string,
  settings: ServeSettings & { schemas: readonly WingSchema[] },
  terminal: Terminal,
) {
  // The store and the server take a while to load, for which no other command should wait.
  const { openServer } = await import('./open-server.ts');
  const { ensureAdministrator } = await import('./identity/first-administrator.ts');
  const { freePort } = await import('./free-port.ts');
  const { host, logLevel, ...more } = settings;
  // Where none is free, listening says why.
  const port = settings.port === 0 ? await freePort(host).catch(() => 0) : settings.port;
  const { baseUrl = addressOf(host, port) } = settings;
  const logger = logLevel === 'silent' ? false : ({ level: logLevel, stream: process.stderr } as const);
  const server = await openServer({ ...more, home: folder, baseUrl, logger });
  try {
    if (server.upgrade !== undefined) tellUpgrade(server.upgrade, terminal);
    const taken = await server.listen({ host, port });
    const address = settings.baseUrl ?? addressOf(host, taken);
    terminal.line(`Saldo serves ${server.home.folder} at ${address}`);
    terminal.data({ address, home: server.home.folder, ...(server.upgrade && { upgrade: server.upgrade }) });
    // After all that can fail: a password that was not told would shut everybody out.
    const made = await ensureAdministrator({ auth: server.auth, db: server.identity }, settings.adminEmail);
    if (settings.demonstration && (await server.demonstration.start()))
      terminal.line('The home is filled with a simulated world: no real person stands behind any of its slips.');
    // Last, so that nothing but the log of requests comes after it.
    if (made !== undefined) tellPassword(made);
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}

function tellUpgrade({ run, backup }: Upgrade, terminal: Terminal): void {
  terminal.warn(`the home was upgraded (${run.join(', ')}); as it was before it is kept, with its keys, in ${backup}`);
}

/** The one time that anybody sees it; set apart from the log, which is JSON line by line. */
function tellPassword({ email, password }: { email: string; password: string }): void {
  const rule = '─'.repeat(72);
  process.stderr.write(
    `\n${rule}\nFirst start: sign in once as ${email} with the password ${password} and choose your own.\n${rule}\n\n`,
  );
}

/** What to open in a browser: a server on all addresses is seen on this machine by its usual name. */
function addressOf(host: string, port: number): string {
  const name = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** The first signal asks for a calm end, the second for an end. */
function signalled(): Promise<void> {
  return new Promise(resolve => {
    let asked = false;
    const end = () => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  });
}
