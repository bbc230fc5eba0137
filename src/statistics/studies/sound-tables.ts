import { withoutSilent } from '../hidden/silent-offices.ts';
import { refuse } from '../hidden/written-table.ts';
import { emptyCell, type MirrorCell } from '../mirror/mirror-table.ts';
import { readSources } from '../mirror/tables/read-tables.ts';
import { sentSource } from '../mirror/tables/table-source.ts';

/** A table as it came: what its name ends in tells how it is to be read. */
export interface GivenTable {
  name: string;
  bytes: Uint8Array;
}

const MOST_UNPACKED = 40_000_000;
const MOST_HEAD = 10_000;

/**
 * Both offices' figures of tables in any form that `saldo mirror compare` takes. Flows from and to an unknown state (ZZ, of an account) are
 * left out; of an account, an office whose slips were not loaded says nothing.
 *
 * @throws SaldoError `invalid_file` with every other fault: a figure that is set aside would pass for one that nobody reported
 */
export async function soundCells(tables: readonly GivenTable[]): Promise<readonly MirrorCell[]> {
  const sources = tables.map(({ name, bytes }) => sentSource(name, bytes, MOST_UNPACKED));
  const { cells, faults } = await readSources(sources);
  refuse(
    tables.map(({ name }) => name).join(', '),
    faults.filter(({ found }) => found !== 'ZZ'),
  );
  return tables.some(table => hasColumn(table, 'united')) ? withoutSilent(completed(cells)) : cells;
}

/** An account has no row where it has no slip: in a year that it covers, a corridor without one is a corridor without moves. */
function completed(cells: readonly MirrorCell[]): MirrorCell[] {
  const keyOf = ({ origin, destination, year }: Pick<MirrorCell, 'origin' | 'destination' | 'year'>) =>
    `${origin} ${destination} ${year}`;
  const told = new Set(cells.map(keyOf));
  const corridors = new Map(
    cells
      .flatMap(({ origin, destination }) => [
        { origin, destination },
        { origin: destination, destination: origin },
      ])
      .map(corridor => [`${corridor.origin} ${corridor.destination}`, corridor]),
  );
  const years = [...new Set(cells.map(({ year }) => year))];
  const absent = [...corridors.values()].flatMap(({ origin, destination }) =>
    years
      .map(year => ({ origin, destination, year, firstYear: year }))
      .filter(place => !told.has(keyOf(place)))
      .map(place => ({ ...emptyCell(place), departures: 0, arrivals: 0 })),
  );
  return [...cells, ...absent];
}

/** Whether the first line of a text names a column; of other forms it says nothing. */
export function hasColumn(table: GivenTable, ...names: readonly string[]): boolean {
  const columns = headOf(table).split(/[,;\t]/);
  return columns.some(column => names.includes(column.trim().replaceAll('"', '')));
}

function headOf({ bytes }: GivenTable): string {
  const start = new TextDecoder().decode(bytes.subarray(0, MOST_HEAD));
  return (start.split('\n', 1)[0] ?? '').trim().toLowerCase();
}
