import { SaldoError } from '../common/saldo-error.ts';
import type { OutsideProvider } from './identity/auth.ts';

/** What the command line says. */
export interface ServeOptions {
  port?: string;
  host?: string;
  home?: string;
  adminEmail?: string;
  baseUrl?: string;
  behindProxy?: boolean;
  demonstration?: boolean;
}

/** How a server is to be run: the command line stands above the environment. */
export interface ServeSettings {
  readonly port: number;
  readonly host: string;
  /** Address under which browsers see it; where absent it is that of host and port. */
  readonly baseUrl?: string;
  /** Whether a proxy before it is believed about addresses. */
  readonly trustProxy: boolean;
  readonly adminEmail: string;
  readonly demonstration: boolean;
  readonly needsSecondFactor: boolean;
  readonly requestsPerMinute?: number;
  /** Most bytes of an uploaded file. */
  readonly uploadBytes?: number;
  readonly outside?: OutsideProvider;
  readonly logLevel: string;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];
const DEFAULT_PORT = '4300';

/**
 * Reads how a server is to be run.
 *
 * @param seen whether somebody sits before standard error: then the log tells faults alone
 * @throws SaldoError `invalid_option`, with all faults at once
 */
export function serveSettings(options: ServeOptions, env: NodeJS.ProcessEnv, seen: boolean): ServeSettings {
  const faults: string[] = [];
  const wholeNumber = (name: string, text: string, [least, most]: readonly [number, number]): number => {
    const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= least && number <= most))
      faults.push(`${name}: found ${text}, expected a whole number from ${least} to ${most}`);
    return number;
  };
  const port = wholeNumber(
    options.port === undefined ? 'PORT' : '--port',
    options.port ?? env['PORT'] ?? DEFAULT_PORT,
    [0, 65_535],
  );
  const baseUrl = options.baseUrl ?? env['SALDO_BASE_URL'];
  if (baseUrl !== undefined && !/^https?:\/\/[^/]+\/?$/.test(baseUrl))
    faults.push(`--base-url: found ${baseUrl}, expected an address such as https://saldo.example`);
  const logLevel = env['SALDO_LOG'] ?? (seen ? 'warn' : 'info');
  if (!LOG_LEVELS.includes(logLevel))
    faults.push(`SALDO_LOG: found ${logLevel}, expected one of ${LOG_LEVELS.join(', ')}`);
  const adminEmail = options.adminEmail ?? 'administrator@saldo.local';
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(adminEmail))
    faults.push(`--admin-email: found ${adminEmail}, expected an address`);
  const outside = outsideProvider(env, faults);
  const wholeSetting = (name: string, bounds: readonly [number, number]): number | undefined => {
    const text = env[name] || undefined;
    return text === undefined ? undefined : wholeNumber(name, text, bounds);
  };
  const requestsPerMinute = wholeSetting('SALDO_REQUESTS_PER_MINUTE', [10, 1e9]);
  const uploadBytes = wholeSetting('SALDO_UPLOAD_BYTES', [1024, 1e12]);
  if (faults.length > 0) throw new SaldoError('invalid_option', faults.join('; '), { faults });
  return {
    ...{ port, host: options.host ?? env['SALDO_HOST'] ?? '127.0.0.1', adminEmail, logLevel },
    ...(baseUrl !== undefined && { baseUrl: baseUrl.replace(/\/$/, '') }),
    trustProxy: options.behindProxy ?? env['SALDO_BEHIND_PROXY'] === '1',
    demonstration: options.demonstration ?? false,
    needsSecondFactor: env['SALDO_REQUIRE_SECOND_FACTOR'] === '1',
    ...(requestsPerMinute !== undefined && { requestsPerMinute }),
    ...(uploadBytes !== undefined && { uploadBytes }),
    ...(outside && { outside }),
  };
}

/** All three settings, or none. */
function outsideProvider(env: NodeJS.ProcessEnv, faults: string[]): OutsideProvider | undefined {
  const names = ['SALDO_OIDC_ISSUER', 'SALDO_OIDC_CLIENT_ID', 'SALDO_OIDC_CLIENT_SECRET'] as const;
  const [issuer, clientId, clientSecret] = names.map(name => env[name] || undefined);
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined)
    return { issuer, clientId, clientSecret };
  const missing = names.filter(name => !env[name]);
  if (missing.length < names.length) faults.push(`an outside provider also needs ${missing.join(' and ')}`);
  return undefined;
}
