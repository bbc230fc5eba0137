import { type DuckDBDataChunk, DuckDBIntegerVector, DuckDBVarCharVector } from '@duckdb/node-api';

/** Bytes of one text in the engine's vectors: its length in bytes, then the text itself where it is short, else its place. */
const TEXT_BYTES = 16;
const SHORT_TEXT = 12;

/** Some two thousand rows of a query as they lie in the engine, for what would be slow value by value. */
export class ColumnChunk {
  readonly chunk: DuckDBDataChunk;

  constructor(chunk: DuckDBDataChunk) {
    this.chunk = chunk;
  }

  /** An INTEGER column without nulls. */
  integers(column: number): Int32Array {
    const vector = this.chunk.getColumnVector(column);
    if (!(vector instanceof DuckDBIntegerVector)) throw new Error(`column ${column} is no INTEGER`);
    return vector['items'];
  }

  setIntegers(column: number, values: Int32Array): void {
    this.integers(column).set(values);
    this.chunk.getColumnVector(column).flush();
  }

  /** One value of a VARCHAR column without nulls. */
  text(column: number, row: number): string {
    const vector = this.chunk.getColumnVector(column);
    if (!(vector instanceof DuckDBVarCharVector)) throw new Error(`column ${column} is no VARCHAR`);
    const view = vector['dataView'];
    const start = row * TEXT_BYTES;
    const length = view.getInt32(start, true);
    if (length > SHORT_TEXT) return vector.getItem(row) ?? '';
    return Buffer.from(view.buffer, view.byteOffset + start + 4, length).toString('utf8');
  }
}
