import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  FLOAT,
  INTEGER,
} from '@duckdb/node-api';
import { SaldoError } from '../common/saldo-error.ts';
import { ColumnChunk, type NumberColumn } from './column-chunk.ts';
import { sqlText } from './sql.ts';
import { makeWorkFolder, removeWorkFolder } from './work-folder.ts';

const GIB = 2 ** 30;
/** With less than this the engine cannot work, even where it puts all it can into its working folder. */
const LEAST_MEMORY = 48 * 2 ** 20;
/** Rows of the engine's own vectors. */
const CHUNK_ROWS = 2048;
/** Every lane holds memory of its own; with these the processors of a large machine have enough to share. */
const MOST_LANES = 4;

/** What a query gives back in one cell, as `rows` delivers it: 64-bit integers as numbers, dates as ISO text. */
export type Cell = string | number | boolean | null;

export interface EngineOptions {
  /** Bound of the whole process's memory in bytes; default: 6 GiB or half of the machine's, whichever is less. */
  memory?: number;
  /** Threads of the engine; default: all processors. */
  threads?: number;
  /** Folder under which the engine makes its own working folder; default: the system's temporary folder. */
  workParent?: string;
}

/**
 * SQL over columns: one DuckDB in process. The tables of a run live in memory, and in a working folder of the engine's own where they do
 * not fit (kept in a file from the start they took twice the time). `close` removes the folder.
 */
export class Engine {
  readonly memory: number;
  readonly threads: number;
  /** Working folder of this engine; files put here are gone after `close`. */
  readonly workFolder: string;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #lanes = new Set<Engine>();
  readonly #streams = new Set<DuckDBConnection>();
  #tellsProgress = false;

  private constructor(
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    memory: number,
    threads: number,
    work: string,
  ) {
    this.#instance = instance;
    this.#connection = connection;
    this.memory = memory;
    this.threads = threads;
    this.workFolder = work;
  }

  static async open(options: EngineOptions = {}): Promise<Engine> {
    const memory = options.memory ?? defaultMemory();
    const threads = options.threads ?? availableParallelism();
    const work = makeWorkFolder(options.workParent ?? tmpdir());
    try {
      const instance = await DuckDBInstance.create(':memory:', {
        memory_limit: `${mebibytes(memory * engineShare(memory))}MiB`,
        threads: String(threads),
        temp_directory: join(work, 'spill'),
        preserve_insertion_order: 'false',
        allocator_background_threads: 'true',
      });
      return new Engine(instance, await instance.connect(), memory, threads, work);
    } catch (error) {
      removeWorkFolder(work);
      throw error;
    }
  }

  /**
   * Leaves so many bytes of the memory allowed to what the process is about to hold beside the engine; the engine gets by with what remains.
   *
   * @throws SaldoError `memory_too_small` where too little remains
   */
  async leaveRoom(bytes: number): Promise<void> {
    const remaining = this.memory - bytes;
    if (remaining < LEAST_MEMORY) throw memoryTooSmall(this.memory, { needed: bytes + LEAST_MEMORY });
    await this.run(`set memory_limit = '${mebibytes(remaining)}MiB'`);
  }

