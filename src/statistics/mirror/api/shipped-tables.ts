import { join } from 'node:path';
import { dataFolder } from '../../../common/data-folder.ts';
import { HttpProblem } from '../../../common/http/problem.ts';
import type { Worded } from '../../../common/wording/worded.ts';
import { type MirrorCell, SIDES } from '../mirror-table.ts';
import { readTables, type TableReading } from '../tables/read-tables.ts';
import type { ShippedTable } from './mirror-schemas.ts';

/** Published tables that come with Saldo, and who published them. */
const SHIPPED: readonly { table: string; source: Worded }[] = [
  { table: 'note-belarus-russia', source: { en: 'CARIM-East note 2013/111', ru: 'записка CARIM-East 2013/111' } },
  {
    table: 'eurostat-2010-2019',
    source: { en: 'Eurostat, migr_imm5prv and migr_emi3nxt', ru: 'Евростат, migr_imm5prv и migr_emi3nxt' },
  },
];

const readings = new Map<string, Promise<TableReading>>();

/** @throws HttpProblem 404 where no table of the name comes with Saldo */
export async function readShipped(table: string): Promise<{ reading: TableReading; source: Worded }> {
  const known = SHIPPED.find(each => each.table === table);
  if (known === undefined) {
    const names = SHIPPED.map(each => each.table).join(', ');
    throw new HttpProblem(404, `no such table: ${table}; expected one of ${names}`);
  }
  const reading = readings.get(table) ?? readTables([join(dataFolder, 'mirror', `${table}.csv`)]);
  readings.set(table, reading);
  return { reading: await reading, source: known.source };
}

export function listShipped(): Promise<ShippedTable[]> {
  return Promise.all(
    SHIPPED.map(async ({ table, source }) => {
      const { cells } = (await readShipped(table)).reading;
      return {
        ...{ table, source },
        first_year: Math.min(...cells.map(({ firstYear }) => firstYear)),
        last_year: Math.max(...cells.map(({ year }) => year)),
        offices: reportingOffices(cells),
        cells: cells.length,
        both_sides: cells.filter(({ arrivals, departures }) => arrivals !== null && departures !== null).length,
      };
    }),
  );
}

function reportingOffices(cells: readonly MirrorCell[]): string[] {
  const offices = cells.flatMap(cell =>
    SIDES.filter(side => cell[side] !== null).map(side => (side === 'arrivals' ? cell.destination : cell.origin)),
  );
  return [...new Set(offices)].sort();
}
