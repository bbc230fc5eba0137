import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable, type Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { SaldoError } from '../../../common/saldo-error.ts';

/** A table as it comes: a file of this machine, or one that somebody sent. */
export interface TableSource {
  /** Path or name: its end tells the form, and `.gz` that it is packed. */
  name: string;
  open(): Readable;
  /** The text of a file that lies beside it, if there is one. */
  beside(name: string): string | undefined;
  /** Most bytes that it may have once unpacked. */
  most: number;
}

export function fileSource(path: string): TableSource {
  return {
    name: path,
    open: () => createReadStream(path),
    beside: name => {
      const other = join(dirname(path), name);
      return existsSync(other) ? readFileSync(other, 'utf8') : undefined;
    },
    most: Number.POSITIVE_INFINITY,
  };
}

/** A table that came by the network with others, and may not unfold into more than so many bytes. */
export function sentSource(
  name: string,
  bytes: Uint8Array,
  most: number,
  beside: ReadonlyMap<string, Uint8Array> = new Map(),
): TableSource {
  const text = (other: string): string | undefined => {
    const found = beside.get(other);
    return found === undefined ? undefined : Buffer.from(found).toString('utf8');
  };
  return { name, open: () => Readable.from([bytes]), beside: text, most };
}

/** The table's name without the ending of a packed file, in small letters. */
export function plainName({ name }: TableSource): string {
  return name.toLowerCase().replace(/\.gz$/, '');
}

/**
 * The bytes of a table, unpacked, piece by piece.
 *
 * @throws SaldoError `not_a_table` where it is not packed as its name says, or unfolds into more than it may
 */
export async function* unpackedPieces(source: TableSource): AsyncGenerator<Uint8Array> {
  const { name, most } = source;
  let bytes = 0;
  try {
    for await (const piece of unpacked(source)) {
      bytes += piece.length;
      if (bytes > most) break;
      yield piece as Uint8Array;
    }
  } catch (cause) {
    if (cause instanceof SaldoError) throw cause;
    throw new SaldoError('not_a_table', `${name}: ${(cause as Error).message}`, { file: name }, cause);
  }
  if (bytes > most)
    throw new SaldoError('not_a_table', `${name}: more than ${most} bytes once unpacked; send it in parts`, {
      file: name,
    });
}

/** A whole small table, unpacked. */
export async function unpackedBytes(source: TableSource): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of unpackedPieces(source)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function unpacked(source: TableSource): Readable | Transform {
  const raw = source.open();
  if (!source.name.toLowerCase().endsWith('.gz')) return raw;
  const unpacking = createGunzip();
  raw.once('error', error => unpacking.destroy(error));
  return raw.pipe(unpacking);
}