  /** Runs a statement and tells how many rows it changed or wrote. */
  async run(sql: string): Promise<number> {
    return (await this.#ask(sql, () => this.#connection.run(sql))).rowsChanged;
  }

  /**
   * Does work on items that do not hang on one another, some at a time where the engine has threads for it, each in a lane of its own: the
   * same engine, but for temporary tables, which each lane has for itself. Work that has little to share among threads leaves the others
   * to the next.
   *
   * @returns what the work on each item came to, in their order
   * @throws the first error, after which the others finish what they are at and take no more
   */
  async sideBySide<Item, Result>(
    items: readonly Item[],
    work: (lane: Engine, item: Item, number: number) => Promise<Result>,
  ): Promise<Result[]> {
    const results = new Array<Result>(items.length);
    const waiting = [...items.entries()];
    const workInLane = async (): Promise<void> => {
      const lane = await this.#openLane();
      try {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
          results[next[0]] = await work(lane, next[1], next[0]);
      } finally {
        waiting.length = 0;
        this.#lanes.delete(lane);
        lane.#connection.closeSync();
      }
    };
    const lanes = Array.from({ length: Math.min(this.threads, MOST_LANES, items.length) }, workInLane);
    for (const end of await Promise.allSettled(lanes)) if (end.status === 'rejected') throw end.reason;
    return results;
  }

  async #openLane(): Promise<Engine> {
    const connection = await this.#instance.connect();
    const lane = new Engine(this.#instance, connection, this.memory, this.threads, this.workFolder);
    this.#lanes.add(lane);
    if (this.#tellsProgress) await lane.tellProgress();
    return lane;
  }

  /** All rows of a query, as objects. For results that fit in memory many times over. */
  async rows<Row extends Record<string, Cell>>(sql: string): Promise<Row[]> {
    const reader = await this.#ask(sql, () => this.#connection.runAndReadAll(sql));
    return reader.getRowObjectsJS().map(row => plainRow(row) as Row);
  }

  /** The one row of a query that has one. */
  async row<Row extends Record<string, Cell>>(sql: string): Promise<Row> {
    const [row] = await this.rows<Row>(sql);
    if (row === undefined) throw new Error(`query gave no row: ${sql}`);
    return row;
  }

  /**
   * The columns of a query, chunk by chunk (some two thousand rows each), for results that do not fit in memory as objects. Values are
   * as the engine's binding gives them: 64-bit integers as bigint.
   */
  async *chunks(sql: string): AsyncGenerator<readonly (readonly unknown[])[]> {
    for await (const chunk of this.#stream(sql)) yield chunk.getColumns();
  }

  /** The same for columns of whole numbers and short texts without nulls, ten times as quick. */
  async *columns(sql: string): AsyncGenerator<ColumnChunk> {
    for await (const chunk of this.#stream(sql)) yield new ColumnChunk(chunk);
  }

  async *#stream(sql: string): AsyncGenerator<DuckDBDataChunk> {
    // A connection of its own: another statement on the same one would end the stream.
    const connection = await this.#instance.connect();
    this.#streams.add(connection);
    let ahead: Promise<DuckDBDataChunk | null> | undefined;
    try {
      const result = await this.#ask(sql, () => connection.stream(sql));
      while (true) {
        const chunk = await (ahead ?? this.#ask(sql, () => result.fetchChunk()));
        if (!chunk || chunk.rowCount === 0) return;
        // The engine is at the next one while this one is worked on; should it fail, that is told in its turn.
        ahead = this.#ask(sql, () => result.fetchChunk());
        ahead.catch(() => {});
        yield chunk;
      }
    } finally {
      await ahead?.catch(() => {});
      this.#streams.delete(connection);
      connection.closeSync();
    }
  }

  /** Fills an existing table row by row through an appender; the quick way in from JavaScript. */
  async append(table: string, fill: (appender: DuckDBAppender) => void | Promise<void>): Promise<void> {
    const appender = await this.#connection.createAppender(table);
    await fill(appender);
    appender.closeSync();
  }

  /** Fills an existing table of INTEGER and FLOAT columns from whole columns. */
  async appendColumns(table: string, columns: readonly NumberColumn[]): Promise<void> {
    const rows = columns[0]?.length ?? 0;
    const types = columns.map(column => (column instanceof Int32Array ? INTEGER : FLOAT));
    await this.append(table, appender => {
      for (let start = 0; start < rows; start += CHUNK_ROWS) {
        // A chunk remembers the row count of its first filling, so each filling takes a new one.
        const size = Math.min(CHUNK_ROWS, rows - start);
        const chunk = new ColumnChunk(DuckDBDataChunk.create(types, size));
        for (const [place, column] of columns.entries()) chunk.set(place, column.subarray(start, start + size));
        appender.appendDataChunk(chunk.chunk);
      }
    });
  }

  /** Stops the statements under way, queries that stream and those in lanes included; they end with an error. */
  interrupt(): void {
    for (const connection of [this.#connection, ...this.#streams]) connection.interrupt();
    for (const lane of this.#lanes) lane.interrupt();
  }

  /** Has statements tell from here on how far they are. */
  async tellProgress(): Promise<void> {
    this.#tellsProgress = true;
    await this.run('set enable_progress_bar = true');
    await this.run('set enable_progress_bar_print = false');
  }

  /** Share of the running statement that is done, 0 to 100, of those in lanes the one that is furthest; undefined where none can tell. */
  progress(): number | undefined {
    const running = [this, ...this.#lanes].map(lane => lane.#connection.progress.percentage);
    const furthest = Math.max(...running);
    return furthest >= 0 ? furthest : undefined;
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
    removeWorkFolder(this.workFolder);
  }

  async #ask<Answer>(sql: string, ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask();
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      if (/^Out of Memory Error(?!.*temp_directory)/s.test(message)) throw memoryTooSmall(this.memory, { cause });
      throw new SaldoError('engine_failed', `the engine could not run a query: ${message}`, { sql }, cause);
    }
  }
}

/** A path as an SQL literal, with the signs that the engine would take for a pattern made plain. */
export function sqlPath(path: string): string {
  return sqlText(path.replace(/[*?[]/g, sign => `[${sign}]`));
}

function defaultMemory(): number {
  return Math.min(6 * GIB, totalmem() / 2);
}

/**
 * What the engine may take until it is told how much to leave: DuckDB's limit covers its buffers only, and JavaScript's arrays, the
 * allocator's slack and the results under way need the rest.
 */
function engineShare(memory: number): number {
  return memory >= 4 * GIB ? 0.7 : 0.4;
}

function mebibytes(bytes: number): number {
  return Math.floor(bytes / 2 ** 20);
}

function memoryTooSmall(memory: number, { needed, cause }: { needed?: number; cause?: unknown }): SaldoError {
  const wanted = needed === undefined ? 'more' : `at least ${mebibytes(needed)} MB`;
  return new SaldoError(
    'memory_too_small',
    `the work does not fit into the memory allowed, ${mebibytes(memory)} MB: allow ${wanted} (--memory)`,
    { memory, ...(needed !== undefined && { needed }) },
    cause,
  );
}

function plainRow(row: Record<string, unknown>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainCell(value)]));
}

function plainCell(value: unknown): Cell {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}
