import { closeSync, openSync, writeSync } from 'node:fs';

const BUFFER_CHARACTERS = 1 << 18;

/** A CSV file (RFC 4180, line feeds) written row by row through a buffer. */
export class CsvFile {
  rows = 0;
  #buffer: string;
  readonly #file: number;

  constructor(path: string, columns: readonly string[]) {
    this.#file = openSync(path, 'w');
    this.#buffer = `${columns.join(',')}\n`;
  }

  write(cells: readonly string[]): void {
    let row = '';
    for (let at = 0; at < cells.length; at++) row += at === 0 ? quoted(cells[at] ?? '') : `,${quoted(cells[at] ?? '')}`;
    this.#buffer += `${row}\n`;
    this.rows++;
    if (this.#buffer.length > BUFFER_CHARACTERS) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    writeSync(this.#file, this.#buffer);
    this.#buffer = '';
  }
}

function quoted(cell: string): string {
  return cell.includes(',') || cell.includes('"') || cell.includes('\n') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
