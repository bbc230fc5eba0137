import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresDialect,
  PostgresDriver,
} from 'kysely';
import pg from 'pg';
import { SaldoError } from '../common/saldo-error.ts';
import { TransactionGuard } from './transaction-guard.ts';
import { SESSION_SETTINGS, VALUE_PARSERS } from './value-parsers.ts';

const CONNECTIONS = 10;
const CONNECT_WITHIN_MS = 10_000;

/**
 * Kysely over a PostgreSQL server, reached once before it is given out.
 *
 * @throws SaldoError `store_unavailable` where the server cannot be reached, naming it without user or password
 */
export async function openPostgres(url: string): Promise<Dialect> {
  const pool = new pg.Pool({
    ...readUrl(url),
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: 'saldo',
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  });
  // A connection that breaks is replaced by the pool, and fails the statement that used it; unheard, its error would end the process.
  pool.on('error', () => {});
  pool.on('connect', client => client.on('error', () => {}));
  try {
    (await pool.connect()).release();
  } catch (cause) {
    await pool.end();
    const { host, port, database } = new pg.Client(readUrl(url));
    const server = `${database} at ${host}:${port}`;
    const message = `the PostgreSQL store ${server} cannot be reached: ${reasonOf(cause)}`;
    throw new SaldoError('store_unavailable', message, { host, port, database });
  }
  return new GuardedPostgresDialect(pool);
}

/** PostgreSQL's type numbers of arrays of what `VALUE_PARSERS` reads; PGlite finds these itself. */
const ELEMENTS: Readonly<Record<number, number>> = {
  1001: 17,
  1016: 20,
  1182: 1082,
  1115: 1114,
  1185: 1184,
  1231: 1700,
};
const TEXT_ARRAY: number = 1009;

function parserOf(type: number, format?: 'text' | 'binary'): (text: string) => unknown {
  const element = VALUE_PARSERS[ELEMENTS[type] ?? 0];
  if (!element) return VALUE_PARSERS[type] ?? pg.types.getTypeParser(type, format);
  const readTexts = pg.types.getTypeParser(TEXT_ARRAY, 'text');
  return text => readEach(readTexts(text), element);
}

function readEach(value: unknown, read: (text: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map(part => readEach(part, read));
  return value === null ? null : read(String(value));
}

/** @throws SaldoError `invalid_option` for what is no such URL; it never repeats it, for it may hold a password */
function readUrl(connectionString: string): pg.ClientConfig {
  try {
    if (!/^postgres(ql)?:\/\//.test(connectionString)) throw new Error('another scheme');
    new pg.Client({ connectionString });
    return { connectionString };
  } catch {
    throw new SaldoError(
      'invalid_option',
      "the store's URL cannot be read; expected postgres://user:password@host:port/database",
    );
  }
}

/** Several addresses of one name fail together, in an error without a message of its own. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join('; ');
  return cause instanceof Error ? cause.message : String(cause);
}

class GuardedPostgresDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new GuardedPostgresDriver({
      pool: this.#pool,
      onCreateConnection: async connection => {
        await connection.executeQuery(CompiledQuery.raw(SESSION_SETTINGS));
      },
    });
  }
}

class GuardedPostgresDriver extends PostgresDriver {
  readonly #guard = new TransactionGuard();

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#guard.check();
    return super.acquireConnection();
  }

  override beginTransaction(...[connection, settings]: Parameters<PostgresDriver['beginTransaction']>): Promise<void> {
    this.#guard.begin(connection);
    return super.beginTransaction(connection, settings);
  }

  override releaseConnection(connection: Parameters<PostgresDriver['releaseConnection']>[0]): Promise<void> {
    this.#guard.end(connection);
    return super.releaseConnection(connection);
  }
}
