import { type DuckDBDataChunk, DuckDBFloatVector, DuckDBIntegerVector, DuckDBVarCharVector } from '@duckdb/node-api';

/** Bytes of one text in the engine's vectors: its length in bytes, then the text itself where it is short, else its place. */
const TEXT_BYTES = 16;
const SHORT_TEXT = 12;

/** Values of an INTEGER or a FLOAT column. */
export type NumberColumn = Int32Array | Float32Array;

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

  /** Fills an INTEGER column, or a FLOAT column from floats. */
  set(column: number, values: NumberColumn): void {
    const vector = this.chunk.getColumnVector(column);
    if (values instanceof Int32Array && vector instanceof DuckDBIntegerVector) vector['items'].set(values);
    else if (values instanceof Float32Array && vector instanceof DuckDBFloatVector) vector['items'].set(values);
    else throw new Error(`column ${column} is of another type than its values`);
    vector.flush();
  }

  /** A VARCHAR column without nulls. */
  texts(column: number): TextColumn {
    const vector = this.chunk.getColumnVector(column);
    if (!(vector instanceof DuckDBVarCharVector)) throw new Error(`column ${column} is no VARCHAR`);
    return new TextColumn(vector);
  }
}

/** The texts of a column; the bytes of short ones may be read where they lie. */
export class TextColumn {
  readonly cells: Buffer;
  readonly #vector: DuckDBVarCharVector;
  readonly #view: DataView;

  constructor(vector: DuckDBVarCharVector) {
    this.#vector = vector;
    this.#view = vector['dataView'];
    this.cells = Buffer.from(this.#view.buffer, this.#view.byteOffset, this.#view.byteLength);
  }

  /** Length of a text in bytes. */
  lengthOf(row: number): number {
    return this.#view.getInt32(row * TEXT_BYTES, true);
  }

  /** Where in the cells a text begins, undefined where it is too long to lie there. */
  startOf(row: number): number | undefined {
    return this.lengthOf(row) <= SHORT_TEXT ? row * TEXT_BYTES + 4 : undefined;
  }

  text(row: number): string {
    const start = this.startOf(row);
    if (start === undefined) return this.#vector.getItem(row) ?? '';
    return this.cells.toString('utf8', start, start + this.lengthOf(row));
  }
}
