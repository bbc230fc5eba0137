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
    types: {
      getTypeParser: ((oid, format) => VALUE_PARSERS[oid] ?? pg.types.getTypeParser(oid, format)) as TypeParser,
    },
  });
  // A connection that breaks while nobody uses it is replaced by the pool; unheard, its error would end the process.
  pool.on('error', () => {});
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

type TypeParser = typeof pg.types.getTypeParser;

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
